package disclosure.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.local.launcher.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Single requests, one after the other. */
final class Http {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String token;

  Http(String token) {
    this.token = token;
  }

  /** The body of the answer. */
  byte[] get(String url) throws IOException, InterruptedException {
    return send(url, "GET", HttpRequest.BodyPublishers.noBody());
  }

  /** The body of the answer, read as JSON. */
  JsonNode json(String url) throws IOException, InterruptedException {
    return JSON.readTree(get(url));
  }

  void put(String url, byte[] body) throws IOException, InterruptedException {
    send(url, "PUT", HttpRequest.BodyPublishers.ofByteArray(body));
  }

  void post(String url, String body) throws IOException, InterruptedException {
    send(url, "POST", HttpRequest.BodyPublishers.ofString(body));
  }

  /** The heap that a service uses, in MB. */
  double heap(ServiceProcess service) throws IOException, InterruptedException {
    return metric(service, "jvm_memory_used_bytes{area=\"heap\"") / (1024 * 1024);
  }

  /** The sum of a service's metrics whose lines begin so. */
  double metric(ServiceProcess service, String name) throws IOException, InterruptedException {
    return new String(
            get(service.managementUrl() + "/q/metrics"), java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private byte[] send(String url, String method, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(url + " was answered " + answer.statusCode());
    }
    return answer.body();
  }
}
