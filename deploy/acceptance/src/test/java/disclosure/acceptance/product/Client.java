package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A client of the product that knows no more than {@code stack.json}. */
final class Client {

  static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode stack;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Duration timeout;

  /** With the time after which another is fetched; it would be good for twice as long. */
  private record Token(String text, long end) {

    private static final Duration USED_FOR = Duration.ofMinutes(30);

    boolean isUsed() {
      return System.nanoTime() - end < 0;
    }
  }

  private Client(JsonNode stack, Duration timeout) {
    this.stack = stack;
    this.timeout = timeout;
  }

  static Client of(Path stackFile) {
    try {
      return new Client(JSON.readTree(stackFile.toFile()), Duration.ofMinutes(2));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * An answer's body as JSON.
   *
   * @param service {@code requests}, {@code statistics} or {@code report}
   */
  JsonNode get(String role, String service, String path) {
    return json(send(request(role, service, path).GET().build(), BodyHandlers.ofString()));
  }

  HttpResponse<String> put(String role, String service, String path, String body) {
    return send(
        request(role, service, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** The same for what was seen before. */
  HttpResponse<String> putIfMatching(
      String role, String service, String path, String body, String tag) {
    return send(
        request(role, service, path)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /**
   * Posts JSON.
   *
   * @param headers names and values in turn
   */
  HttpResponse<String> post(
      String role, String service, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(role, service, path).header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  /** An answer's bytes. */
  byte[] bytes(String role, String service, String path) {
    HttpResponse<byte[]> response =
        send(request(role, service, path).GET().build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " was answered with " + response.statusCode());
    }
    return response.body();
  }

  /** A service's OpenAPI document. */
  byte[] document(String service) {
    return send(
            HttpRequest.newBuilder(URI.create(address(service) + "/openapi"))
                .header("Accept", "application/json")
                .build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  /** Where a service is. */
  String address(String service) {
    return stack.get(service).asText();
  }

  /** A token of the role's client. */
  String tokenOf(String role) {
    return tokens
        .compute(
            role,
            (same, held) ->
                held != null && held.isUsed()
                    ? held
                    : new Token(token(role), System.nanoTime() + Token.USED_FOR.toNanos()))
        .text();
  }

  /** The same client when it waits for an answer no longer than this. */
  Client within(Duration time) {
    return new Client(stack, time);
  }

  /** The answer's lines as they come; the caller closes it. */
  InputStream batch(BodyPublisher lines) {
    HttpResponse<InputStream> response =
        send(
            request("recorder", "requests", "/applications/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(lines)
                .build(),
            BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the batch was answered with " + response.statusCode());
    }
    return response.body();
  }

  HttpResponse<String> post(String role, String service, String path, String body) {
    return send(
        request(role, service, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Orders a ledger's import, and gives the place where its progress is told. */
  String orderLedger(String organ, String csv) {
    HttpResponse<String> response =
        send(
            request("recorder", "requests", "/ledger/imports?organ=" + organ)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 202) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
  }

  static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return parse(response.body());
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(text, failure);
    }
  }

  private HttpRequest.Builder request(String role, String service, String path) {
    return HttpRequest.newBuilder(URI.create(stack.get(service).asText() + path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + tokenOf(role));
  }

  private String token(String role) {
    JsonNode client = stack.get("clients").get(role);
    String credentials = client.get("id").asText() + ":" + client.get("secret").asText();
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return json(send(
            HttpRequest.newBuilder(URI.create(stack.get("tokenEndpoint").asText()))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build(),
            BodyHandlers.ofString()))
        .get("access_token")
        .asText();
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
