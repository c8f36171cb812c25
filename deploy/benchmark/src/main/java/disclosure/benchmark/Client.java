package disclosure.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sets up what is measured, by the services' own HTTP; every refusal ends the measurement. */
final class Client {

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;

  Client(String token) {
    this.token = token;
  }

  JsonNode get(String url) throws IOException, InterruptedException {
    return JSON.readTree(bytes(url));
  }

  byte[] bytes(String url) throws IOException, InterruptedException {
    return expect(http.send(request(url).GET().build(), BodyHandlers.ofByteArray()), url);
  }

  InputStream stream(String url) throws IOException, InterruptedException {
    return expect(http.send(request(url).GET().build(), BodyHandlers.ofInputStream()), url);
  }

  void put(String url, Object json) throws IOException, InterruptedException {
    send(request(url).header("Content-Type", "application/json"), "PUT", json.toString());
  }

  /** Answers what was answered. */
  JsonNode post(String url, String contentType, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(url).header("Content-Type", contentType);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return JSON.readTree(send(request, "POST", body).lines().findFirst().orElse("null"));
  }

  /** Does all of it, eight at a time. */
  static void together(List<Callable<Void>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Void>> answers = new ArrayList<>();
      calls.forEach(call -> answers.add(threads.submit(call)));
      for (Future<Void> answer : answers) {
        answer.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private String send(HttpRequest.Builder request, String method, String body)
      throws IOException, InterruptedException {
    BodyPublisher bytes = BodyPublishers.ofString(body);
    return expect(http.send(request.method(method, bytes).build(), BodyHandlers.ofString()), body);
  }

  private HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(Duration.ofMinutes(5))
        .header("Authorization", "Bearer " + token);
  }

  private static <T> T expect(HttpResponse<T> response, String sent) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          response.uri() + " answered " + response.statusCode() + " " + response.body() + sent);
    }
    return response.body();
  }
}
