package disclosure.report.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.Trouble;
import disclosure.report.workbench.CountyPeople;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county's people order runs over the organs below, and watch them without a script. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class RunPagesIT {

  private static final String RUNS = "/workbench/" + TestCounties.COUNTY + "/runs";

  @TestHTTPResource URL service;

  private SignedIn writer;

  @BeforeEach
  void signIn() throws Exception {
    writer = SignedIn.as("county-writer", service.getPort(), "/workbench");
  }

  @Test
  void a_run_is_ordered_watched_and_told_report_by_report() throws Exception {
    HttpResponse<String> ordered = writer.post(RUNS, Map.of("year", "2019", "kind", "CHECK"));
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(200);
    String run = ordered.uri().getPath();
    assertThat(run).matches(RUNS + "/[0-9a-f-]{36}");
    assertThat(ordered.body()).contains("2019年度，校核全部报告");
    HttpResponse<String> over =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> writer.get(run), page -> page.body().contains("已完成"));
    assertThat(over.headers().firstValue("Refresh")).isEmpty();
    assertThat(over.body())
        .contains("共62份", "未办成62份", "甲县第1局", "尚未编写年度报告", "/workbench/")
        .doesNotContain("取消任务", "自动更新");
    assertThat(writer.get(run + "?failed=true").body()).contains("甲县第1局", "列出全部");
    assertThat(writer.get(RUNS).body()).contains(run, "2019年度，校核全部报告");
    assertThat(writer.get(run.replace(TestCounties.COUNTY, SignedIn.WRITTEN_FOR)).statusCode())
        .as("at another organ's address")
        .isEqualTo(404);
  }

  @Test
  void documents_are_drawn_and_downloaded() throws Exception {
    HttpResponse<String> ordered =
        writer.postBody(RUNS, "year=2020&kind=DOCUMENTS&formats=pdf&formats=csv");
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(200);
    String run = ordered.uri().getPath();
    HttpResponse<String> over =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> writer.get(run), page -> page.body().contains("已完成"));
    assertThat(over.body()).contains(run + "/reports.zip", "（PDF、CSV）");
    HttpResponse<String> documents = writer.get(run + "/reports.zip");
    assertThat(documents.statusCode()).isEqualTo(200);
    assertThat(documents.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(documents.body()).startsWith("PK");
  }

  @Test
  void what_is_ordered_twice_while_it_is_open_is_one_run_that_looks_again_until_told_not_to()
      throws Exception {
    SignedIn waiting = SignedIn.as("silent-writer", service.getPort(), "/workbench");
    String runs = "/workbench/" + Trouble.DIRECTORY_SILENT.organ() + "/runs";
    Map<String, String> order = Map.of("year", "2024", "kind", "CHECK");
    HttpResponse<String> first = waiting.post(runs, order);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    String run = first.uri().getPath();
    assertThat(waiting.post(runs, order).uri().getPath()).isEqualTo(run);
    assertThat(first.headers().firstValue("Refresh")).contains("5");
    assertThat(first.body()).contains("正在列出报告", "停止每5秒自动更新", "取消任务");
    HttpResponse<String> still = waiting.get(run + "?refresh=off");
    assertThat(still.headers().firstValue("Refresh")).isEmpty();
    assertThat(still.body()).contains("恢复每5秒自动更新");
    assertThat(waiting.get(run + "/reports.zip").statusCode()).isEqualTo(409);

    HttpResponse<String> ended = waiting.post(run + "/cancellation", Map.of());
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    assertThat(ended.body()).contains("已完成").doesNotContain("取消任务");
    assertThat(ended.headers().firstValue("Refresh")).isEmpty();
  }

  @Test
  void who_may_only_read_a_run_is_not_offered_its_end() throws Exception {
    String organ = ReportOrgans.LEFT_COUNTY;
    String id = "'" + UUID.randomUUID() + "'";
    StoredDrafts.execute(
        ("BEGIN;INSERT INTO report.run (id, organ_code, report_year, kind, formats, requested_by,"
                + " requested_at, planned_at) VALUES (:id, ':organ', 2022, 'CHECK', '', 'editor',"
                + " now(), now());INSERT INTO report.run_item (run_id, number, organ_code, organ_name,"
                + " scope, state) VALUES (:id, 1, ':organ', '临县某局', 'OWN', 'PENDING');INSERT INTO"
                + " report.job (id, kind) VALUES (:id, 'run');INSERT INTO report.job_piece (job_id,"
                + " key, not_before) VALUES (:id, '1', now() + INTERVAL '1 hour');COMMIT")
            .replace(":id", id)
            .replace(":organ", organ));
    String run = "/workbench/" + organ + "/runs/" + id.replace("'", "");
    SignedIn former = SignedIn.as("former-superior", service.getPort(), "/workbench");
    HttpResponse<String> page = former.get(run);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("自动更新").doesNotContain("取消任务");
    assertThat(former.post(run + "/cancellation", Map.of()).statusCode()).isEqualTo(403);
    StoredDrafts.execute(
        ("BEGIN;DELETE FROM report.job_piece WHERE job_id = :id;DELETE FROM report.job WHERE id ="
                + " :id;DELETE FROM report.run WHERE id = :id;COMMIT")
            .replace(":id", id));
  }

  @Test
  void what_is_wrong_with_an_order_is_said_and_what_was_chosen_stays() throws Exception {
    HttpResponse<String> refused = writer.post(RUNS, Map.of("year", "2023", "kind", "DOCUMENTS"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("role=\"alert\"", "<option value=\"2023\" selected>")
        .contains("<option value=\"DOCUMENTS\" selected>");
    assertThat(writer.post(RUNS, Map.of()).statusCode()).isEqualTo(400);
    assertThat(writer.get(RUNS + "/nothing").statusCode()).isEqualTo(404);
    assertThat(writer.get("/workbench/" + TestCounties.CITY + "/runs").statusCode()).isEqualTo(404);
  }
}
