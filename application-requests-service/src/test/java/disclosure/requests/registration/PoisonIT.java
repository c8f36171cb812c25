package disclosure.requests.registration;

import static disclosure.requests.ledger.TestLedgers.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.ledger.TestLedgers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One row that can't be read stands in the way of background work. */
@Tag("slow")
@QuarkusTest
class PoisonIT {

  private static final Duration PARKED = Duration.ofSeconds(60);

  private final String organ = RegisterTables.newOrgan();

  @AfterEach
  void leaveNothingToOtherTests() {
    RegisterTables.update(
        "BEGIN; UPDATE requests.application SET status = 'VOIDED', fees = '[]' WHERE organ_code = '"
            + organ
            + "'; DELETE FROM requests.job_piece WHERE parked_at IS NOT NULL; COMMIT;");
  }

  @Test
  void due_dates_of_others_are_reckoned_and_that_one_is_parked_until_it_is_retried() {
    String bad = post();
    String good = post();
    RegisterTables.update(
        """
        BEGIN;
        INSERT INTO requests.application_step
               (application_id, sequence, type, happened_on, content, client_id, recorded_at)
        VALUES ('%1$s', 1, 'EXTENDED', '2024-03-11', '{"type":"EXTENDED"}', 'recorder', now());
        UPDATE requests.application SET clock_revision = -1, due_on = '2031-01-01'
         WHERE id IN ('%1$s', '%2$s');
        COMMIT;
        """
            .formatted(bad, good));
    await().until(() -> isRecalculated(good));
    long parked = parked(bad);
    assertThat(isRecalculated(bad)).isFalse();
    ApplicationsIT.as(TestClient.OFFICE_ADMINISTRATOR).get("/jobs/parked").then().statusCode(403);
    Management.get("/q/health/ready").then().statusCode(200);

    RegisterTables.editSteps(
        "UPDATE requests.application_step SET content ="
            + " '{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-11\"}', type ="
            + " 'THIRD_PARTY_CONSULTED' WHERE application_id = '"
            + bad
            + "'");
    String retry = "/jobs/parked/" + parked + "/retry";
    ApplicationsIT.as(TestClient.ADMINISTRATOR).post(retry).then().statusCode(204);
    await().until(() -> isRecalculated(bad));
    await().until(() -> !listed().getList("items.key").contains(bad));
    ApplicationsIT.as(TestClient.ADMINISTRATOR).post(retry).then().statusCode(404);
  }

  @Test
  void other_states_are_published_again_and_the_orders_of_other_organs_too() {
    String bad = post();
    String good = post();
    String elsewhere = RegisterTables.newOrgan();
    RegisterTables.update(
        "UPDATE requests.application SET fees = '[{\"kind\":\"UNHEARD_OF\"}]' WHERE id = '"
            + bad
            + "'");
    String order = order("/outbox/republications", "{\"organCode\":\"" + organ + "\"}");
    String other = order("/outbox/republications", "{\"organCode\":\"" + elsewhere + "\"}");
    await().atMost(PARKED).until(() -> get(other).get("finishedAt") != null);
    await().atMost(PARKED).until(() -> get(order).get("finishedAt") != null);
    // The organ itself and the application that can be read.
    assertThat(get(order).getInt("appended")).isEqualTo(2);
    assertThat(get(order).getInt("parked")).isOne();
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.outbox WHERE key = '" + good + "'"))
        .isEqualTo(2);
  }

  @Test
  void others_are_encrypted_anew() throws Exception {
    String bad = post();
    RegisterTables.update(
        "UPDATE requests.application SET applicant_name = '\\x0000000000ff' WHERE id = '"
            + bad
            + "'");
    String order = order("/personal-data/reencryptions", "");
    await().atMost(PARKED).until(() -> get(order).getInt("parked") == 1);
    assertThat(get(order).getInt("lookedAt")).isPositive();
    // While it can't be encrypted anew, nobody may take the older keys for needless.
    assertThat(get(order).getString("finishedAt")).isNull();
    RegisterTables.update(
        "UPDATE requests.application SET applicant_name = NULL WHERE id = '" + bad + "'");
    String pass =
        "SELECT pass FROM requests.reencryption WHERE id = '" + get(order).getString("id") + "'";
    long before = RegisterTables.number(pass);
    // An instance had another key while the row was parked, when all was gone through.
    RegisterTables.update(
        "INSERT INTO requests.key_ring_use (instance, primary_key, seen_at)"
            + " VALUES (gen_random_uuid(), 1, clock_timestamp())");
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .post("/jobs/parked/" + parked(bad) + "/retry")
        .then()
        .statusCode(204);
    await().atMost(PARKED).until(() -> get(order).get("finishedAt") != null);
    assertThat(RegisterTables.number(pass)).isGreaterThan(before);
  }

  @Test
  void a_part_of_a_ledger_under_a_lost_key_holds_up_no_other_ledger() {
    String csv = "受理编号,申请人,申请人类别,申请渠道,收到申请日期,所需信息内容\n毒1,张三,公民,网上,2024-01-05,批复\n";
    String id = TestLedgers.importOf(organ, csv);
    RegisterTables.update(
        "UPDATE requests.ledger_part SET content = '\\x0000000000ff' WHERE import_id = '"
            + id
            + "'");
    String other = TestLedgers.importOf(organ, csv.replace("毒1", "毒2"));
    await().atMost(PARKED).until(() -> imported(other).get("finishedAt") != null);
    assertThat(imported(other).getInt("registered")).isOne();
    JsonPath first = imported(id);
    // The worker may have been quicker than this test.
    assertThat(first.getInt("parked") + first.getInt("registered")).isBetween(0, 1);
  }

  @Test
  void what_is_parked_is_listed_page_by_page_and_says_nothing_personal() {
    RegisterTables.update(
        """
        INSERT INTO requests.job (id, kind) VALUES ('018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a77', 'none')
        ON CONFLICT DO NOTHING;
        INSERT INTO requests.job_piece (job_id, key, cause, parked_at)
        SELECT '018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a77', 'page' || n, 'IllegalStateException', now()
          FROM generate_series(1, 3) n;
        """);
    JsonPath first = page("/jobs/parked?limit=2");
    assertThat(first.getList("items")).hasSize(2);
    JsonPath second = page(first.getString("next"));
    assertThat(second.getList("items")).isNotEmpty();
    assertThat(second.getList("items.id")).doesNotContainAnyElementsOf(first.getList("items.id"));
    ApplicationsIT.as(TestClient.RECORDER).get("/jobs/parked").then().statusCode(403);
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/jobs/parked?limit=0")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("limit"));
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/jobs/parked")
        .then()
        .body("items.cause", not(hasItem("张三")));
  }

  private String post() {
    String body = ApplicationsIT.application("2024-03-01", "").replace(TestOrgans.OFFICE, organ);
    return ApplicationsIT.post(body).then().statusCode(201).extract().path("id");
  }

  private static boolean isRecalculated(String id) {
    return RegisterTables.number(
            "SELECT clock_revision FROM requests.application WHERE id = '" + id + "'")
        >= 0;
  }

  /** The number under which the row is parked. */
  private static long parked(String row) {
    await().atMost(PARKED).until(() -> listed().getList("items.key").contains(row));
    return listed().getLong("items.find { it.key == '" + row + "' }.id");
  }

  private static JsonPath listed() {
    return page("/jobs/parked?limit=500");
  }

  private static JsonPath page(String path) {
    return ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String order(String path, String body) {
    var request = ApplicationsIT.as(TestClient.ADMINISTRATOR);
    return (body.isEmpty() ? request : request.body(body))
        .post(path)
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private static JsonPath get(String location) {
    return ApplicationsIT.as(TestClient.ADMINISTRATOR).get(location).jsonPath();
  }
}
