package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;

/** Whoever runs the product, and orders what its guide says. */
final class Operator {

  private static final Duration DONE = Duration.ofMinutes(2);

  private Operator() {}

  /** Has the register publish all that it has, and waits for it. */
  static void publishesAgain(Client any) {
    Client client = any.within(DONE);
    HttpResponse<String> ordered =
        client.post(
            "administrator",
            "requests",
            "/outbox/republications",
            "{\"changedSince\":\"2000-01-01T00:00:00Z\"}");
    assertThat(ordered.statusCode()).isEqualTo(202);
    String order = "/outbox/republications/" + Client.parse(ordered.body()).get("id").asText();
    await()
        .atMost(DONE)
        .until(() -> client.get("administrator", "requests", order).has("finishedAt"));
  }

  /** Has the statistics make their counts anew from the topics, and waits for it. */
  static void countsAnew(Client any) {
    Client client = any.within(DONE);
    assertThat(client.post("administrator", "statistics", "/rebuild", "").statusCode())
        .isEqualTo(202);
    await()
        .atMost(DONE)
        .untilAsserted(
            () ->
                assertThat(
                        client.get("administrator", "statistics", "/rebuild").get("state").asText())
                    .isEqualTo("DONE"));
  }
}
