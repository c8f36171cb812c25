package disclosure.requests.ledger;

import static disclosure.requests.ledger.TestLedgers.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import says it registered is what it registered, whatever comes in between. */
@QuarkusTest
class LedgerPartsIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject LedgerWorker worker;

  private final String organ = RegisterTables.newOrgan();

  @BeforeEach
  void there_may_be_outages() {
    RegisterTables.update("CREATE SEQUENCE requests.ledger_outages");
  }

  @AfterEach
  void nothing_is_in_the_way() {
    RegisterTables.update(
        """
        DROP TRIGGER IF EXISTS obstacle ON requests.application;
        DROP TRIGGER IF EXISTS obstacle ON requests.ledger_import;
        DROP TRIGGER IF EXISTS obstacle ON requests.ledger_part;
        DROP FUNCTION IF EXISTS requests.obstacle();
        DROP SEQUENCE requests.ledger_outages;
        """);
  }

  @Test
  void a_part_is_registered_and_counted_or_neither_when_the_import_is_called_off() {
    obstacle("application", "INSERT", "PERFORM pg_advisory_xact_lock(20261128)");
    String id;
    CompletableFuture<Void> cancelled;
    try (RegisterTables.Lock held = RegisterTables.lock(20261128)) {
      id = importOf(600);
      await().atMost(LONG).until(() -> held.waiting() > 0);
      String order = id;
      cancelled = CompletableFuture.runAsync(() -> cancel(order));
      await()
          .atMost(LONG)
          .until(() -> cancelled.isDone() || RegisterTables.Lock.waitingAnywhere() > 1);
    }
    cancelled.join();
    assertThat(imported(id).getString("cancelledAt")).isNotNull();
    // Work that came after it is done, so that nothing of it is under way any more.
    finished(importOf(1));
    assertThat(stored()).isEqualTo(imported(id).getLong("registered") + 1);
  }

  @Test
  void those_who_import_take_turns() {
    assertThat(worker.takesTurns()).isTrue();
    String id = importOf(1);
    finished(id);
    assertThat(
            RegisterTables.texts(
                "SELECT turn.owner FROM requests.job JOIN requests.job_turn turn"
                    + " ON turn.kind = job.kind AND turn.owner = job.owner WHERE job.id = '"
                    + id
                    + "'"))
        .containsExactly(TestClient.RECORDER.id());
  }

  @Test
  void a_row_that_cannot_be_registered_is_parked_alone_and_the_others_count_as_registered() {
    obstacle("application", "INSERT", "IF NEW.source_reference = '号7' THEN RAISE 'no'; END IF");
    String id = importOf(200);
    JsonPath ended = finished(id);
    assertThat(ended.getInt("registered")).isEqualTo(199);
    assertThat(ended.getInt("repeated")).isZero();
    assertThat(ended.getInt("parked")).isOne();
    assertThat(stored()).isEqualTo(199);

    RegisterTables.update("DROP TRIGGER obstacle ON requests.application");
    String piece =
        RegisterTables.texts("SELECT id FROM requests.job_piece WHERE job_id = '" + id + "'")
            .get(0);
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .post("/jobs/parked/" + piece + "/retry")
        .then()
        .statusCode(204);
    await().atMost(LONG).until(() -> imported(id).getInt("registered") == 200);
    assertThat(imported(id).getInt("repeated")).isZero();
    assertThat(imported(id).getInt("parked")).isZero();
    assertThat(stored()).isEqualTo(200);
  }

  @Test
  void parts_that_no_key_opens_are_parked_and_hold_up_no_other_import() {
    RegisterTables.update(
        """
        CREATE FUNCTION requests.obstacle() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM requests.ledger_import
                      WHERE id = NEW.import_id AND organ_code = '%s') THEN
            NEW.content := '\\x0102';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER obstacle BEFORE INSERT ON requests.ledger_part
           FOR EACH ROW EXECUTE FUNCTION requests.obstacle();
        """
            .formatted(organ));
    String unreadable = importOf(600);
    RegisterTables.update("DROP TRIGGER obstacle ON requests.ledger_part");

    assertThat(finished(importOf(1)).getInt("registered")).isOne();
    JsonPath ended = finished(unreadable);
    assertThat(ended.getInt("registered")).isZero();
    assertThat(ended.getInt("parked")).isEqualTo(600);
  }

  @Test
  void outages_in_the_middle_of_parts_make_two_instances_count_nothing_twice() {
    String outage =
        """
        IF nextval('requests.ledger_outages') < 4
        THEN RAISE 'away' USING ERRCODE = '57P03'; END IF\
        """;
    obstacle("ledger_import", "UPDATE", outage);
    try (JobWorkers other = OtherInstance.workers(database, jobs, transactions, worker)) {
      other.start();
      JsonPath ended = finished(importOf(2_000));
      assertThat(ended.getInt("registered")).isEqualTo(2_000);
      assertThat(ended.getInt("repeated")).isZero();
      assertThat(stored()).isEqualTo(2_000);
    }
  }

  /** Something that a change of this organ's rows meets. */
  private void obstacle(String table, String change, String what) {
    RegisterTables.update(
        """
        CREATE FUNCTION requests.obstacle() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.organ_code = '%s' THEN %s; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER obstacle BEFORE %s ON requests.%s
           FOR EACH ROW EXECUTE FUNCTION requests.obstacle();
        """
            .formatted(organ, what, change, table));
  }

  private String importOf(int rows) {
    String csv =
        IntStream.range(0, rows)
            .mapToObj(row -> (rows == 1 ? "后" : "号") + row + ",公民,网上,2024-01-05,批复")
            .collect(Collectors.joining("\n", "受理编号,申请人类别,申请渠道,收到申请日期,所需信息内容\n", "\n"));
    return TestLedgers.importOf(organ, csv);
  }

  /** Calls it off; while its part is being stored, that may have to be asked for again. */
  private static void cancel(String id) {
    await()
        .atMost(LONG)
        .until(
            () ->
                ApplicationsIT.as(TestClient.ADMINISTRATOR)
                        .post("/jobs/" + id + "/cancellation")
                        .statusCode()
                    == 204);
  }

  private static JsonPath finished(String id) {
    await().atMost(LONG).until(() -> imported(id).getString("finishedAt") != null);
    return imported(id);
  }

  private long stored() {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.application WHERE organ_code = '" + organ + "'");
  }
}
