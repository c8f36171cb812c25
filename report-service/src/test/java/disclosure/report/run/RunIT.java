package disclosure.report.run;

import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.run.TestRuns.YEAR;
import static disclosure.report.run.TestRuns.ask;
import static disclosure.report.run.TestRuns.begun;
import static disclosure.report.run.TestRuns.body;
import static disclosure.report.run.TestRuns.cancel;
import static disclosure.report.run.TestRuns.finished;
import static disclosure.report.run.TestRuns.post;
import static disclosure.report.run.TestRuns.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.NeighbourLog;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.TestDrafts;
import disclosure.report.TestReleases;
import disclosure.report.Trouble;
import disclosure.storage.job.JobProgress;
import disclosure.storage.job.JobSettings;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class RunIT {

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject RunJob kind;

  private static final int TOKEN_SECONDS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<TestCounties.Organ> WRITTEN =
      TestCounties.below(TestCounties.COUNTY).subList(0, 3);

  @BeforeEach
  void three_of_sixty_organs_have_written_their_reports() {
    for (TestCounties.Organ organ : WRITTEN) {
      ObjectNode draft = sound(organ.name(), YEAR);
      if (organ.equals(WRITTEN.get(1))) {
        draft.put("signedOn", "2023-02-05");
      }
      TestDrafts.put(TestClient.EDITOR, organ.code(), YEAR, draft);
    }
  }

  @Test
  void every_report_of_a_subtree_is_checked_and_what_is_missing_is_named() {
    String run = ask("CHECK");
    finished(run)
        .body("total", equalTo(61))
        .body("done", equalTo(3))
        .body("failed", equalTo(58))
        .body("obstructed", equalTo(1))
        .body("remainingSeconds", nullValue());
    read(run + "/items?failed=true")
        .body("items", hasSize(58))
        .body("items.problem", everyItem(equalTo("尚未编写年度报告")));
    read(run + "/items")
        .body("items.findAll { it.state == 'DONE' }.organCode", equalTo(codes()))
        .body("items.find { it.obstacles.size() > 0 }.organCode", equalTo(codes().get(1)))
        .body("items.find { it.obstacles.size() > 0 }.obstacles", contains(21));
    String events = read(run + "/events").extract().asString();
    assertThat(events).contains("\"state\":\"FINISHED\"").containsPattern("(?m)^event: ?progress$");
    String id =
        events
            .lines()
            .filter(line -> line.startsWith("id:"))
            .map(line -> line.substring(3).trim())
            .findFirst()
            .orElseThrow();
    assertThat(after(id, run)).doesNotContain("data:");
    assertThat(after("another", run)).contains("\"state\":\"FINISHED\"");
  }

  /** The events for who has had one already. */
  private static String after(String id, String run) {
    return given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .header("Last-Event-ID", id)
        .get(run + "/events")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void documents_come_in_one_archive_with_a_list_of_the_results() throws IOException {
    String published = codes().get(2);
    TestReleases.submit(published + "/" + YEAR, 1);
    TestReleases.publish(published + "/" + YEAR, 1);
    String run = ask("DOCUMENTS", "csv", "html");
    finished(run).body("done", equalTo(3));
    Map<String, byte[]> files = archive(run);
    assertThat(files).hasSize(1 + 3 * 2);
    assertThat(new String(files.get("办理结果.csv"), StandardCharsets.UTF_8))
        .contains(codes().get(0) + ",\"甲县第1局\",OWN,完成,\"\",\"\"")
        .contains(codes().get(1) + ",\"甲县第2局\",OWN,完成,\"21\",\"\"")
        .contains("未完成,\"\",\"尚未编写年度报告\"");
    assertThat(files.get(published + "/甲县第3局2022年政府信息公开工作年度报告.html"))
        .isEqualTo(
            given()
                .get("/reports/" + published + "/" + YEAR + "/document?format=html")
                .asByteArray());
  }

  @Test
  @Timeout(60)
  void events_end_with_the_token_though_the_run_goes_on() {
    String run =
        post(TestClient.EDITOR, body(Trouble.DIRECTORY_SILENT.organ(), YEAR + 1, "CHECK"))
            .statusCode(202)
            .extract()
            .header("Location");
    String events =
        given()
            .auth()
            .oauth2(TestClient.EDITOR.token(TOKEN_SECONDS))
            .get(run + "/events")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(events).contains("data:").doesNotContain("FINISHED");
    assertThat(events.lines().filter(line -> line.startsWith("data:")).count())
        .isLessThanOrEqualTo(TOKEN_SECONDS);
    cancel(run);
  }

  @Test
  void the_runs_that_one_may_see_are_listed_the_newest_first() {
    String first = ask("CHECK");
    finished(first);
    String second = ask("CHECK");
    finished(second);
    List<String> all = new ArrayList<>();
    String next = "/runs?limit=1&organ=" + TestCounties.COUNTY;
    while (next != null) {
      ValidatableResponse page = read(next);
      all.addAll(page.extract().path("items.id"));
      next = page.extract().path("next");
    }
    assertThat(all.subList(0, 2))
        .containsExactly(second.replace("/runs/", ""), first.replace("/runs/", ""));
    assertThat(all).doesNotHaveDuplicates();
    assertThat(read("/runs").extract().<List<String>>path("items.id")).contains(all.get(0));
    List<String> others =
        given()
            .auth()
            .oauth2(TestClient.FOREIGN_EDITOR.token())
            .get("/runs")
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    assertThat(others).doesNotContainAnyElementsOf(all);
  }

  @Test
  void a_ticket_opens_the_events_of_its_run_once() {
    String run = ask("CHECK");
    finished(run);
    String stream =
        given()
            .auth()
            .oauth2(TestClient.EDITOR.token())
            .post(run + "/events/tickets")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .extract()
            .path("stream");
    assertThat(stream).startsWith(run + "/events?ticket=");
    given().get(stream.replace("/events", "")).then().statusCode(401);
    assertThat(given().get(stream).then().statusCode(200).extract().asString())
        .contains("data:")
        .contains("FINISHED");
    given().get(stream).then().statusCode(401);
  }

  @Test
  void what_a_killed_worker_held_is_done_by_another_once() throws SQLException, IOException {
    String run = ask("DOCUMENTS", "csv");
    finished(run);
    Map<String, byte[]> before = archive(run);
    String id = run.substring(run.lastIndexOf('/') + 1);
    String item = "run_id = '" + id + "' AND organ_code = '" + codes().get(0) + "'";
    StoredDrafts.execute(
        "DELETE FROM report.run_document WHERE (run_id, number) ="
            + " (SELECT run_id, number FROM report.run_item WHERE "
            + item
            + ")");
    StoredDrafts.execute("UPDATE report.run_item SET state = 'PENDING' WHERE " + item);
    StoredDrafts.execute("UPDATE report.run SET finished_at = NULL WHERE id = '" + id + "'");
    StoredDrafts.execute("UPDATE report.job SET finished_at = NULL WHERE id = '" + id + "'");
    StoredDrafts.execute(
        "INSERT INTO report.job_piece (job_id, key, claim, claimed_until)"
            + " SELECT run_id, number::text, 1, clock_timestamp() + interval '2 seconds'"
            + " FROM report.run_item WHERE "
            + item);
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get(run + "/archive")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/not-finished"));
    finished(run).body("done", equalTo(3));
    assertThat(archive(run)).containsOnlyKeys(before.keySet());
  }

  @Test
  void two_instances_do_each_report_once() {
    NeighbourLog.paths("");
    try (JobWorkers other =
        new JobWorkers(
            database,
            jobs,
            transactions,
            List.of(kind),
            JobSettings.DEFAULT,
            new SimpleMeterRegistry())) {
      other.start();
      finished(ask("CHECK")).body("done", equalTo(3)).body("failed", equalTo(58));
    }
    assertThat(NeighbourLog.paths("/matrix?")).hasSize(3);
  }

  @Test
  void what_is_cancelled_while_it_is_worked_on_is_told_as_failed() throws Exception {
    String organ = Trouble.SILENT.organ();
    put(TestClient.EDITOR, codes().get(0), 2024, linxian());
    StoredDrafts.copy(codes().get(0), organ, 2024);
    NeighbourLog.paths(organ);
    UUID id = begun(organ, 2024, "", "PENDING");
    await().until(() -> NeighbourLog.paths(organ).contains("/matrix"));
    cancel("/runs/" + id).body("state", equalTo("FINISHED")).body("failed", equalTo(1));
    read("/runs/" + id + "/items").body("items.problem", contains("任务已取消"));
  }

  @Test
  void a_run_that_the_release_before_began_is_finished() throws Exception {
    UUID unplanned = begun(codes().get(0), YEAR, "");
    UUID planned = begun(codes().get(0), YEAR, "", "PENDING", "DONE");
    finished("/runs/" + unplanned).body("total", equalTo(1)).body("done", equalTo(1));
    finished("/runs/" + planned).body("total", equalTo(2)).body("done", equalTo(2));
  }

  @Test
  void what_the_release_before_finishes_meanwhile_stays_as_it_is() throws Exception {
    UUID id =
        begun(
            codes().get(0),
            YEAR,
            "UPDATE report.run SET finished_at = now() WHERE id = :id;"
                + "INSERT INTO report.job (id, kind) VALUES (:id, 'run');"
                + "INSERT INTO report.job_piece (job_id, key) VALUES (:id, '1');",
            "DONE",
            "DONE");
    await()
        .until(
            () ->
                transactions
                    .run(connection -> jobs.progress(connection, id))
                    .flatMap(JobProgress::finishedAt)
                    .isPresent());
    read("/runs/" + id).body("done", equalTo(2)).body("failed", equalTo(0));
  }

  @Test
  void a_report_that_no_worker_comes_to_an_end_with_is_told_as_failed() throws Exception {
    UUID id =
        begun(
            codes().get(0),
            YEAR,
            "INSERT INTO report.job (id, kind) VALUES (:id, 'run');"
                + "INSERT INTO report.job_piece (job_id, key, attempts) VALUES (:id, '2', 8);",
            "DONE",
            "PENDING");
    finished("/runs/" + id).body("done", equalTo(1)).body("failed", equalTo(1));
    read("/runs/" + id + "/items?failed=true")
        .body("items.problem", contains("多次尝试仍未取得完整数据，请稍后重新运行"));
  }

  @Test
  void the_same_request_again_is_the_same_run_as_long_as_that_is_open() throws Exception {
    ObjectNode body = body(Trouble.DIRECTORY_SILENT.organ(), YEAR, "CHECK");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> requests =
        Collections.nCopies(
            8, () -> post(TestClient.EDITOR, body).statusCode(202).extract().<String>path("id"));
    Set<String> runs = new TreeSet<>();
    for (Future<String> answer : threads.invokeAll(requests)) {
      runs.add(answer.get());
    }
    threads.shutdown();
    assertThat(runs).hasSize(1);
    String other = post(TestClient.COUNTY_EDITOR, body).statusCode(202).extract().path("id");
    assertThat(runs).doesNotContain(other);
    String first = runs.iterator().next();
    cancel("/runs/" + first).body("state", equalTo("FINISHED"));
    String next = post(TestClient.EDITOR, body).statusCode(202).extract().path("id");
    assertThat(runs).doesNotContain(next);
    cancel("/runs/" + next);
    cancel("/runs/" + other);
  }

  @Test
  void a_run_over_an_organ_that_the_register_does_not_show_tells_so() {
    String run =
        post(TestClient.EDITOR, body(ReportOrgans.department(31), YEAR, "CHECK"))
            .statusCode(202)
            .extract()
            .header("Location");
    finished(run).body("total", equalTo(1)).body("failed", equalTo(1));
    read(run + "/items").body("items.problem", contains("登记系统中该年末没有此行政机关，或者本服务无权查看"));
  }

  @Test
  void an_organ_that_was_abolished_in_the_year_has_its_own_report_or_is_said_to_have_none() {
    TestCounties.Organ ended = TestCounties.ENDED;
    ObjectNode alone = body(ended.code(), 2021, "CHECK");
    String none = post(TestClient.EDITOR, alone).statusCode(202).extract().header("Location");
    finished(none).body("total", equalTo(1)).body("failed", equalTo(1));
    read(none + "/items")
        .body("items.organName", contains(ended.name()))
        .body("items.problem", contains("尚未编写年度报告"));
    TestDrafts.put(TestClient.EDITOR, ended.code(), 2021, sound(ended.name(), 2021));
    String own = post(TestClient.EDITOR, alone).statusCode(202).extract().header("Location");
    finished(own).body("total", equalTo(1)).body("done", equalTo(1));
    String county =
        post(TestClient.EDITOR, body(TestCounties.COUNTY, 2021, "CHECK"))
            .statusCode(202)
            .extract()
            .header("Location");
    finished(county).body("total", equalTo(62)).body("done", equalTo(1));
    read(county + "/items?after=61").body("items.organCode", contains(ended.code()));
  }

  @Test
  void a_run_names_what_stands_below_a_merged_organ_and_what_ended_without_a_successor() {
    String county = TestCounties.SILENT_COUNTY;
    String run =
        post(TestClient.EDITOR, body(county, 2023, "CHECK"))
            .statusCode(202)
            .extract()
            .header("Location");
    finished(run).body("total", equalTo(4)).body("failed", equalTo(4));
    read(run + "/items")
        .body("items.organName", contains("96县人民政府", "96县市场监管局", "96县工商所", "96县招商中心"))
        .body("items.problem", everyItem(equalTo("尚未编写年度报告")));
    String merged = TestCounties.department(county, 2).code();
    String alone =
        post(TestClient.EDITOR, body(merged, 2023, "CHECK"))
            .statusCode(202)
            .extract()
            .header("Location");
    finished(alone).body("total", equalTo(1));
    read(alone + "/items").body("items.problem", contains("此行政机关当年已撤销，没有自己的年度报告，其申请计入承继机关"));
  }

  @Test
  void a_run_is_for_those_who_act_for_the_organ() {
    String run = ask("CHECK");
    post(TestClient.FOREIGN_EDITOR, body("CHECK")).statusCode(403);
    post(TestClient.RECORDER, body("CHECK")).statusCode(403);
    for (String part : List.of("", "/items", "/events", "/archive")) {
      given()
          .auth()
          .oauth2(TestClient.FOREIGN_EDITOR.token())
          .get(run + part)
          .then()
          .statusCode(404);
    }
    given().auth().oauth2(TestClient.EDITOR.token()).get("/runs/x").then().statusCode(404);
  }

  @Test
  void a_faulty_request_is_told_its_fields() {
    post(TestClient.EDITOR, body("DOCUMENTS"))
        .statusCode(400)
        .body("errors.field", contains("formats"));
    post(TestClient.EDITOR, body("CHECK", "pdf"))
        .statusCode(400)
        .body("errors.field", contains("formats"));
    post(TestClient.EDITOR, body("DOCUMENTS", "pdf", "doc"))
        .statusCode(400)
        .body("errors.field", contains("formats[1]"));
    post(TestClient.EDITOR, body("PUBLISH")).statusCode(400).body("errors.field", contains("kind"));
    post(TestClient.EDITOR, body("CHECK").put("organCode", "1"))
        .statusCode(400)
        .body("errors.field", contains("organCode"));
    post(TestClient.EDITOR, JSON.createObjectNode()).statusCode(400).body("errors", hasSize(3));
  }

  private static List<String> codes() {
    return WRITTEN.stream().map(TestCounties.Organ::code).toList();
  }

  private static Map<String, byte[]> archive(String run) throws IOException {
    byte[] bytes = read(run + "/archive").extract().asByteArray();
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
      }
    }
    return files;
  }
}
