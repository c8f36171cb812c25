package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.FormRow;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** One who listens to an organ's table at an instance. */
final class Live implements AutoCloseable {

  private final Stream<String> lines;
  private volatile String id = "";
  private volatile long total = -1;
  private volatile int events;

  private Live(Stream<String> lines) {
    this.lines = lines;
    Thread reader = new Thread(this::read, "live");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Begins to listen.
   *
   * @param lastEventId what the listener has already; empty when nothing
   */
  static Live open(Instance instance, String organ, String lastEventId) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(instance.url() + "/live?year=2024&organ=" + organ))
            .header("Authorization", "Bearer " + instance.client().tokenOf("analyst"));
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Live(answer.body());
  }

  /** The id of the newest event. */
  String id() {
    return id;
  }

  /** The applications received, by the newest event. */
  long total() {
    return total;
  }

  /** How many events came. */
  int events() {
    return events;
  }

  @Override
  public void close() {
    lines.close();
  }

  private void read() {
    try {
      lines.forEach(
          line -> {
            if (line.startsWith("id:")) {
              id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
              events++;
              total =
                  Figures.answered(Client.parse(line.substring(5))).total(FormRow.NEWLY_RECEIVED);
            }
          });
    } catch (UncheckedIOException closed) {
      // The test is done with it.
    }
  }
}
