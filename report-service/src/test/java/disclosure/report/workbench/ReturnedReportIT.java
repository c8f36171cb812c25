package disclosure.report.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.report.TestCounties;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer and a publisher hand a report to each other, and each is told what the other did. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class ReturnedReportIT {

  private static final int YEAR = 2022;

  @TestHTTPResource URL service;

  private SignedIn writer;
  private SignedIn publisher;

  @BeforeEach
  void signIn() throws Exception {
    writer = SignedIn.as("county-writer", service.getPort(), "/workbench");
    publisher = SignedIn.as("county-publisher", service.getPort(), "/workbench");
  }

  private static String address(int organ) {
    return CountyDrafts.address(organ, YEAR);
  }

  private void submit(int organ, int version) throws Exception {
    assertThat(
            writer
                .post(address(organ) + "/submission", Map.of("seen", "\"" + version + "\""))
                .body())
        .contains("已报送。");
  }

  @Test
  void every_page_says_that_a_report_was_returned_by_whom_when_and_why() throws Exception {
    CountyDrafts.write(writer, 57, YEAR);
    submit(57, 1);
    HttpResponse<String> returned =
        publisher.post(address(57) + "/return", Map.of("seen", "\"1\"", "reason", "落款请再核对"));
    assertThat(returned.body()).contains("已退回。");

    String organ = TestCounties.below(TestCounties.COUNTY).get(57).code();
    String board = "/workbench/" + TestCounties.COUNTY + "/" + YEAR + "/collection";
    for (String page :
        Stream.of(address(57), address(57) + "/draft", "/workbench/" + organ, board).toList()) {
      String body = writer.get(page).body();
      assertThat(page.equals(board) ? row(body, address(57)) : body)
          .as(page)
          .contains("<span class=\"tag\">已退回</span>")
          .containsPattern("退回原因：落款请再核对（county-publisher于\\d{4}年.*退回）");
    }
    assertThat(writer.get(board).body()).contains("退回1份");

    Map<String, String> changed = CountyDrafts.sound(57, YEAR);
    changed.put("seen", "\"1\"");
    changed.put("signedOn", (YEAR + 1) + "-01-19");
    assertThat(writer.post(address(57) + "/draft", changed).body())
        .as("the reason stands while it is mended")
        .contains("已保存。", "<span class=\"tag\">已退回，修改中</span>", "退回原因：落款请再核对");
    submit(57, 2);
    assertThat(writer.get(address(57)).body()).doesNotContain("已退回", "退回原因：");
  }

  private static String row(String board, String address) {
    return Stream.of(board.split("<tr>"))
        .filter(row -> row.contains("href=\"" + address + "\""))
        .findFirst()
        .orElse(board);
  }

  @Test
  void a_draft_is_taken_along_under_its_title() throws Exception {
    CountyDrafts.write(writer, 56, YEAR);
    assertThat(writer.get(address(56)).body())
        .containsPattern(
            "(?s)report\\.pdf\">版式文件（PDF）.*report\\.docx\">Word 文档（DOCX）.*report\\.ofd");
    String disposition =
        writer
            .get(address(56) + "/report.csv")
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow();
    assertThat(disposition).startsWith("attachment; filename=\"draft-");
    assertThat(URLDecoder.decode(disposition, StandardCharsets.UTF_8))
        .endsWith(YEAR + "年政府信息公开工作年度报告（草稿）.csv");
  }

  @Test
  void a_reason_that_is_missing_is_named_by_its_field() throws Exception {
    CountyDrafts.write(writer, 58, YEAR);
    submit(58, 1);
    HttpResponse<String> refused =
        publisher.post(address(58) + "/return", Map.of("seen", "\"1\"", "reason", " "));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("<a href=\"#returned\">退回原因：必须填写</a>")
        .containsPattern("id=\"returned\" name=\"reason\"[^>]*aria-invalid=\"true\"");
  }

  @Test
  void who_comes_second_is_told_who_changed_what_and_when() throws Exception {
    CountyDrafts.write(writer, 59, YEAR);
    submit(59, 1);
    Map<String, String> changed = CountyDrafts.sound(59, YEAR);
    changed.put("seen", "\"1\"");
    changed.put("overview", "本机关" + YEAR + "年政府信息公开工作平稳。");
    changed.put("proactive.administrativeLicences", "3");
    HttpResponse<String> saved = writer.post(address(59) + "/draft", changed);
    assertThat(saved.body()).contains("已保存。", "第1版，此后又有修改，报送已撤回，须重新报送。");

    HttpResponse<String> stale =
        publisher.post(address(59) + "/publication", Map.of("seen", "\"1\""));
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.body())
        .contains("没有公布")
        .containsPattern("第2版由county-writer于\\d{4}年.*保存。改动之处如下。")
        .contains("<li>“一、总体情况”的文字</li>", "<li>表二 行政许可，本年处理决定数量：0 → 3</li>")
        .doesNotContain("<li>“五、存在的主要问题及改进情况”的文字</li>");

    Map<String, String> other = CountyDrafts.sound(59, YEAR);
    other.put("seen", "\"1\"");
    other.put("proactive.administrativeLicences", "０４");
    HttpResponse<String> second = writer.post(address(59) + "/draft", other);
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body())
        .containsPattern("第2版由county-writer于\\d{4}年.*保存。")
        .contains(
            "<a href=\"#overview\">“一、总体情况”的文字</a>",
            "<a href=\"#proactive.administrativeLicences\">表二 行政许可，本年处理决定数量：3 → ０４</a>",
            "value=\"０４\"");
  }
}
