package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The statistics lose their database, and then topics. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageE2ET {

  private static final String ORGAN = "11141124012345698T";

  private static Path data;
  private static Instances instances;
  private static Instance instance;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("outage");
    instances = Instances.start(data);
    instance = instances.add("only");
    instances.up();
    instance.up();
  }

  @AfterAll
  static void stop() {
    instances.close();
    Checkout.delete(data);
  }

  @Test
  @Order(1)
  void without_its_database_counting_waits_and_then_nothing_is_lost_or_doubled() throws Exception {
    Client client = instance.client();
    assertThat(
            client
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + ORGAN,
                    "{\"name\":\"批量机关\",\"kind\":\"DEPARTMENT\"}")
                .statusCode())
        .isEqualTo(201);
    String question = "?organ=" + ORGAN + "&year=2024";
    await().atMost(Duration.ofMinutes(1)).until(() -> instance.status("/matrix" + question) == 200);
    CompletableFuture<Void> posting =
        CompletableFuture.runAsync(
            () -> assertThat(new Batch(ORGAN).send(client, () -> {})).hasSize(Batch.LINES));
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> instance.events("applied") > 100);

    instances.takeDatabaseAway();
    assertThat(posting).isNotDone();
    posting.join();
    assertThat(instance.status("/matrix" + question)).isEqualTo(503);
    // It tries again and again, and takes no event for done.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> instance.log().contains("trying again until it works"));
    double applied = instance.events("applied");
    assertThat(applied).isLessThan(Batch.LINES);
    instances.giveDatabaseBack();

    JsonNode tally = client.get("analyst", "requests", "/tally" + question);
    assertThat(Figures.answered(tally).total(FormRow.NEWLY_RECEIVED)).isEqualTo(Batch.LINES);
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(
                        Figures.answered(client.get("analyst", "statistics", "/matrix" + question)))
                    .isEqualTo(Figures.answered(tally)));
    assertThat(instance.log().lines().filter(line -> line.contains("sums over subtrees can't")))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  @Order(2)
  void no_service_knows_the_owner_of_its_database_and_the_counts_are_made_anew_all_the_same()
      throws Exception {
    for (ProcessHandle process : List.of(instance.handle(), instances.register().handle())) {
      Path environment = Path.of("/proc/" + process.pid() + "/environ");
      if (Files.exists(environment)) {
        assertThat(Files.readString(environment))
            .contains("DATABASE_PASSWORD=")
            .doesNotContain("DATABASE_OWNER", "statistics_owner", "requests_owner");
      }
    }
    Client client = instance.client();
    assertThat(client.post("administrator", "statistics", "/rebuild", "").statusCode())
        .isEqualTo(202);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        client.get("administrator", "statistics", "/rebuild").get("state").asText())
                    .isEqualTo("DONE"));
  }

  @Test
  @Order(3)
  void a_service_does_not_begin_on_tables_that_are_older_than_it_is() throws Exception {
    instances.change(
        "statistics",
        "UPDATE flyway_schema_history SET version = '1' WHERE version ="
            + " (SELECT max(version) FROM flyway_schema_history)");
    try (Instance refusing = instances.add("refusing")) {
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> assertThat(refusing.log()).contains("Run the migration before the service"));
    }
  }

  @Test
  @Order(4)
  void a_topic_that_was_created_anew_stops_its_counting_and_nothing_else() throws Exception {
    instances.createAnew(Topic.DISPUTES);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(instance.readiness()).contains("the topic was created anew"));
    String question = "?organ=" + ORGAN + "&year=2024";
    assertThat(instance.status("/matrix" + question)).isEqualTo(200);
    assertThat(instance.readiness()).doesNotContain(Topic.APPLICATIONS.topicName());
  }

  @Test
  @Order(5)
  void a_lost_topic_stops_its_counting() throws Exception {
    instances.delete(Topic.ORGANS);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(instance.readiness()).contains("the topic is gone"));
  }

  @Test
  @Order(6)
  void asked_to_end_without_its_database_it_ends() throws Exception {
    instances.takeDatabaseAway();
    ProcessHandle process = instance.handle();
    instance.signal("TERM");
    process.onExit().get(10, TimeUnit.SECONDS);
    assertThat(process.isAlive()).isFalse();
  }
}
