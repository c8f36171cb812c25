package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.FormRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The stack is killed in the middle of its work, and nothing is lost, doubled or left over. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillE2ET {

  private static final String ORGAN = "11141124012345698T";
  private static final String OTHER_ORGAN = "11100000000013338W";
  private static final String DRAINED_ORGAN = "11141124012345777B";
  private static final String LEDGER_ORGAN = "111411240123458885";
  private static final int LEDGER_ROWS = 5_000;

  private static Path data;
  private static Launch launch;

  @BeforeAll
  static void start() {
    data = Checkout.folder("kill");
    launch = Launch.of(data);
  }

  @BeforeEach
  void up() {
    launch = (launch.ended() ? launch.again() : launch).up();
  }

  @AfterAll
  static void stop() {
    launch.close();
    Checkout.delete(data);
  }

  @Test
  void all_killed_in_the_middle_of_a_batch_it_goes_on_with_one_application_a_line() {
    int answered =
        killedInTheMiddle(ORGAN, () -> launch.processes().forEach(ProcessHandle::destroyForcibly));

    assertThat(answered).isLessThan(Batch.LINES);
  }

  @Test
  @Tag("soak")
  @Tag("rounds")
  void the_launcher_killed_in_the_middle_of_a_batch_the_others_end_by_themselves() {
    killedInTheMiddle(OTHER_ORGAN, launch::kill);
  }

  @Test
  @Tag("soak")
  @Tag("rounds")
  void ended_in_the_middle_of_a_batch_it_answers_all_lines_and_single_posts_before_it_stops()
      throws Exception {
    Batch batch = new Batch(DRAINED_ORGAN);
    List<ProcessHandle> processes = launch.processes();
    organ(launch.client(), DRAINED_ORGAN);
    Launch ending = launch;
    Client client = launch.client();
    SinglePosts singles = SinglePosts.start(client, DRAINED_ORGAN, 4);
    CompletableFuture<Integer> status = new CompletableFuture<>();

    Map<Integer, String> answered =
        batch.send(client, () -> status.completeAsync(ending::terminate));
    Map<String, String> posted = singles.stop();

    assertThat(status.get(3, TimeUnit.MINUTES)).isZero();
    assertThat(answered).hasSize(Batch.LINES);
    assertThat(posted).isNotEmpty();
    launch.leavesNothing(processes);
    launch = launch.again().up();
    Client after = launch.client();
    assertThat(batch.send(after, () -> {})).isEqualTo(answered);
    posted.forEach(
        (reference, id) ->
            assertThat(SinglePosts.post(after, DRAINED_ORGAN, reference)).contains(id));
    assertThat(received(after, DRAINED_ORGAN, 2024)).isEqualTo(Batch.LINES);
    assertThat(received(after, DRAINED_ORGAN, 2025))
        .isBetween((long) posted.size(), (long) singles.sent());
  }

  @Test
  @Tag("soak")
  @Tag("rounds")
  void all_killed_in_the_middle_of_a_ledgers_import_it_goes_on_with_one_application_a_row() {
    organ(launch.client(), LEDGER_ORGAN);
    List<ProcessHandle> processes = launch.processes();
    String place = launch.client().orderLedger(LEDGER_ORGAN, ledger());
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> imported(place, "registered") >= 600);
    assertThat(imported(place, "registered")).isLessThan(LEDGER_ROWS);

    launch.processes().forEach(ProcessHandle::destroyForcibly);
    launch.leavesNothing(processes);
    launch = launch.again().up();

    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> launch.client().get("recorder", "requests", place).has("finishedAt"));
    assertThat(imported(place, "registered") + imported(place, "repeated")).isEqualTo(LEDGER_ROWS);
    assertThat(imported(place, "refused")).isZero();
    assertThat(received(launch.client(), LEDGER_ORGAN, 2024)).isEqualTo(LEDGER_ROWS);
    assertThatTheMatrixEqualsTheRegister(launch.client(), LEDGER_ORGAN, LEDGER_ROWS);
  }

  @Test
  @Tag("soak")
  @Tag("rounds")
  void what_outlives_launcher_and_watchdog_is_ended_by_the_next_start() {
    List<ProcessHandle> processes = launch.processes();
    Launch killed = launch;

    killed.watchdog().destroyForcibly();
    killed.kill();
    await().atMost(Launch.STOP).until(killed::ended);
    assertThat(processes).anyMatch(ProcessHandle::isAlive);
    launch = killed.again().up();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  /** The last, since after it nothing has to start again. */
  @Test
  @Order(Integer.MAX_VALUE)
  void a_service_that_is_killed_stops_the_stack_with_one_sentence() {
    List<ProcessHandle> processes = launch.processes();

    launch.service("statistics-service").destroyForcibly();

    assertThat(launch.exit()).isEqualTo(1);
    assertThat(launch.output().strip().lines().reduce((first, second) -> second))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The statistics-service has ended by itself (signal 9), so the stack"));
    launch.leavesNothing(processes);
  }

  /** The number of lines that were answered before all were sent again. */
  private static int killedInTheMiddle(String organ, Runnable kill) {
    Batch batch = new Batch(organ);
    List<ProcessHandle> processes = launch.processes();
    organ(launch.client(), organ);

    Map<Integer, String> before = batch.send(launch.client(), kill);
    launch.leavesNothing(processes);
    launch = launch.again().up();
    Map<Integer, String> after = batch.send(launch.client(), () -> {});

    assertThat(before).hasSizeGreaterThanOrEqualTo(1000);
    assertThat(after).hasSize(Batch.LINES).containsAllEntriesOf(before);
    assertThat(new HashSet<>(after.values())).hasSize(Batch.LINES);
    assertThatTheMatrixEqualsTheRegister(launch.client(), organ, Batch.LINES);
    return before.size();
  }

  private static int imported(String place, String count) {
    return launch.client().get("recorder", "requests", place).get(count).intValue();
  }

  private static long received(Client client, String organ, int year) {
    String question = "?organ=" + organ + "&year=" + year;
    return Figures.answered(client.get("analyst", "requests", "/tally" + question))
        .total(FormRow.NEWLY_RECEIVED);
  }

  private static String ledger() {
    return IntStream.rangeClosed(1, LEDGER_ROWS)
        .mapToObj(row -> "\n台账" + row + ",申请人" + row + ",自然人,网上,2024-03-" + (1 + row % 28))
        .collect(Collectors.joining("", "受理编号,申请人,申请人类别,申请渠道,收到申请日期", "\n"));
  }

  private static void assertThatTheMatrixEqualsTheRegister(
      Client client, String organ, int applications) {
    String question = "?organ=" + organ + "&year=2024";
    Figures register = Figures.answered(client.get("analyst", "requests", "/tally" + question));
    assertThat(register.total(FormRow.NEWLY_RECEIVED)).isEqualTo(applications);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              JsonNode matrix = client.get("analyst", "statistics", "/matrix" + question);
              assertThat(Figures.answered(matrix)).isEqualTo(register);
            });
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
