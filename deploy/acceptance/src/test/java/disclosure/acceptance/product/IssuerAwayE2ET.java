package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.Instances.Instance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Services start while nobody gives tokens, answer what needs none, and the rest when it can. */
@Tag("soak")
class IssuerAwayE2ET {

  private static final String ORGAN = "11141124012345698T";
  private static final String BELOW = "/reports?year=2024&parent=" + ORGAN;

  private static Path data;
  private static Instances instances;
  private static Instance statistics;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("issuer-away");
    instances = Instances.start(data);
    statistics = instances.add("statistics");
    instances.up();
    statistics.up();
  }

  @AfterAll
  static void stop() {
    instances.close();
    Checkout.delete(data);
  }

  @Test
  void each_service_starts_without_an_issuer_and_needs_no_second_start() throws Exception {
    Client client = statistics.client();
    assertThat(
            client
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + ORGAN,
                    "{\"name\":\"某县人民政府\",\"kind\":\"GOVERNMENT\"}")
                .statusCode())
        .isEqualTo(201);
    instances.takeIssuerAway();
    SilentServer silent = instances.silentIssuer();
    Instance report = instances.report(statistics);
    Instance register = instances.addRegister("late-register", Checkout.ROOT, Map.of());
    Instance counting = instances.add("late-statistics");
    report.up();
    register.up();
    counting.up();
    assertThat(report.statusForAll("/reports?year=2024&organ=" + ORGAN)).isEqualTo(200);
    int before = silent.taken();
    assertThat(report.statusForAll(BELOW)).isEqualTo(503);
    assertThat(silent.taken()).isGreaterThan(before);

    // What was asked meanwhile is never answered, and nobody goes on waiting for it.
    silent.takeNoMore();
    instances.giveIssuerBack();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(report.statusForAll(BELOW)).isEqualTo(200));
    for (Instance late : new Instance[] {register, counting}) {
      String path = late == register ? "/organs/" + ORGAN : "/matrix?year=2024&organ=" + ORGAN;
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(late.status(path)).isEqualTo(200));
    }
  }
}
