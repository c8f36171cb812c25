package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The register goes back to an earlier moment, as after its database was lost: topics and counts,
 * which know states that it has no more, are made anew from it as the guide says.
 */
@Tag("soak")
class RestoreE2ET {

  private static final String ORGAN = "11141124012345698T";
  private static final int KEPT = 60;
  private static final int LOST = 40;
  private static final Duration COUNTED = Duration.ofMinutes(2);

  private static Path data;
  private static Instances instances;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("restore");
    instances = Instances.start(data);
  }

  @AfterAll
  static void stop() {
    instances.close();
    Checkout.delete(data);
  }

  @Test
  void what_was_registered_after_the_backup_is_counted_no_more_and_may_be_registered_again()
      throws Exception {
    instances.up();
    Instance first = instances.register();
    Instance statistics = instances.add("before").up();
    Client before = first.client(statistics);
    assertThat(
            before
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + ORGAN,
                    "{\"name\":\"某局\",\"kind\":\"DEPARTMENT\"}")
                .statusCode())
        .isEqualTo(201);
    List<String> kept = registered(before, "kept-", KEPT);
    concluded(before, kept.subList(0, 20));
    isCounted(before, KEPT, 20);
    ended(first);
    instances.backUpRegister();

    Instance second = instances.addRegister("second", Checkout.ROOT, Map.of()).up();
    Client meanwhile = second.client(statistics);
    registered(meanwhile, "lost-", LOST);
    concluded(meanwhile, kept.subList(20, 50));
    isCounted(meanwhile, KEPT + LOST, 50);
    ended(second);
    ended(statistics);

    instances.setRegisterBack();
    for (Topic topic : Topic.values()) {
      instances.createAnew(topic);
    }
    instances.emptyStatistics();
    Instance restored = instances.addRegister("restored", Checkout.ROOT, Map.of()).up();
    Instance anew = instances.add("anew").up();
    Client after = restored.client(anew);
    Operator.publishesAgain(after);
    isCounted(after, KEPT, 20);

    registered(after, "lost-", LOST);
    concluded(after, kept.subList(20, 30));
    isCounted(after, KEPT + LOST, 30);
  }

  private static List<String> registered(Client client, String reference, int number) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(SinglePosts.post(client, ORGAN, reference + i).orElseThrow());
    }
    return ids;
  }

  private static void concluded(Client client, List<String> ids) {
    for (String id : ids) {
      assertThat(
              client
                  .post(
                      "recorder",
                      "requests",
                      "/applications/" + id + "/steps",
                      "{\"type\":\"CONCLUDED\",\"on\":\"2025-03-20\",\"outcome\":\"NOT_HELD\"}")
                  .statusCode())
          .isBetween(200, 201);
    }
  }

  private static void isCounted(Client client, int received, int concluded) {
    String question = "?year=2025&organ=" + ORGAN;
    Figures register = Figures.answered(client.get("analyst", "requests", "/tally" + question));
    assertThat(register.total(FormRow.NEWLY_RECEIVED)).isEqualTo(received);
    assertThat(register.total(FormRow.CONCLUDED)).isEqualTo(concluded);
    await()
        .atMost(COUNTED)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        Figures.answered(client.get("analyst", "statistics", "/matrix" + question)))
                    .isEqualTo(register));
  }

  private static void ended(Instance instance) {
    ProcessHandle process = instance.handle();
    instance.close();
    process.onExit().join();
  }
}
