package disclosure.local.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.local.server.LocalClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The product's public HTTP API, as any client sees it. */
final class Api {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final StackAddress stack;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> tokens = new HashMap<>();

  Api(StackAddress stack) {
    this.stack = stack;
  }

  HttpResponse<byte[]> get(String role, String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).GET(), role);
  }

  HttpResponse<byte[]> put(String role, String url, byte[] json, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(json));
    headers.forEach(request::header);
    return send(request, role);
  }

  HttpResponse<byte[]> post(String role, String url, String contentType, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
        role);
  }

  /** Sends what is recorded once, however often it is sent with the key. */
  HttpResponse<byte[]> postOnce(String role, String url, byte[] json, String key)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(json)),
        role);
  }

  /**
   * The body of an answer that was expected.
   *
   * @throws SampleFailed when the status is another
   */
  static byte[] expect(HttpResponse<byte[]> response, int... statuses) {
    for (int status : statuses) {
      if (response.statusCode() == status) {
        return response.body();
      }
    }
    throw new SampleFailed(
        String.format(
            Locale.ROOT,
            "%s answered %d: %s",
            response.uri(),
            response.statusCode(),
            new String(response.body(), StandardCharsets.UTF_8)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, String role)
      throws IOException, InterruptedException {
    return http.send(
        request
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token(role))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private String token(String role) throws IOException, InterruptedException {
    String known = tokens.get(role);
    if (known != null) {
      return known;
    }
    LocalClient client = stack.client().apply(role);
    String form =
        "grant_type=client_credentials&client_id="
            + URLEncoder.encode(client.id(), StandardCharsets.UTF_8)
            + "&client_secret="
            + URLEncoder.encode(client.secret(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.tokenEndpoint()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    JsonNode answer =
        MAPPER.readTree(expect(http.send(request, HttpResponse.BodyHandlers.ofByteArray()), 200));
    String token = answer.get("access_token").asText();
    tokens.put(role, token);
    return token;
  }
}
