package disclosure.requests.ledger;

import static disclosure.requests.ledger.TestLedgers.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.storage.job.JobTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows of a ledger that are never registered do not stay for ever. */
@QuarkusTest
class LedgerRetentionIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  @Inject JobTransactions transactions;
  @Inject LedgerImports imports;
  @Inject LedgerSettings settings;

  private final String organ = RegisterTables.newOrgan();

  @AfterEach
  void nothing_is_in_the_way() {
    RegisterTables.update(
        """
        DROP TRIGGER IF EXISTS unreadable ON requests.ledger_part;
        DROP FUNCTION IF EXISTS requests.unreadable();
        """);
  }

  @Test
  void parts_that_no_key_opens_are_shown_with_their_cause_and_dropped_after_a_month() {
    String id = importWithoutKey();
    await().atMost(LONG).until(() -> imported(id).getInt("parked") == 1);
    assertThat(parked(id)).hasSize(1);
    aged(id, 29);
    transactions.run(
        connection -> {
          imports.dropOlderThan(connection, settings.retention());
          return true;
        });
    assertThat(parts(id)).isOne();

    aged(id, 31);

    await().atMost(LONG).until(() -> parts(id) == 0);
    assertThat(parked(id)).isEmpty();
    assertThat(imported(id).getString("cancelledAt")).isNotNull();
    assertThat(imported(id).getInt("parked")).isZero();
    assertThat(
            RegisterTables.texts(
                "SELECT client_id FROM requests.audit_entry WHERE action = 'JOB_CANCELLED'"
                    + " AND subject_id = '"
                    + id
                    + "'"))
        .isEqualTo(List.of("register"));
  }

  @Test
  void what_was_done_with_each_row_is_told_for_two_years_and_what_was_done_altogether_for_good() {
    String id = TestLedgers.importOf(organ, "受理编号,申请人类别,申请渠道,收到申请日期\n1,公民,网上,2024-01-05\n");
    await().atMost(LONG).until(() -> imported(id).getString("finishedAt") != null);
    aged(id, 729);
    transactions.run(
        connection -> {
          imports.dropRowsOlderThan(connection, settings.rowsRetention());
          return true;
        });
    assertThat(rows(id)).hasSize(1);
    assertThat(imported(id).getString("rowsDroppedAt")).isNull();

    aged(id, 733);

    await().atMost(LONG).until(() -> rows(id).isEmpty());
    assertThat(imported(id).getString("rowsDroppedAt")).isNotNull();
    assertThat(imported(id).getInt("registered")).isOne();
    assertThat(imported(id).getInt("refused")).isZero();
  }

  private static List<Object> rows(String id) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/ledger/imports/" + id + "/rows")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  private String importWithoutKey() {
    RegisterTables.update(
        """
        CREATE FUNCTION requests.unreadable() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql
        AS $$
        BEGIN
          IF EXISTS (SELECT FROM requests.ledger_import
                      WHERE id = NEW.import_id AND organ_code = '%s') THEN
            NEW.content := '\\x0102';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER unreadable BEFORE INSERT ON requests.ledger_part
           FOR EACH ROW EXECUTE FUNCTION requests.unreadable();
        """
            .formatted(organ));
    return TestLedgers.importOf(organ, "受理编号,申请人类别,申请渠道,收到申请日期,所需信息内容\n1,公民,网上,2024-01-05,批复\n");
  }

  private static void aged(String id, int days) {
    RegisterTables.update(
        "UPDATE requests.ledger_import SET ordered_at = now() - interval '%d days' WHERE id = '%s'"
            .formatted(days, id));
  }

  private static long parts(String id) {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.ledger_part WHERE import_id = '" + id + "'");
  }

  private static List<String> parked(String id) {
    return ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/jobs/parked?limit=500")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.jobId == '" + id + "' }.cause", String.class);
  }
}
