package disclosure.report.page;

import static disclosure.report.TestReleases.sound;
import static disclosure.report.workbench.EnglishPage.assertEnglish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.Absence;
import disclosure.report.ReportOrgans;
import disclosure.report.TestDrafts;
import disclosure.report.TestReleases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One organ has published and corrected its report, and another has written one. */
@QuarkusTest
class PublishedPagesIT {

  private static final int YEAR = 2024;

  /** Its check character is a letter. */
  private static final String ORGAN = ReportOrgans.department(88);

  private static final String WRITTEN = ReportOrgans.department(87);
  private static final String PAGE = "/published/" + ORGAN + "/" + YEAR;
  private static final String MARKUP = "<img src=x onerror=alert(1)>";
  private static final String SITE = "https://gk.example.gov.cn";

  @BeforeEach
  void there_is_a_report() {
    if (given().get(PAGE).statusCode() == 200) {
      return;
    }
    ObjectNode draft = sound("临县某局", YEAR);
    draft.putArray("overview").add("本机关" + YEAR + "年政府信息公开工作平稳有序" + MARKUP + "。");
    TestDrafts.put(TestClient.EDITOR, ORGAN, YEAR, draft).statusCode(201);
    TestReleases.submit(ORGAN + "/" + YEAR, 1).statusCode(200);
    TestReleases.publish(ORGAN + "/" + YEAR, 1).statusCode(201);
    ((ObjectNode) draft.get("proactive").get("normativeDocuments"))
        .put("issued", 1)
        .put("inForce", 1);
    TestDrafts.put(TestClient.EDITOR, ORGAN, YEAR, draft, "\"1\"").statusCode(200);
    TestReleases.submit(ORGAN + "/" + YEAR, 2).statusCode(200);
    TestReleases.correct(ORGAN + "/" + YEAR, 2, "漏计一件" + MARKUP).statusCode(201);
    TestDrafts.put(TestClient.EDITOR, WRITTEN, YEAR, sound("临县某局", YEAR)).statusCode(201);
  }

  @Test
  void the_revision_in_force_is_read_by_everybody_with_what_a_directory_says_of_it() {
    Response answer = given().get(PAGE);
    assertThat(answer.statusCode()).isEqualTo(200);
    String html = answer.asString();
    assertThat(html)
        .contains("<dt>索引号</dt><dd>" + ORGAN + "/2024-NB</dd>")
        .contains("<meta name=\"ColumnName\" content=\"政府信息公开年报\">")
        .contains("<meta name=\"ContentSource\" content=\"临县某局\">")
        .containsPattern("<meta name=\"PubDate\" content=\"\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}\">")
        .contains("三、收到和处理政府信息公开申请情况")
        .contains("第1次更正")
        .contains("更正原因：漏计一件")
        .contains("更正的数据（2项）")
        .doesNotContain("noindex")
        .doesNotContain("style=")
        .doesNotContain(MARKUP)
        .contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  void what_is_wanted_most_is_offered_first_with_what_it_is_good_for_and_its_size() {
    String html = given().get(PAGE).asString();
    assertThat(
            Pattern.compile(
                    "/report\\.([a-z]+)\\?revision=2\">[^<]+</a> <span class=\"hint\">([^<]+)<")
                .matcher(html)
                .results()
                .map(form -> form.group(1) + " " + form.group(2).replaceAll("\\d+", "n"))
                .toList())
        .containsExactly(
            "pdf 阅读、打印，n KB",
            "docx 编辑、引用，n KB",
            "ofd 国家标准格式，归档，n KB",
            "html 单个文件，离线查阅，n KB",
            "xlsx 各表数据，计算，n KB",
            "csv 各表数据，导入其他系统，n KB",
            "json 全部内容，供程序读取，n KB",
            "csvw 供程序解读CSV，n KB");
    int bytes = given().get(PAGE + "/report.pdf?revision=2").asByteArray().length;
    assertThat(html).contains("阅读、打印，" + Math.round(bytes / 1024.0) + " KB");
  }

  @Test
  void each_figure_of_table_three_says_what_it_is_of_where_the_table_is_stacked() {
    assertThat(given().get(PAGE).asString())
        .contains("<col width=\"30.30%\"", "<td data-of=\"自然人\">", "<td data-of=\"总计\">")
        .contains("<td data-of=\"行政诉讼 复议后起诉 结果维持\">");
  }

  @Test
  void a_revision_that_was_replaced_says_so_and_is_not_for_search_engines() {
    String html = given().get(PAGE + "?revision=1").asString();
    assertThat(html)
        .contains("本页为首次公布的版本，已由第1次更正的版本替代。")
        .contains("<a href=\"" + PAGE + "\">查看现行版本</a>")
        .contains("<meta name=\"robots\" content=\"noindex\">")
        .contains(PAGE + "/report.pdf?revision=1");
    assertThat(given().get(PAGE).asString()).doesNotContain("替代");
  }

  @Test
  void its_documents_are_the_bytes_that_were_published() {
    for (String format : List.of("html", "docx", "pdf", "ofd", "xlsx", "csv", "csvw", "json")) {
      Response page = given().get(PAGE + "/report." + format + "?revision=1");
      Response api =
          given().get("/reports/" + ORGAN + "/" + YEAR + "/document?revision=1&format=" + format);
      assertThat(page.statusCode()).as(format).isEqualTo(200);
      assertThat(page.asByteArray()).as(format).isEqualTo(api.asByteArray());
      for (String header :
          List.of(
              "Content-Type",
              "Content-Disposition",
              "Repr-Digest",
              "ETag",
              "Content-Security-Policy")) {
        assertThat(page.header(header)).as(format + header).isEqualTo(api.header(header));
      }
    }
  }

  @Test
  void what_is_published_is_found_by_name_and_code_and_a_draft_never() {
    for (String find :
        List.of(
            "",
            "&find=" + ORGAN.substring(0, 17),
            "&find=" + ORGAN,
            "&find=" + ORGAN.toLowerCase(Locale.ROOT))) {
      String html = given().urlEncodingEnabled(false).get("/published?year=2024" + find).asString();
      if (!find.isEmpty()) {
        assertThat(html).contains("<a href=\"" + PAGE + "\">");
      }
      assertThat(html).doesNotContain(WRITTEN);
    }
    assertThat(given().get("/published?organ=" + ORGAN).asString()).contains(PAGE);
    assertThat(given().get("/published?organ=" + WRITTEN).asString()).contains("没有符合条件的已公布报告。");
    assertThat(given().get("/published?year=2024&find=不存在的机关").asString())
        .contains("没有符合条件的已公布报告。");
    given().get("/published/" + WRITTEN + "/" + YEAR).then().statusCode(404);
  }

  @Test
  void names_are_found_however_they_are_written() {
    String name = given().get("/reports?organ=" + ORGAN).jsonPath().getString("items[0].organName");
    String spread = String.join("　", name.split(""));
    for (String find : List.of(name, spread, name.substring(1))) {
      assertThat(given().queryParam("find", find).get("/published?year=2024").asString())
          .as(find)
          .contains(PAGE);
      assertThat(
              given()
                  .queryParam("name", find)
                  .get("/reports?year=2024&limit=100")
                  .jsonPath()
                  .getList("items.organCode"))
          .as(find)
          .contains(ORGAN);
    }
  }

  @Test
  void a_list_goes_on_where_it_ended() {
    List<String> seen = new ArrayList<>();
    String next = "/published?year=2024";
    for (int page = 0; page < 20 && !next.isEmpty(); page++) {
      String html = given().urlEncodingEnabled(false).get(next).asString();
      seen.addAll(
          html.lines().filter(line -> line.startsWith("<tr><td class=\"spare\">")).toList());
      next =
          html.contains("rel=\"next\"")
              ? html.replaceAll("(?s).*<a href=\"([^\"]+)\" rel=\"next\".*", "$1")
                  .replace("&amp;", "&")
              : "";
    }
    assertThat(seen).doesNotHaveDuplicates().anyMatch(row -> row.contains(PAGE));
  }

  @ParameterizedTest
  @CsvSource({"?year=2007, 年份", "?year=x, 年份", "?after=x, ''", "?organ=1, ''"})
  void what_is_asked_wrongly_is_said_beside_the_form(String query, String field) {
    Response answer = given().get("/published" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).contains("请更正以下内容").contains(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/published/11141124020000086X/2024",
        "/published/x/2024",
        "/published/nothing",
        "/published/%s/2024/report.exe",
        "/published/%s/2024?revision=99",
        "/published/%s/2023"
      })
  void what_there_is_not_is_told_as_a_page(String path) {
    Response answer = given().get(path.replace("%s", ORGAN));
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).contains("href=\"/published\"").doesNotContain("退出登录");
  }

  @Test
  void who_asks_is_nobody_here() {
    for (String token : List.of("Bearer nonsense", "Bearer " + TestClient.EDITOR.token())) {
      given()
          .header("Authorization", token)
          .header("Cookie", "q_session_pages.session=x")
          .get("/published/" + WRITTEN + "/" + YEAR)
          .then()
          .statusCode(404);
      given().header("Authorization", token).get(PAGE).then().statusCode(200);
    }
    given().post(PAGE).then().statusCode(405);
  }

  @Test
  void what_has_not_changed_is_not_sent_again_and_others_need_not_be_there() {
    // The time stamp of each document that comes meanwhile changes it once.
    await()
        .untilAsserted(
            () -> {
              Response first = given().get(PAGE);
              assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
              String tag = first.header("ETag");
              assertThat(given().header("If-None-Match", tag).get(PAGE).statusCode())
                  .isEqualTo(304);
              assertThat(given().head(PAGE).header("ETag")).isEqualTo(tag);
            });
    Absence.begin(Absence.Of.REGISTER, Absence.How.REFUSING);
    Absence.begin(Absence.Of.STATISTICS, Absence.How.REFUSING);
    try {
      given().get(PAGE).then().statusCode(200);
      given().get("/published").then().statusCode(200);
    } finally {
      Absence.endAll();
    }
  }

  @Test
  void who_prefers_english_reads_all_but_the_report_in_english() {
    String html = given().header("Accept-Language", "en").get(PAGE).asString();
    assertThat(assertEnglish(html, "漏计一件" + MARKUP))
        .contains("<dt>Index number</dt><dd>" + ORGAN + "/2024-NB</dd>")
        .contains("<article class=\"report\" lang=\"zh-CN\">", "三、收到和处理政府信息公开申请情况")
        .contains("Corrected figures (2)", "Correction 1", "to read and print, ")
        .contains("<meta name=\"ColumnName\" content=\"政府信息公开年报\">")
        .contains("<meta name=\"ColumnType\" content=\"信息公开\">");
    String replaced = given().header("Accept-Language", "en").get(PAGE + "?revision=1").asString();
    assertThat(assertEnglish(replaced, "漏计一件" + MARKUP))
        .contains("This page shows an earlier version (First publication).");
    for (String query : List.of("", "?year=2024", "?organ=" + ORGAN, "?year=2024&find=不存在的机关")) {
      assertEnglish(
          given()
              .urlEncodingEnabled(false)
              .header("Accept-Language", "en")
              .get("/published" + query)
              .asString());
    }
    Response wrong = given().header("Accept-Language", "en").get("/published?year=x");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertEnglish(wrong.asString());
  }

  @Test
  void what_is_kept_of_one_language_is_never_given_out_for_the_other() {
    for (String address : List.of(PAGE, "/published?organ=" + ORGAN)) {
      // The time stamp of each document that comes meanwhile changes it once.
      await()
          .untilAsserted(
              () -> {
                String chinese = given().get(address).header("ETag");
                Response answer = asked("en", chinese, address);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.header("Content-Language")).isEqualTo("en");
                String english = answer.header("ETag");
                assertThat(english).isNotEqualTo(chinese);
                for (Response unchanged :
                    List.of(asked("en", english, address), asked("zh", chinese, address))) {
                  assertThat(unchanged.statusCode()).isEqualTo(304);
                  assertThat(unchanged.header("Vary")).contains("Accept-Language", "Cookie");
                }
                assertThat(asked("zh", english, address).header("Content-Language"))
                    .isEqualTo("zh-CN");
              });
    }
    for (String address : List.of("/published/feed.xml", "/published/sitemap.xml", "/robots.txt")) {
      assertThat(asked("en", "\"\"", address).asString())
          .as(address)
          .isEqualTo(given().get(address).asString());
    }
    String siteMap = "/published/sitemap.xml";
    Response unchanged = asked("en", given().get(siteMap).header("ETag"), siteMap);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(String.valueOf(unchanged.header("Vary")))
        .as("it is one for all languages")
        .doesNotContain("Accept-Language", "Cookie");
    for (String format : List.of("html", "pdf")) {
      assertThat(asked("en", "\"\"", PAGE + "/report." + format).header("Content-Language"))
          .as(format)
          .isNotEqualTo("en");
    }
  }

  private static Response asked(String language, String tag, String address) {
    return given().header("Accept-Language", language).header("If-None-Match", tag).get(address);
  }

  @Test
  void programs_follow_by_feed_and_site_map_with_whole_addresses() {
    Response answer = given().get("/published/feed.xml");
    assertThat(answer.contentType()).startsWith("application/atom+xml");
    XmlPath feed = answer.xmlPath();
    assertThat(feed.getString("feed.id")).isEqualTo(SITE + "/published/feed.xml");
    assertThat(feed.getString("feed.entry.find { it.link.@href == '" + SITE + PAGE + "' }.title"))
        .endsWith("（第1次更正）");
    assertThat(answer.asString()).doesNotContain(WRITTEN).doesNotContain("漏计");

    List<String> parts =
        given().get("/published/sitemap.xml").xmlPath().getList("sitemapindex.sitemap.loc");
    assertThat(parts)
        .isNotEmpty()
        .allMatch(part -> part.startsWith(SITE + "/published/sitemap.xml?from="));
    List<String> all = new ArrayList<>();
    for (String part : parts) {
      all.addAll(
          given()
              .urlEncodingEnabled(false)
              .get(part.substring(SITE.length()))
              .xmlPath()
              .getList("urlset.url.loc"));
    }
    assertThat(all).contains(SITE + PAGE).doesNotHaveDuplicates();
    assertThat(all).noneMatch(page -> page.contains(WRITTEN));
  }

  @Test
  void search_engines_look_at_what_is_published_and_at_nothing_else() {
    assertThat(given().get("/robots.txt").asString())
        .isEqualTo(
            "User-agent: *\nDisallow: /\nAllow: /published\nSitemap: "
                + SITE
                + "/published/sitemap.xml\n");
  }
}
