package disclosure.report.reading;

import static disclosure.report.TestDrafts.get;
import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingIT {

  @BeforeEach
  void the_published_report_is_entered() {
    put(TestClient.EDITOR, TestOrgans.OFFICE, 2024, linxian());
  }

  @Test
  void the_report_has_the_six_sections_of_the_form() {
    get(TestClient.ANALYST, TestOrgans.OFFICE, 2024)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .header("Cache-Control", "no-store")
        .body("organCode", equalTo(TestOrgans.OFFICE))
        .body("organName", equalTo("临县人民政府办公室"))
        .body("year", equalTo(2024))
        .body("edition", equalTo("2021"))
        .body("state", equalTo("DRAFT"))
        .body("version", equalTo(1))
        .body("title", equalTo("临县人民政府办公室2024年政府信息公开工作年度报告"))
        .body("lead", hasSize(1))
        .body("sections.number", contains("一", "二", "三", "四", "五", "六"))
        .body(
            "sections.heading",
            contains(
                "总体情况",
                "主动公开政府信息情况",
                "收到和处理政府信息公开申请情况",
                "政府信息公开行政复议、行政诉讼情况",
                "存在的主要问题及改进情况",
                "其他需要报告的事项"))
        .body("sections[0].paragraphs", hasSize(6))
        .body("sections[1].proactive.normativeDocuments.repealed", equalTo(3))
        .body("sections[2].matrix.rows", hasSize(25))
        .body("sections[3].disputes.rows", hasSize(3))
        .body("sections[5].paragraphs", contains("本机关 2024 年度未收取政府信息公开处理费。"))
        .body("signedBy", equalTo("临县人民政府办公室"))
        .body("signedOn", equalTo("2025-01-20"));
  }

  @Test
  void all_175_cells_equal_the_published_report() throws IOException {
    JsonNode published;
    try (InputStream file = getClass().getResourceAsStream("/linxian-2024/figures.json")) {
      published = new ObjectMapper().readTree(file);
    }
    JsonNode rows =
        new ObjectMapper()
            .readTree(get(TestClient.ANALYST, TestOrgans.OFFICE, 2024).extract().asString())
            .at("/sections/2/matrix/rows");
    int cells = 0;
    for (JsonNode row : rows) {
      JsonNode expected = published.at("/applications/" + row.get("code").asText());
      for (int column = 0; column < 6; column++) {
        String type = published.at("/columns/" + column).asText();
        assertThat(row.at("/counts/" + type)).isEqualTo(expected.at("/counts/" + column));
        cells++;
      }
      assertThat(row.get("total")).isEqualTo(expected.get("total"));
      cells++;
    }
    assertThat(cells).isEqualTo(175);
  }

  @Test
  void the_checks_name_the_slips_of_the_published_report() {
    get(TestClient.ANALYST, TestOrgans.OFFICE, 2024)
        .body(
            "checks.findAll { it.id == 17 }.message",
            hasItems("“引言”中写作“国务院令第七十一号”，应为“国务院令第711号”", "“六、其他需要报告的事项”中写作“政府信息公开处理费”，应为“信息处理费”"))
        .body("checks.findAll { it.id == 17 }.result", everyItem(equalTo("BROKEN")))
        .body("checks.findAll { it.id == 17 }.severity", everyItem(equalTo("WARNS")))
        .body(
            "checks.findAll { it.severity == 'BLOCKS' && it.result == 'NOT_APPLICABLE' }.message",
            everyItem(equalTo("本报告不是汇总报告")))
        .body(
            "checks.findAll { it.severity == 'BLOCKS' && it.result == 'UNDECIDED' }.id",
            contains(6))
        .body(
            "checks.findAll { it.severity == 'BLOCKS' }.result",
            everyItem(is(oneOf("HOLDS", "UNDECIDED", "NOT_APPLICABLE"))))
        .body("checks.find { it.id == 11 }.message", containsString("175"))
        .body("checks.find { it.id == 7 }.result", equalTo("UNDECIDED"));
  }

  @Test
  void the_checks_speak_english_to_those_who_ask_for_it() {
    given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .header("Accept-Language", "en")
        .get("/reports/" + TestOrgans.OFFICE + "/2024")
        .then()
        .header("Content-Language", "en")
        .body("checks.find { it.id == 11 }.message", startsWith("All 175 cells"));
  }

  @Test
  void the_checks_are_had_alone_and_say_whether_something_blocks() {
    checks(TestOrgans.OFFICE)
        .statusCode(200)
        .header("Content-Language", "zh")
        .body("organCode", equalTo(TestOrgans.OFFICE))
        .body("version", equalTo(1))
        .body("publishable", equalTo(false))
        .body("obstacles", contains(17))
        .body("checks.id.unique()", equalTo(IntStream.rangeClosed(1, 22).boxed().toList()))
        .body("checks.findAll { it.id == 6 }.waiver", contains("PRINTED_REASON"))
        .body("checks.find { it.id == 6 }.result", equalTo("UNDECIDED"))
        .body("checks.find { it.id == 15 }.result", equalTo("HOLDS"))
        .body("checks.find { it.id == 19 }.result", equalTo("NOT_APPLICABLE"));
    enter(Trouble.REGISTER_DISAGREES);
    checks(Trouble.REGISTER_DISAGREES.organ()).body("obstacles", hasItem(11));
    enter(Trouble.REGISTER_FAILING);
    checks(Trouble.REGISTER_FAILING.organ())
        .body("obstacles", hasItem(12))
        .body("checks.find { it.id == 12 }.result", equalTo("UNDECIDED"));
    problem(
        given()
            .auth()
            .oauth2(TestClient.FOREIGN_EDITOR.token())
            .get("/reports/" + TestOrgans.OFFICE + "/2024/checks")
            .then(),
        404);
  }

  @Test
  void a_late_answer_contradicts_a_text_that_has_all_in_time() {
    enter(Trouble.ANSWERED_LATE);
    checks(Trouble.ANSWERED_LATE.organ())
        .body(
            "checks.findAll { it.id == 18 }.message",
            hasItem("“一、总体情况”中写作“全部按时办结”，登记系统中逾期答复的申请为1件，超期未答复的申请为0件"));
  }

  @Test
  void a_typed_number_that_contradicts_a_table_is_shown_with_the_cell() {
    String organ = ReportOrgans.department(21);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(201);
    checks(organ)
        .body(
            "checks.findAll { it.id == 15 }.message",
            hasItem("“一、总体情况”中写作“受理依申请公开27件”，表三“一 本年新收”总计为0"));
  }

  @Test
  void last_year_decides_what_is_in_force_this_year() {
    String organ = ReportOrgans.department(20);
    put(TestClient.EDITOR, organ, 2023, linxian().put("signedOn", "2024-01-10")).statusCode(201);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(201);
    get(TestClient.ANALYST, organ, 2024)
        .body(
            "checks.findAll { it.id == 7 }.message",
            contains("表二“行政规范性文件”：2023年现行有效0件，加本年制发0件，减本年废止3件，为-3件，本年“现行有效件数”为0件"));
  }

  @Test
  void figures_named_in_texts_are_printed_and_checked() {
    String organ = Trouble.ANSWERED_LATE.organ();
    put(TestClient.EDITOR, organ, 2024, linxian());
    String etag = get(TestClient.EDITOR, organ, 2024).extract().header("ETag");
    ObjectNode draft = linxian();
    draft
        .putArray("overview")
        .add("共受理依申请公开{{matrix.NEWLY_RECEIVED.total}}件，全部按时办结。")
        .add("受理申请{{matrix.CONCLUDED.total}}件。");
    put(TestClient.EDITOR, organ, 2024, draft, etag)
        .statusCode(200)
        .body("overview[1]", equalTo("受理申请{{matrix.CONCLUDED.total}}件。"));
    get(TestClient.ANALYST, organ, 2024)
        .body("sections[0].paragraphs", contains("共受理依申请公开27件，全部按时办结。", "受理申请26件。"))
        .body(
            "checks.findAll { it.id == 15 }.message",
            contains(
                "“一、总体情况”中写作“全部按时办结”，表三“四 结转下年度继续办理”总计为1", "“一、总体情况”中写作“受理申请26件”，表三“一 本年新收”总计为27"));
    String html =
        given()
            .auth()
            .oauth2(TestClient.ANALYST.token())
            .get("/reports/" + organ + "/2024/document?format=html")
            .asString();
    assertThat(html).contains("共受理依申请公开27件").doesNotContain("{{");
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get("/reports/" + organ + "/2024/revisions")
        .then()
        .statusCode(200)
        .body("items[0].changed", contains("overview"))
        .body("items[0].recordedBy", equalTo("editor"));
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get("/reports/" + organ + "/2024/revisions/1")
        .then()
        .statusCode(200)
        .body("overview", hasSize(6));
    String next =
        given()
            .auth()
            .oauth2(TestClient.EDITOR.token())
            .get("/reports/" + organ + "/2024/revisions?limit=1")
            .then()
            .statusCode(200)
            .body("items.version", contains(2))
            .body("items[0].changed", contains("overview"))
            .extract()
            .path("next");
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get(next)
        .then()
        .statusCode(200)
        .body("items.version", contains(1))
        .body("next", org.hamcrest.Matchers.nullValue());
  }

  @Test
  void a_reference_to_no_figure_is_refused_with_its_place() {
    ObjectNode draft = linxian();
    draft.putArray("problems").add("无").add("{{matrix.NOT_HELD.total}}、{{matrix.NOTHING.total}}");
    problem(put(TestClient.EDITOR, ReportOrgans.department(22), 2024, draft), 400)
        .body("errors.field", contains("problems[1]"))
        .body("errors.message", contains("第2处引用的数据“matrix.NOTHING.total”不存在"));
  }

  @Test
  void before_there_is_a_draft_its_writer_finds_figures_and_sentences_and_no_checks() {
    String path = "/reports/" + ReportOrgans.department(33) + "/2024";
    ask(TestClient.EDITOR, path + "/references?prefix=matrix.CARRIED_OUT.total")
        .statusCode(200)
        .body("items.value", contains("0"));
    ask(TestClient.EDITOR, path + "/references?prefix=proactive.")
        .statusCode(200)
        .body("items.value", everyItem(nullValue()));
    ask(TestClient.EDITOR, path + "/proposals")
        .statusCode(200)
        .body("items.printed", hasItem(startsWith("2024年，本机关共新收政府信息公开申请0件")));
    problem(ask(TestClient.EDITOR, path + "/checks"), 404)
        .body("type", equalTo("/problems/no-draft"))
        .body("title", equalTo("尚未起草"));
    for (String part : List.of("/references", "/proposals", "/checks", "?revision=draft")) {
      problem(ask(TestClient.FOREIGN_EDITOR, path + part), 404)
          .body("type", equalTo("/problems/not-found"));
    }
  }

  private static ValidatableResponse ask(TestClient client, String path) {
    return given().auth().oauth2(client.token()).get(path).then();
  }

  @Test
  void names_are_completed_and_sentences_proposed_with_live_figures() {
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get("/reports/" + TestOrgans.OFFICE + "/2024/references?prefix=matrix.CARRIED_OUT.")
        .then()
        .statusCode(200)
        .body("items", hasSize(7))
        .body("items.find { it.name == 'matrix.CARRIED_OUT.NATURAL_PERSON' }.value", equalTo("1"));
    String path = "/reports/" + TestOrgans.OFFICE + "/2024/proposals";
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get(path)
        .then()
        .statusCode(200)
        .body(
            "items.printed",
            hasItems("在法定期限内答复26件。", "2024年，本机关依申请提供政府信息，发出信息处理费收费通知2件，总金额480.00元，实际收取380.00元。"));
    List<String> sentences =
        given().auth().oauth2(TestClient.EDITOR.token()).get(path).jsonPath().getList("items.text");
    ObjectNode draft = linxian();
    sentences.forEach(draft.putArray("overview")::add);
    String organ = Trouble.REGISTER_DISAGREES.organ();
    enter(Trouble.REGISTER_DISAGREES);
    String etag = get(TestClient.EDITOR, organ, 2024).extract().header("ETag");
    put(TestClient.EDITOR, organ, 2024, draft, etag).statusCode(200);
    checks(organ).body("checks.find { it.id == 15 }.result", equalTo("HOLDS"));
  }

  @Test
  void every_role_reads_within_its_organs() {
    for (TestClient client :
        List.of(
            TestClient.RECORDER,
            TestClient.ANALYST,
            TestClient.EDITOR,
            TestClient.PUBLISHER,
            TestClient.ADMINISTRATOR,
            TestClient.OFFICE_EDITOR,
            TestClient.COUNTY_EDITOR)) {
      get(client, TestOrgans.OFFICE, 2024).statusCode(200);
    }
  }

  @Test
  void another_organs_report_looks_as_if_there_were_none() {
    for (TestClient client : List.of(TestClient.FOREIGN_EDITOR, TestClient.EDITOR_OF_NOTHING)) {
      String missing = problem(get(client, TestOrgans.OFFICE, 2019), 404).extract().asString();
      String hidden = problem(get(client, TestOrgans.OFFICE, 2024), 404).extract().asString();
      assertThat(hidden).isEqualTo(missing);
    }
  }

  @Test
  void nobody_reads_without_a_role_or_a_token() {
    problem(get(TestClient.NOBODY, TestOrgans.OFFICE, 2024), 403);
    problem(given().get("/reports/" + TestOrgans.OFFICE + "/2024").then(), 401)
        .header("WWW-Authenticate", startsWith("Bearer"));
    problem(
        given().auth().oauth2("a.b.c").get("/reports/" + TestOrgans.OFFICE + "/2024").then(), 401);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {
        "SILENT",
        "TRICKLING",
        "FAILING",
        "GARBAGE",
        "BROKEN_OFF",
        "OTHER_ORGAN",
        "OTHER_YEAR",
        "OTHER_SCOPE",
        "ROW_MISSING",
        "FIGURE_MISSING",
        "FIGURE_NULL",
        "FIGURE_TEXT",
        "FIGURE_FRACTION",
        "DISPUTES_FAILING"
      })
  void figures_that_cant_be_had_in_full_give_no_report(Trouble trouble) {
    enter(trouble);
    problem(get(TestClient.ANALYST, trouble.organ(), 2024), 503)
        .header("Retry-After", notNullValue());
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"REGISTER_FAILING", "REGISTER_SILENT"})
  void without_the_register_the_report_says_that_it_was_not_compared(Trouble trouble) {
    enter(trouble);
    get(TestClient.ANALYST, trouble.organ(), 2024)
        .statusCode(200)
        .body("checks.find { it.id == 11 }.result", equalTo("UNDECIDED"))
        .body("checks.find { it.id == 11 }.severity", equalTo("BLOCKS"));
  }

  @Test
  void a_difference_between_register_and_statistics_is_shown_with_its_cell() {
    enter(Trouble.REGISTER_DISAGREES);
    get(TestClient.ANALYST, Trouble.REGISTER_DISAGREES.organ(), 2024)
        .statusCode(200)
        .body(
            "checks.findAll { it.id == 11 }.message",
            contains("表三“一 本年新收政府信息公开申请数量”行“自然人”列：统计为26，登记系统重新计数为27"));
  }

  @Test
  void a_table_that_does_not_add_up_is_shown_with_both_sums() {
    enter(Trouble.UNBALANCED);
    get(TestClient.ANALYST, Trouble.UNBALANCED.organ(), 2024)
        .statusCode(200)
        .body(
            "checks.findAll { it.id == 1 && it.result == 'BROKEN' }.message",
            hasItem("表三“自然人”列：“一”加“二”为27，“三（七）”加“四”为26"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/report", "/reports/111411240123456713"})
  void an_unknown_path_is_a_problem(String path) {
    problem(given().auth().oauth2(TestClient.EDITOR.token()).get(path).then(), 404);
  }

  @Test
  void other_methods_formats_and_parameters_are_problems() {
    String path = "/reports/" + TestOrgans.OFFICE + "/2024";
    String token = TestClient.EDITOR.token();
    problem(given().auth().oauth2(token).delete(path).then(), 405);
    problem(given().auth().oauth2(token).accept("image/png").get(path).then(), 406);
    problem(
        given().auth().oauth2(token).contentType("text/xml").body("<a/>").put(path).then(), 415);
    problem(given().auth().oauth2(token).get(path + "?year=2024").then(), 400)
        .body("errors.field", contains("year"));
    problem(given().auth().oauth2(token).contentType("application/json").put(path).then(), 400);
    for (int length : new int[] {600 * 1024, 1200 * 1024}) {
      problem(
          given()
              .auth()
              .oauth2(token)
              .contentType("application/json")
              .body(" ".repeat(length) + linxian())
              .put(path)
              .then(),
          413);
    }
    problem(
        given()
            .auth()
            .oauth2(token)
            .contentType("application/json")
            .body("{\"lead\":[],\"lead\":[]}")
            .put(path)
            .then(),
        400);
  }

  private static ValidatableResponse checks(String organ) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/reports/" + organ + "/2024/checks")
        .then();
  }

  private static void enter(Trouble trouble) {
    StoredDrafts.copy(TestOrgans.OFFICE, trouble.organ(), 2024);
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("status", equalTo(status))
        .body("type", startsWith("/problems/"));
  }
}
