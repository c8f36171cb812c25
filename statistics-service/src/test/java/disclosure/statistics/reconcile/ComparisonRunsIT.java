package disclosure.statistics.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.Register;
import disclosure.statistics.count.CellIndex;
import disclosure.storage.Sql;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.JobSettings;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComparisonRunsIT {

  private static final String ORGAN = TestOrgans.coded("11141124012349911");

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject SelfAuditJob selfAudit;
  @Inject RegisterComparisonJob comparison;

  @Test
  void a_self_audit_is_done_in_the_background_and_finds_what_differs() throws Exception {
    plant(1);
    try {
      String place = order("/self-audit/runs");
      await().untilAsserted(() -> get(place).statusCode(200).body("finishedAt", notNullValue()));
      var progress = get(place).extract().jsonPath();
      assertThat(progress.getLong("states.wrongCells")).isPositive();
      assertThat(progress.getList("states.examples.organ")).contains(ORGAN);
      assertThat(progress.getLong("done")).isEqualTo(progress.getLong("total"));
      get("/self-audit").statusCode(200).body("wrongCells", notNullValue());
    } finally {
      plant(-1);
    }
  }

  @Test
  void two_instances_do_a_comparison_once() throws Exception {
    plant(1);
    try (JobWorkers other = another()) {
      other.start();
      for (int i = 0; i < 5; i++) {
        String place = order("/self-audit/runs");
        await().untilAsserted(() -> get(place).statusCode(200).body("finishedAt", notNullValue()));
        var progress = get(place).extract().jsonPath();
        assertThat(progress.getList("states.examples.organ", String.class))
            .filteredOn(ORGAN::equals)
            .hasSize(1);
        assertThat(progress.getLong("done")).isEqualTo(progress.getLong("total"));
      }
    } finally {
      plant(-1);
    }
  }

  @Test
  void a_comparison_with_the_register_is_done_in_the_background() {
    try (Register register = new Register()) {
      register.organ(ORGAN, "某局", Optional.empty());
    }
    // The register of the tests doesn't know the organ.
    String place = order("/register-comparison/runs?organ=" + ORGAN);
    await()
        .untilAsserted(
            () ->
                get(place)
                    .statusCode(200)
                    .body("organ", equalTo(ORGAN))
                    .body("finishedAt", notNullValue())
                    .body("register.unknownOrgans[0]", equalTo(ORGAN)));
  }

  @Test
  void one_that_is_under_way_is_not_begun_twice_and_can_be_called_off() throws Exception {
    UUID id = UUID.randomUUID();
    transactions.run(
        connection -> {
          Sql.of(
                  connection,
                  """
                  INSERT INTO comparison (id, kind, organ_code, last_year, ordered_by)
                  VALUES (:id, 'register-comparison', :organ, 2026, 'test')
                  """)
              .with("id", id)
              .with("organ", ORGAN)
              .update();
          // Nobody works on it for as long as the test takes.
          jobs.order(connection, "register-comparison", id, Duration.ofHours(1));
          return true;
        });
    String place = "/register-comparison/runs/" + id;
    assertThat(order("/register-comparison/runs?organ=" + ORGAN)).isEqualTo(place);
    get(place).statusCode(200).body("finishedAt", nullValue()).body("register", nullValue());
    as(TestClient.ADMINISTRATOR).get("/jobs").then().body("items.id", hasItem(id.toString()));

    as(TestClient.ADMINISTRATOR).post("/jobs/" + id + "/cancellation").then().statusCode(204);
    get(place).body("cancelledAt", notNullValue()).body("register", nullValue());
    assertThat(order("/register-comparison/runs?organ=" + ORGAN)).isNotEqualTo(place);
  }

  @Test
  void one_that_was_given_up_is_tried_again_when_it_is_ordered_again() {
    UUID id = UUID.randomUUID();
    transactions.run(
        connection -> {
          Sql.of(
                  connection,
                  """
                  INSERT INTO comparison (id, kind, organ_code, last_year, ordered_by)
                  VALUES (:id, 'self-audit', :organ, 2026, 'test')
                  """)
              .with("id", id)
              .with("organ", "")
              .update();
          jobs.order(connection, "self-audit", id, Duration.ZERO);
          Sql.of(
                  connection,
                  """
                  UPDATE job_piece
                     SET attempts = 5, parked_at = clock_timestamp() - interval '6 minutes'
                   WHERE job_id = :id
                  """)
              .with("id", id)
              .update();
          return true;
        });
    String place = "/self-audit/runs/" + id;
    get(place).statusCode(200).body("finishedAt", nullValue());
    assertThat(order("/self-audit/runs")).isEqualTo(place);
    await().untilAsserted(() -> get(place).body("finishedAt", notNullValue()));
  }

  @Test
  void they_are_the_administrators() {
    as(TestClient.ANALYST).post("/self-audit/runs").then().statusCode(403);
    as(TestClient.ADMINISTRATOR)
        .post("/register-comparison/runs?organ=123")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("organ"));
    get("/self-audit/runs/" + UUID.randomUUID()).statusCode(404);
    get("/register-comparison/runs/nothing").statusCode(404);
  }

  private JobWorkers another() {
    return new JobWorkers(
        database,
        jobs,
        transactions,
        List.<JobKind>of(selfAudit, comparison),
        JobSettings.DEFAULT,
        new SimpleMeterRegistry());
  }

  private static org.hamcrest.Matcher<Iterable<? super String>> hasItem(String item) {
    return org.hamcrest.Matchers.hasItem(item);
  }

  private static String order(String address) {
    return as(TestClient.ADMINISTRATOR)
        .post(address)
        .then()
        .statusCode(202)
        .header("Location", containsString("/runs/"))
        .extract()
        .header("Location");
  }

  private static ValidatableResponse get(String address) {
    return as(TestClient.ADMINISTRATOR).get(address).then();
  }

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token());
  }

  private void plant(int by) throws Exception {
    try (Connection connection = database.getConnection()) {
      Sql.of(connection, "INSERT INTO daily_count VALUES (:organ, :day, :place, :n)")
          .with("organ", ORGAN)
          .with("day", LocalDate.parse("2024-05-06"))
          .with("place", CellIndex.of(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON))
          .with("n", by)
          .update();
    }
  }
}
