package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Topic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several instances count together while events flow. One is killed, one is added, one is paused
 * for so long that others take over what it has in hand, and one is asked to end. Whatever they do
 * to each other, every table is what the register recounts.
 */
@Tag("soak")
class ScaleOutE2ET {

  private static final List<String> ORGANS =
      List.of("11141124012345698T", "11100000000013338W", "11141124012347101X");
  private static final int PARTITIONS =
      Arrays.stream(Topic.values()).mapToInt(Topic::partitions).sum();

  /** How long nobody counts what a killed instance counted. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

  private static Path data;
  private static Instances instances;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("scale-out");
    instances = Instances.start(data);
  }

  @AfterAll
  static void stop() {
    instances.close();
    Checkout.delete(data);
  }

  @Test
  void whatever_happens_to_instances_no_count_is_other_than_the_registers() throws Exception {
    Instance first = instances.add("first");
    Instance second = instances.add("second");
    instances.up();
    first.up();
    second.up();
    Client client = first.client();
    for (String organ : ORGANS) {
      organ(client, organ);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> first.status("/matrix?year=2024&organ=" + organ) == 200);
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(first.partitions()).isPositive();
              assertThat(second.partitions()).isPositive();
              assertThat(first.partitions() + second.partitions()).isEqualTo(PARTITIONS);
            });

    try (Live live = Live.open(first, ORGANS.get(0), "")) {
      killedWhileItCounts(first, second, live);
      resumedAtAnotherInstance(first, live);
    }
    Instance third = instances.add("third").up();
    await().atMost(Duration.ofMinutes(1)).until(() -> third.partitions() > 0);
    pausedWithABatchInHand(first, third);
    askedToEndWhileItCounts(first, third);

    assertThat(
            Client.json(client.post("administrator", "statistics", "/self-audit", ""))
                .get("wrongCells")
                .asLong())
        .isZero();
    assertThat(client.get("administrator", "statistics", "/parked-events").get("items")).isEmpty();
  }

  private static void killedWhileItCounts(Instance first, Instance second, Live live) {
    CompletableFuture<Void> posting = post(first, ORGANS.get(0));
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> second.events("applied") > 100);
    assertThat(posting).isNotDone();
    double bySecond = second.events("applied");
    second.handle().destroyForcibly();
    posting.join();
    equalsTheRegister(first, ORGANS.get(0));

    // What the first one's listener was told was counted by both.
    await().atMost(Duration.ofSeconds(10)).until(() -> live.total() == Batch.LINES);
    assertThat(first.events("applied")).isLessThanOrEqualTo(events() - bySecond);
  }

  /** The event's id says the same at every instance, so a listener may come back anywhere. */
  private static void resumedAtAnotherInstance(Instance first, Live live) throws Exception {
    Instance other = instances.add("other").up();
    try (Live resumed = Live.open(other, ORGANS.get(0), live.id())) {
      new Batch(ORGANS.get(0)).sendOneMore(first.client());
      await().atMost(Duration.ofSeconds(20)).until(() -> resumed.total() == Batch.LINES + 1);
      assertThat(resumed.events()).isEqualTo(1);
    }
    other.close();
    await().atMost(TAKEN_OVER).until(() -> first.partitions() == PARTITIONS);
  }

  private static void pausedWithABatchInHand(Instance first, Instance third) throws Exception {
    CompletableFuture<Void> posting;
    try (Connection connection = instances.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT 1 FROM consumer_position FOR UPDATE");
      posting = post(first, ORGANS.get(1));
      await().atMost(Duration.ofMinutes(1)).until(() -> instances.waiting("third") > 0);
      third.signal("STOP");
      connection.rollback();
    }
    posting.join();
    await().atMost(Duration.ofMinutes(1)).until(() -> first.partitions() == PARTITIONS);
    equalsTheRegister(first, ORGANS.get(1));

    third.signal("CONT");
    await().atMost(Duration.ofMinutes(1)).until(() -> third.events("repeated") > 0);
    await().atMost(Duration.ofMinutes(1)).until(() -> third.partitions() > 0);
    equalsTheRegister(first, ORGANS.get(1));
    equalsTheRegister(third, ORGANS.get(1));
  }

  private static void askedToEndWhileItCounts(Instance first, Instance third) throws Exception {
    double before = third.events("applied");
    CompletableFuture<Void> posting = post(first, ORGANS.get(2));
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> third.events("applied") > before);
    assertThat(posting).isNotDone();
    ProcessHandle process = third.handle();
    String logged = third.log();
    third.signal("TERM");
    process.onExit().get(40, TimeUnit.SECONDS);
    posting.join();
    equalsTheRegister(first, ORGANS.get(2));
    assertThat(third.log().substring(logged.length())).doesNotContain("ERROR");
  }

  private static CompletableFuture<Void> post(Instance instance, String organ) {
    Client client = instance.client();
    return CompletableFuture.runAsync(
        () -> assertThat(new Batch(organ).send(client, () -> {})).hasSize(Batch.LINES));
  }

  private static void equalsTheRegister(Instance instance, String organ) {
    Client client = instance.client();
    String question = "?organ=" + organ + "&year=2024";
    Figures register = Figures.answered(client.get("analyst", "requests", "/tally" + question));
    assertThat(register.total(FormRow.NEWLY_RECEIVED)).isGreaterThanOrEqualTo(Batch.LINES);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              JsonNode matrix = client.get("analyst", "statistics", "/matrix" + question);
              assertThat(Figures.answered(matrix)).isEqualTo(register);
            });
  }

  /** How many events are counted. */
  private static double events() {
    return number("SELECT sum(next_offset) FROM consumer_position");
  }

  private static long number(String query) {
    try (Connection connection = instances.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void organ(Client client, String code) {
    assertThat(
            client
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + code,
                    "{\"name\":\"批量机关\",\"kind\":\"DEPARTMENT\"}")
                .statusCode())
        .isEqualTo(201);
  }
}
