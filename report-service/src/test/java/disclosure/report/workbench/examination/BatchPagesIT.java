package disclosure.report.workbench.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.report.examined.TestFiles;
import disclosure.report.workbench.CountyPeople;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pages of examinations in the background take and answer, without a browser. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class BatchPagesIT {

  private static final String PAGE = "/workbench/examination/jobs";

  @TestHTTPResource URL service;

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), PAGE);
  }

  private static String text(HttpResponse<byte[]> answer, int status) {
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(page).isEqualTo(status);
    return page;
  }

  @Test
  void an_archive_is_brought_watched_and_told_organ_by_organ() throws Exception {
    SignedIn writer = as("writer");
    assertThat(writer.get("/workbench/examination").body()).contains("href=\"" + PAGE + "\"");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("坏的<b>.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    files.put("甲.html", TestFiles.notAddingUp());
    for (int i = 0; i < 120; i++) {
      files.put("空/" + i + ".txt", new byte[0]);
    }
    HttpResponse<byte[]> ordered = writer.postFile(PAGE, Map.of(), "全县.zip", TestFiles.zip(files));
    assertThat(text(ordered, 200)).contains("全县.zip", "共122个文件");
    String job = ordered.uri().getPath();
    assertThat(job).matches(PAGE + "/[0-9a-f-]{36}");
    HttpResponse<String> over =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> writer.get(job), page -> page.body().contains("已完成"));
    assertThat(over.headers().firstValue("Refresh")).isEmpty();
    assertThat(over.body())
        .contains("临县人民政府办公室 2024年度", "没有读取：文件已损坏", "坏的&lt;b&gt;.pdf")
        .contains(job + "?from=100", job + "/files/2")
        .doesNotContain("取消任务", "自动更新", "坏的<b>");
    assertThat(writer.get(job + "?from=100").body()).contains("空/119.txt");
    assertThat(writer.get(job + "/files/2").body()).contains("错误", "三（二） 部分公开", "个表格第");
    assertThat(writer.get(job + "/files/1").statusCode()).isEqualTo(404);
    HttpResponse<String> summary = writer.get(job + "/summary.xlsx");
    assertThat(summary.statusCode()).isEqualTo(200);
    assertThat(summary.body()).startsWith("PK");
    assertThat(writer.get(PAGE).body()).contains(job, "全县.zip");

    SignedIn other = as("publisher");
    assertThat(other.get(job).statusCode()).as("of somebody else").isEqualTo(404);
    assertThat(other.get(PAGE).body()).doesNotContain(job);
  }

  @Test
  void a_job_looks_again_until_told_not_to_and_is_cancelled() throws Exception {
    SignedIn writer = as("head");
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 400; i++) {
      files.put(i + ".html", TestFiles.html());
    }
    HttpResponse<byte[]> ordered = writer.postFile(PAGE, Map.of(), "多.zip", TestFiles.zip(files));
    String job = ordered.uri().getPath();
    assertThat(ordered.headers().firstValue("Refresh")).contains("5");
    assertThat(text(ordered, 200)).contains("正在核查", "停止每5秒自动更新", "取消任务");
    assertThat(writer.get(job + "?refresh=off").headers().firstValue("Refresh")).isEmpty();
    HttpResponse<String> ended = writer.post(job + "/cancellation", Map.of());
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    assertThat(ended.body()).contains("已取消").doesNotContain("取消任务");
  }

  @Test
  void what_is_no_archive_is_told_so() throws Exception {
    SignedIn writer = as("writer");
    byte[] text = "no archive".getBytes(StandardCharsets.UTF_8);
    assertThat(text(writer.postFile(PAGE, Map.of(), "a.zip", text), 422)).contains("年度报告文件：");
    assertThat(text(writer.postFile(PAGE, Map.of(), "", new byte[0]), 400))
        .contains("href=\"#file\"", "必须填写");
    assertThat(as("clerk").get(PAGE).statusCode()).isEqualTo(403);
  }
}
