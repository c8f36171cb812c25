package disclosure.report.run;

import static disclosure.report.TestReleases.sound;
import static disclosure.report.run.TestRuns.YEAR;
import static disclosure.report.run.TestRuns.ask;
import static disclosure.report.run.TestRuns.begun;
import static disclosure.report.run.TestRuns.finished;
import static disclosure.report.run.TestRuns.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.report.Absence;
import disclosure.report.NeighbourLog;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.TestDrafts;
import disclosure.report.Trouble;
import disclosure.storage.job.JobSettings;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs while the services that they ask are away, and when there is no end to be had. */
@QuarkusTest
class RunOutageIT {

  private static final int MAX_ATTEMPTS = 8;
  private static final String WAITING = "统计服务或者登记服务暂时无法访问，恢复后自动继续";
  private static final String NOT_LISTED = "多次尝试仍未能列出各行政机关的年度报告，稍后自动重试，管理员也可以立即重试";
  private static final List<TestCounties.Organ> WRITTEN =
      TestCounties.below(TestCounties.COUNTY).subList(0, 3);

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject RunJob kind;

  @BeforeEach
  void three_of_sixty_organs_have_written_their_reports() {
    WRITTEN.forEach(
        organ -> TestDrafts.put(TestClient.EDITOR, organ.code(), YEAR, sound(organ.name(), YEAR)));
  }

  @AfterEach
  void nobody_is_away_any_more() {
    Absence.endAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSING", "HANGING_UP"})
  void a_service_that_is_away_longer_than_all_attempts_would_take_fails_no_report(Absence.How how) {
    try (JobWorkers other =
        new JobWorkers(
            database,
            jobs,
            transactions,
            List.of(kind),
            JobSettings.DEFAULT,
            new SimpleMeterRegistry())) {
      other.start();
      Absence.begin(Absence.Of.REGISTER, how);
      String run = ask("CHECK");
      await().until(() -> WAITING.equals(read(run).extract().path("problem")));
      read(run).body("state", equalTo("PLANNING"));
      Absence.begin(Absence.Of.STATISTICS, how);
      Absence.end(Absence.Of.REGISTER);
      AtomicInteger asked = new AtomicInteger();
      NeighbourLog.paths("");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  asked.addAndGet(NeighbourLog.paths("/matrix?").size())
                      > WRITTEN.size() * MAX_ATTEMPTS);
      read(run)
          .body("state", equalTo("RUNNING"))
          .body("failed", equalTo(58))
          .body("problem", equalTo(WAITING));
      Absence.end(Absence.Of.STATISTICS);
      finished(run)
          .body("done", equalTo(3))
          .body("failed", equalTo(58))
          .body("problem", nullValue());
    }
  }

  @Test
  void a_service_that_hangs_is_waited_for_too() throws Exception {
    Absence.begin(Absence.Of.STATISTICS, Absence.How.SILENT);
    UUID id = begun(WRITTEN.get(0).code(), YEAR, "", "PENDING");
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> WAITING.equals(read("/runs/" + id).extract().path("problem")));
    assertThat(StoredDrafts.number(attempts(id))).isZero();
    Absence.endAll();
    finished("/runs/" + id).body("done", equalTo(1));
  }

  @Test
  void ones_own_runs_are_listed_though_nobody_tells_of_other_organs() throws Exception {
    String ofTheCounty =
        "UPDATE report.run SET organ_code = '" + TestOrgans.COUNTY + "' WHERE id = :id;";
    UUID own = begun(WRITTEN.get(0).code(), YEAR, ofTheCounty, "DONE");
    UUID other = begun(WRITTEN.get(0).code(), YEAR, "", "DONE");
    Absence.begin(Absence.Of.STATISTICS, Absence.How.REFUSING);
    List<String> listed =
        given()
            .auth()
            .oauth2(TestClient.COUNTY_EDITOR.token())
            .get("/runs")
            .then()
            .statusCode(200)
            .body("complete", equalTo(false))
            .extract()
            .path("items.id");
    assertThat(listed).contains(own.toString()).doesNotContain(other.toString());
  }

  @Test
  void a_check_is_not_run_without_the_register() throws Exception {
    Absence.begin(Absence.Of.REGISTER, Absence.How.REFUSING);
    UUID id = begun(WRITTEN.get(0).code(), YEAR, "", "PENDING");
    await().until(() -> WAITING.equals(read("/runs/" + id).extract().path("problem")));
    Absence.endAll();
    finished("/runs/" + id).body("done", equalTo(1)).body("obstructed", equalTo(0));
  }

  @Test
  void what_a_service_never_answers_as_it_should_is_told_as_failed() throws Exception {
    String organ = Trouble.GARBAGE.organ();
    StoredDrafts.copy(WRITTEN.get(0).code(), organ, YEAR);
    UUID id = begun(organ, YEAR, "", "PENDING");
    finished("/runs/" + id).body("failed", equalTo(1));
    read("/runs/" + id + "/items").body("items.problem", contains("多次尝试仍未取得完整数据，请稍后重新运行"));
  }

  @Test
  void a_run_whose_reports_could_not_be_listed_says_so_and_is_begun_again() throws Exception {
    UUID id =
        begun(
            WRITTEN.get(0).code(),
            YEAR,
            "INSERT INTO report.job (id, kind) VALUES (:id, 'run');"
                + "INSERT INTO report.job_piece (job_id, key, attempts, parked_at)"
                + " VALUES (:id, '', 8, clock_timestamp());");
    read("/runs/" + id).body("state", equalTo("PLANNING")).body("problem", equalTo(NOT_LISTED));
    StoredDrafts.execute(
        "UPDATE report.job_piece SET parked_at = parked_at - interval '6 minutes' WHERE job_id = '"
            + id
            + "'");
    finished("/runs/" + id).body("total", equalTo(1)).body("done", equalTo(1));
  }

  private static String attempts(UUID run) {
    return "SELECT max(attempts) FROM report.job_piece WHERE job_id = '" + run + "'";
  }
}
