package disclosure.report.workbench.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.report.examined.TestFiles;
import disclosure.report.workbench.CountyPeople;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages of examination take and answer, without a browser. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class ExaminationPagesIT {

  private static final String PAGE = "/workbench/examination";
  private static final String TOTAL = "figure.1.matrix.NEWLY_RECEIVED.total";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final int YEAR = 2012;

  @TestHTTPResource URL service;

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), PAGE);
  }

  private static String text(HttpResponse<byte[]> answer, int status) {
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(page).isEqualTo(status);
    return page;
  }

  private static String sent(SignedIn person, String name, byte[] file) throws Exception {
    return text(person.postFile(PAGE, Map.of("wish", "examine"), name, file), 200);
  }

  /** What the page bears, so that nothing need be chosen again. */
  private static Map<String, String> borne(String page) {
    Map<String, String> borne = new HashMap<>();
    Matcher hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      borne.put(hidden.group(1), hidden.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
    }
    return borne;
  }

  private static HttpResponse<byte[]> wished(
      SignedIn person, Map<String, String> borne, String... filled) throws Exception {
    Map<String, String> form = new HashMap<>(borne);
    for (int i = 0; i < filled.length; i += 2) {
      form.put(filled[i], filled[i + 1]);
    }
    return person.postFile(PAGE, form, "", new byte[0]);
  }

  /** The report of 临县 on a year, with something else in the cell 一 本年新收, 总计. */
  private static byte[] on(int year, String total) {
    String html =
        new String(TestFiles.html(), StandardCharsets.UTF_8)
            .replace("2025", "#")
            .replace("2024", Integer.toString(year))
            .replace("#", Integer.toString(year + 1));
    int cell = html.indexOf(">27<");
    return (html.substring(0, cell) + ">" + total + "<" + html.substring(cell + 4))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_was_read_is_shown_with_what_is_wrong_and_given_out_as_letter_and_workbook()
      throws Exception {
    SignedIn writer = as("writer");
    assertThat(writer.get("/workbench/" + SignedIn.WRITTEN_FOR).body())
        .contains("href=\"" + PAGE + "\"");
    String page = sent(writer, "a<b>&.html", TestFiles.notAddingUp());
    assertThat(page)
        .contains("临县人民政府办公室 2024年度", "<span class=\"late\">错误</span>", "个表格第")
        .contains("a&lt;b&gt;&amp;.html", "三（二） 部分公开", "letter.1")
        .doesNotContain("a<b>", "接收为某机关");
    Map<String, String> borne = borne(page);
    HttpResponse<byte[]> letter = wished(writer, borne, "wish", "letter.1", "sender", "某办公室");
    assertThat(letter.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"letter.docx\"");
    assertThat(letter.body()).startsWith('P', 'K');
    HttpResponse<byte[]> summary = wished(writer, borne, "wish", "summary");
    assertThat(summary.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"examinations.xlsx\"");
    assertThat(text(wished(writer, borne, "wish", "take.1"), 403)).contains("临县人民政府办公室");
  }

  @Test
  void a_figure_in_doubt_is_asked_for_and_the_report_taken_over_with_it() throws Exception {
    SignedIn publisher = as("publisher");
    String page = sent(publisher, "年报.html", on(YEAR, "约27"));
    assertThat(page)
        .contains(
            "value=\"" + SignedIn.WRITTEN_FOR + "\"", "name=\"year.1\" value=\"" + YEAR + "\"")
        .contains("name=\"" + TOTAL + "\"", "表三“一 本年新收政府信息公开申请数量”总计", "未识别");
    Map<String, String> borne = borne(page);
    borne.put("organ.1", SignedIn.WRITTEN_FOR);
    borne.put("year.1", Integer.toString(YEAR));
    borne.put("scope.1", "OWN");
    borne.put("wish", "take.1");
    String asked = text(wished(publisher, borne), 422);
    assertThat(asked).contains("href=\"#" + TOTAL + "\"", "id=\"" + TOTAL + "-error\"", "请对照原件填写");
    assertThat(page).doesNotContain("name=\"organName.1\"");
    assertThat(asked)
        .contains("name=\"organName.1\"", "id=\"organName.1-error\"", "文件是“临县人民政府办公室”的报告");
    assertThat(text(wished(publisher, borne, TOTAL, "27", "organName.1", "临县某局"), 422))
        .contains("id=\"organName.1-error\"", "value=\"临县某局\"");
    borne.put("organName.1", "临县人民政府办公室");
    String wrong = text(wished(publisher, borne, TOTAL, "二十七"), 400);
    assertThat(wrong).contains("id=\"" + TOTAL + "-error\"", "value=\"二十七\"");
    assertThat(text(wished(publisher, borne, TOTAL, "27", "organ.1", "1"), 400))
        .contains("id=\"organ.1-error\"");
    assertThat(text(wished(publisher, borne, TOTAL, "27", "year.1", "2011"), 422)).contains("2012");
    HttpResponse<byte[]> taken = wished(publisher, borne, TOTAL, "２７");
    assertThat(taken.uri().getPath())
        .isEqualTo("/workbench/" + SignedIn.WRITTEN_FOR + "/taken-over");
    assertThat(text(taken, 200))
        .contains(YEAR + "年", "<td>27</td>", "年报.html（HTML）", "publisher")
        .contains("文件上的机关名称为“临县人民政府办公室”，已确认");
    assertThat(text(wished(publisher, borne, TOTAL, "28"), 409)).contains("该年度报告已接收");
    assertThat(publisher.get("/workbench/" + SignedIn.WRITTEN_FOR).body())
        .contains("/workbench/" + SignedIn.WRITTEN_FOR + "/taken-over");
  }

  @Test
  void the_files_of_an_archive_are_told_each_and_one_that_can_not_be_read_has_its_reason()
      throws Exception {
    SignedIn publisher = as("publisher");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("县直/2013.html", on(2013, "27"));
    files.put("县直/2014.html", on(2014, "27"));
    files.put("坏的.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    String page = sent(publisher, "全部.zip", TestFiles.zip(files));
    assertThat(page)
        .contains("临县人民政府办公室 2013年度", "临县人民政府办公室 2014年度", "没有读取：文件已损坏")
        .contains("年度衔接", "两者不一致");
    Map<String, String> borne = borne(page);
    assertThat(wished(publisher, borne, "wish", "letter.2").body()).startsWith('P', 'K');
    assertThat(text(wished(publisher, borne, "wish", "letter.3"), 422)).contains("文件已损坏");
    HttpResponse<byte[]> taken =
        wished(
            publisher,
            borne,
            "wish",
            "take.2",
            "organ.2",
            SignedIn.WRITTEN_FOR,
            "organName.2",
            "临县人民政府办公室",
            "year.2",
            "2014",
            "scope.2",
            "OWN");
    assertThat(text(taken, 200)).contains("2014年", "县直/2014.html");
    borne.put("file.2", "another.html");
    assertThat(text(wished(publisher, borne, "wish", "letter.2"), 400)).contains("没有找到这份文件");
  }

  @Test
  void what_is_no_form_or_holds_no_file_is_told_so() throws Exception {
    SignedIn writer = as("writer");
    assertThat(text(wished(writer, Map.of("wish", "examine")), 400))
        .contains("href=\"#file\"", "必须填写");
    assertThat(text(wished(writer, Map.of("wish", "letter.1", "content.1", "%%%")), 400))
        .contains("id=\"main\"");
    assertThat(text(wished(writer, Map.of("wish", "nothing")), 400)).contains("id=\"main\"");
    byte[] much = new byte[(24 << 20) + 1];
    assertThat(text(writer.postFile(PAGE, Map.of("wish", "examine"), "a.pdf", much), 413))
        .contains("id=\"main\"");
    assertThat(
            text(
                writer.postFile(PAGE, Map.of(), "a.txt", "一".getBytes(StandardCharsets.UTF_8)),
                200))
        .contains("没有读取");
  }

  @Test
  void it_is_for_who_writes_publishes_or_analyses() throws Exception {
    assertThat(as("head").get(PAGE).statusCode()).isEqualTo(200);
    assertThat(as("clerk").get(PAGE).statusCode()).isEqualTo(403);
    assertThat(as("head").get("/workbench/" + SignedIn.WRITTEN_FOR + "/taken-over").statusCode())
        .isEqualTo(403);
  }
}
