package disclosure.requests.job;

import static disclosure.requests.ledger.TestLedgers.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import disclosure.edge.testing.TestClient;
import disclosure.requests.RegisterTables;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Background work is called off over HTTP. */
@QuarkusTest
class CancellationIT {

  private final String organ = RegisterTables.newOrgan();

  @Test
  void an_import_that_is_called_off_takes_over_no_more_rows() {
    String id = importOf(4_000);
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/jobs")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.kind", hasItem("ledger-import"));
    cancel(id, 204);
    JsonPath ended = imported(id);
    assertThat(ended.getString("cancelledAt")).isNotNull();
    assertThat(ended.getString("finishedAt")).isNotNull();
    assertThat(ended.getInt("registered")).isLessThan(4_000);
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.ledger_part WHERE import_id = '" + id + "'"))
        .isZero();
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.audit_entry WHERE action = 'JOB_CANCELLED'"
                    + " AND subject_id = '"
                    + id
                    + "'"))
        .isOne();

    // What comes after it is done, and what was called off stays so.
    String next = importOf(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> imported(next).getString("finishedAt") != null);
    assertThat(imported(id).getInt("registered")).isEqualTo(ended.getInt("registered"));
    cancel(id, 204);
    cancel(next, 404);
  }

  @Test
  void an_order_to_encrypt_anew_that_is_called_off_lets_nobody_do_without_the_older_keys() {
    String order =
        ApplicationsIT.as(TestClient.ADMINISTRATOR)
            .post("/personal-data/reencryptions")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    cancel(order.substring(order.lastIndexOf('/') + 1), 204);
    JsonPath ended = ApplicationsIT.as(TestClient.ADMINISTRATOR).get(order).jsonPath();
    assertThat(ended.getString("cancelledAt")).isNotNull();
    assertThat(ended.getString("finishedAt")).isNull();
    // Instances of a release that knows no jobs go on with what isn't finished in the table.
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.reencryption WHERE finished_at IS NULL AND id = '"
                    + ended.getString("id")
                    + "'"))
        .isZero();
  }

  @Test
  void only_administrators_of_everything_call_off_what_there_is() {
    String path = "/jobs/" + UUID.randomUUID() + "/cancellation";
    ApplicationsIT.as(TestClient.RECORDER).post(path).then().statusCode(403);
    ApplicationsIT.as(TestClient.OFFICE_ADMINISTRATOR).post(path).then().statusCode(403);
    ApplicationsIT.as(TestClient.OFFICE_ADMINISTRATOR).get("/jobs").then().statusCode(403);
    ApplicationsIT.as(TestClient.ADMINISTRATOR).post(path).then().statusCode(404);
  }

  private static void cancel(String id, int status) {
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .post("/jobs/" + id + "/cancellation")
        .then()
        .statusCode(status);
  }

  private String importOf(int rows) {
    String csv =
        IntStream.range(0, rows)
            .mapToObj(row -> UUID.randomUUID() + ",公民,网上,2024-01-05,批复")
            .collect(Collectors.joining("\n", "受理编号,申请人类别,申请渠道,收到申请日期,所需信息内容\n", "\n"));
    return TestLedgers.importOf(organ, csv);
  }
}
