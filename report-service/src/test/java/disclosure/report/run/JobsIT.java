package disclosure.report.run;

import static disclosure.report.TestReleases.sound;
import static disclosure.report.run.TestRuns.begun;
import static disclosure.report.run.TestRuns.finished;
import static disclosure.report.run.TestRuns.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.TestClient;
import disclosure.report.Absence;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.TestDrafts;
import disclosure.storage.job.JobKind;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators see the runs that are not finished, call them off, and have tried again. */
@QuarkusTest
class JobsIT {

  private static final int YEAR = 2025;
  private static final TestCounties.Organ ORGAN = TestCounties.below(TestCounties.COUNTY).get(3);

  @Inject @All List<JobKind> kinds;

  @BeforeEach
  void there_is_a_report() {
    TestDrafts.put(TestClient.EDITOR, ORGAN.code(), YEAR, sound(ORGAN.name(), YEAR));
  }

  @AfterEach
  void nobody_is_away_any_more() {
    Absence.endAll();
  }

  @Test
  void a_run_is_a_job_and_over_once_that_is_called_off() throws SQLException {
    Absence.begin(Absence.Of.REGISTER, Absence.How.REFUSING);
    UUID id = begun(ORGAN.code(), YEAR, "", "PENDING");
    await().until(() -> ids("/jobs", "items.id").contains(id.toString()));
    jobs("/jobs").body("items.find { it.id == '" + id + "' }.kind", equalTo("run"));
    command("/jobs/" + id + "/cancellation", 204);
    read("/runs/" + id).body("state", equalTo("FINISHED")).body("failed", equalTo(1));
    read("/runs/" + id + "/items").body("items.problem", contains("任务已取消"));
    jobs("/jobs").body("items.id", not(hasItem(id.toString())));
    command("/jobs/" + id + "/cancellation", 204);
    command("/jobs/" + UUID.randomUUID() + "/cancellation", 404);
  }

  @Test
  void a_report_that_was_given_up_is_done_when_it_is_tried_again() throws SQLException {
    UUID id =
        begun(
            ORGAN.code(),
            YEAR,
            "INSERT INTO report.job (id, kind) VALUES (:id, 'run');"
                + "INSERT INTO report.job_piece (job_id, key, attempts) VALUES (:id, '1', 8);",
            "PENDING",
            "DONE");
    finished("/runs/" + id).body("failed", equalTo(1));
    jobs("/jobs/parked").body(parked(id) + ".key", equalTo("1"));
    retry(id);
    await().until(() -> read("/runs/" + id).extract().<Integer>path("failed") == 0);
    finished("/runs/" + id).body("done", equalTo(2));
    jobs("/jobs/parked").body("items.jobId", not(hasItem(id.toString())));
  }

  @Test
  void reports_that_could_not_be_listed_are_when_that_is_tried_again() throws SQLException {
    UUID id =
        begun(
            ORGAN.code(),
            YEAR,
            "INSERT INTO report.job (id, kind) VALUES (:id, 'run');"
                + "INSERT INTO report.job_piece (job_id, key, attempts, cause, parked_at)"
                + " VALUES (:id, '', 8, 'Failure', clock_timestamp());");
    read("/runs/" + id).body("state", equalTo("PLANNING"));
    retry(id);
    finished("/runs/" + id).body("total", equalTo(1)).body("done", equalTo(1));
  }

  @Test
  void whoever_orders_takes_turns_and_what_is_old_goes_also_where_nobody_works() {
    assertThat(kinds)
        .filteredOn(kind -> List.of("run", "examination").contains(kind.name()))
        .hasSize(2)
        .allMatch(JobKind::takesTurns)
        .allMatch(JobKind::looksWithoutWorkers);
  }

  @Test
  void a_run_is_of_the_client_that_ordered_it() throws SQLException {
    String run = TestRuns.ask("CHECK");
    finished(run);
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.job JOIN report.job_turn turn"
                    + " ON turn.kind = job.kind AND turn.owner = job.owner"
                    + " WHERE job.owner = '"
                    + TestClient.EDITOR.id()
                    + "' AND job.id = '"
                    + run.substring(run.lastIndexOf('/') + 1)
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void the_service_may_forget_whose_turn_was_long_ago() throws SQLException {
    StoredDrafts.execute(
        "INSERT INTO report.job_turn VALUES ('run', 'somebody', now() - interval '2 days')");
    StoredDrafts.execute("DELETE FROM report.job_turn WHERE owner = 'somebody'");
  }

  private static void retry(UUID run) {
    Integer piece = jobs("/jobs/parked").extract().path(parked(run) + ".id");
    command("/jobs/parked/" + piece + "/retry", 204);
    command("/jobs/parked/999999999/retry", 404);
  }

  private static String parked(UUID run) {
    return "items.find { it.jobId == '" + run + "' }";
  }

  private static List<String> ids(String path, String items) {
    return jobs(path).extract().path(items);
  }

  private static ValidatableResponse jobs(String path) {
    return administrator().get(path).then().statusCode(200);
  }

  private static void command(String path, int status) {
    administrator().post(path).then().statusCode(status);
  }

  private static RequestSpecification administrator() {
    return given().auth().oauth2(TestClient.ADMINISTRATOR.token());
  }
}
