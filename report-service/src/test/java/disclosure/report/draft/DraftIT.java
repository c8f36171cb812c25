package disclosure.report.draft;

import static disclosure.report.TestDrafts.former;
import static disclosure.report.TestDrafts.get;
import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DraftIT {

  @Test
  void the_first_put_creates_the_draft_and_the_next_changes_it() {
    String organ = ReportOrgans.department(0);
    put(TestClient.EDITOR, organ, 2024, linxian())
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1))
        .body("edition", equalTo("2021"));
    put(TestClient.EDITOR, organ, 2024, linxian().put("signedBy", "临县某局"), "\"1\"")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("signedBy", equalTo("临县某局"));
    get(TestClient.ANALYST, organ, 2024)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("signedBy", equalTo("临县某局"));
  }

  @Test
  void every_version_is_kept_with_its_author() {
    String organ = ReportOrgans.department(1);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(201);
    put(TestClient.COUNTY_EDITOR, organ, 2024, linxian().put("signedBy", "另名"), "\"1\"")
        .statusCode(200);
    assertThat(StoredDrafts.versions(organ))
        .containsExactly("1 临县人民政府办公室 editor", "2 另名 county-editor");
  }

  @Test
  void the_service_can_neither_change_nor_delete_a_version() {
    for (String statement :
        List.of(
            "UPDATE report.draft_revision SET signed_by = 'x'",
            "DELETE FROM report.draft_revision",
            "TRUNCATE report.draft_revision")) {
      assertThatThrownBy(() -> StoredDrafts.execute(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_same_content_again_changes_nothing_whatever_the_precondition() {
    String organ = ReportOrgans.department(2);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(201);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(200).header("ETag", "\"1\"");
    ObjectNode sameAmount = linxian();
    ((ObjectNode) sameAmount.get("proactive"))
        .put("administrativeFees10kYuan", new BigDecimal("0.000"));
    put(TestClient.EDITOR, organ, 2024, sameAmount, "\"7\"")
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  void table_two_is_read_as_it_was_sent() {
    String organ = ReportOrgans.department(2);
    put(TestClient.EDITOR, organ, 2023, linxian()).statusCode(201);
    get(TestClient.EDITOR, organ, 2023)
        .body(
            "sections[1].proactive",
            org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("former")))
        .body("sections[1].proactive.normativeDocuments.repealed", equalTo(3));
  }

  @Test
  void a_change_without_if_match_is_refused() {
    String organ = ReportOrgans.department(3);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(201);
    problem(put(TestClient.EDITOR, organ, 2024, linxian().put("signedBy", "另名")), 428);
    get(TestClient.EDITOR, organ, 2024).header("ETag", "\"1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "\"3\"", "W/\"2\"", "\"\"", "*"})
  void a_change_of_what_was_not_the_newest_is_refused(String ifMatch) {
    String organ = ReportOrgans.department(4);
    put(TestClient.EDITOR, organ, 2024, linxian());
    put(TestClient.EDITOR, organ, 2024, linxian().put("signedBy", "二"), "\"1\"");
    problem(put(TestClient.EDITOR, organ, 2024, linxian().put("signedBy", "三"), ifMatch), 412);
    get(TestClient.EDITOR, organ, 2024).header("ETag", "\"2\"").body("signedBy", equalTo("二"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "nonsense"})
  void what_is_no_entity_tag_is_told_to_be_none(String ifMatch) {
    String organ = ReportOrgans.department(4);
    put(TestClient.EDITOR, organ, 2024, linxian());
    problem(put(TestClient.EDITOR, organ, 2024, linxian().put("signedBy", "三"), ifMatch), 400);
  }

  @Test
  void a_precondition_for_a_draft_that_is_not_there_is_refused() {
    problem(put(TestClient.EDITOR, ReportOrgans.department(5), 2024, linxian(), "\"1\""), 412);
  }

  @Test
  void of_two_editors_who_read_the_same_version_one_wins() {
    String organ = ReportOrgans.department(6);
    put(TestClient.EDITOR, organ, 2024, linxian()).statusCode(201);
    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(
                editor ->
                    CompletableFuture.supplyAsync(
                        () ->
                            put(
                                    TestClient.EDITOR,
                                    organ,
                                    2024,
                                    linxian().put("signedBy", "第" + editor),
                                    "\"1\"")
                                .extract()
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    get(TestClient.EDITOR, organ, 2024).header("ETag", "\"2\"");
  }

  @Test
  void named_figures_are_kept_with_their_parts() {
    String organ = ReportOrgans.department(22);
    String figures =
        "[{\"name\":\"items\",\"label\":\"网站发布信息\",\"value\":5,\"parts\":[\"news\"]},"
            + "{\"name\":\"news\",\"label\":\"政务动态\",\"value\":5}]";
    put(TestClient.EDITOR, organ, 2024, withFigures(figures))
        .statusCode(201)
        .body("figures.name", contains("items", "news"))
        .body("figures[0].parts", contains("news"))
        .body("figures[1].parts", equalTo(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'name':'a','label':'甲','value':-1}]|figures[0].value",
        "[{'name':'1a','label':'甲','value':1}]|figures[0].name",
        "[{'name':'a','label':'','value':1}]|figures[0].label",
        "[{'name':'a','label':'甲','value':1.5}]|figures[0].value",
        "[{'name':'a','label':'甲','value':1},{'name':'a','label':'乙','value':1}]|figures[1].name",
        "[{'name':'a','label':'甲','value':1,'parts':['b']}]|figures[0].parts[0]",
        "[{'name':'a','label':'甲','value':1,'parts':['a']}]|figures[0].parts[0]",
        "[{'name':'a','label':'甲','value':1,'unit':'条'}]|figures[0].unit",
      })
  void a_wrong_named_figure_is_named(String figures, String field) {
    problem(
            put(
                TestClient.EDITOR,
                ReportOrgans.department(23),
                2024,
                withFigures(figures.replace('\'', '"'))),
            400)
        .body("errors.field", contains(field));
  }

  private static String withFigures(String figures) {
    String draft = linxian().toString();
    return draft.substring(0, draft.length() - 1) + ",\"figures\":" + figures + "}";
  }

  @Test
  void every_missing_text_is_named() {
    problem(put(TestClient.EDITOR, ReportOrgans.department(7), 2024, "{\"proactive\":{}}"), 400)
        .body("errors.field", containsInAnyOrder("lead", "overview", "problems", "otherMatters"));
    problem(get(TestClient.EDITOR, ReportOrgans.department(7), 2024), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/proactive/regulations/issued|-1|proactive.regulations.issued",
        "/proactive/regulations/issued|1.5|proactive.regulations.issued",
        "/proactive/regulations/issued|1.0|proactive.regulations.issued",
        "/proactive/regulations/issued|\"1\"|proactive.regulations.issued",
        "/proactive/regulations/issued|true|proactive.regulations.issued",
        "/proactive/regulations/issued|1000000000000|proactive.regulations.issued",
        "/proactive/regulations/issued|1e400|proactive.regulations.issued",
        "/proactive/normativeDocuments/inForce|-1|proactive.normativeDocuments.inForce",
        "/proactive/administrativeLicences|-1|proactive.administrativeLicences",
        "/proactive/administrativeFees10kYuan|-0.001|proactive.administrativeFees10kYuan",
        "/proactive/administrativeFees10kYuan|0.0000001|proactive.administrativeFees10kYuan",
        "/proactive/administrativeFees10kYuan|1234567890123|proactive.administrativeFees10kYuan",
        "/proactive/administrativeFees10kYuan|1e999999999|proactive.administrativeFees10kYuan",
        "/proactive/administrativeFees10kYuan|\"1\"|proactive.administrativeFees10kYuan",
        "/proactive/other|1|proactive.other",
        "/proactive|[]|proactive",
        "/state|\"PUBLISHED\"|state",
        "/lead|\"text\"|lead",
        "/lead|null|lead",
        "/lead|[null]|lead[0]",
        "/lead|[\"\"]|lead[0]",
        "/lead|[\"a\",\"  \"]|lead[1]",
        "/lead|[\"a\\nb\"]|lead[0]",
        "/lead|[\"a\\tb\"]|lead[0]",
        "/lead|[\"a\\u0000b\"]|lead[0]",
        "/lead|[\"a\\u202eb\"]|lead[0]",
        "/lead|[\"a\\u200bb\"]|lead[0]",
        "/lead|[\"a\\u2028b\"]|lead[0]",
        "/lead|[\"a\\uffffb\"]|lead[0]",
        "/lead|[\"a\\ud800b\"]|lead[0]",
        "/lead|[1]|lead[0]",
        "/signedBy|\"\"|signedBy",
        "/signedOn|\"2024-12-30\"|signedOn",
        "/signedOn|\"9999-01-01\"|signedOn",
        "/signedOn|\"2025-02-30\"|signedOn",
        "/signedOn|\"2025/01/20\"|signedOn",
        "/signedOn|20250120|signedOn",
      })
  void a_faulty_field_is_named_and_nothing_is_stored(String pointer, String value, String field) {
    String organ = ReportOrgans.department(8);
    String body = with(pointer, value);
    problem(put(TestClient.EDITOR, organ, 2024, body), 400).body("errors.field", contains(field));
    problem(get(TestClient.EDITOR, organ, 2024), 404);
  }

  @Test
  void all_faults_of_form_are_named_at_once() {
    ObjectNode draft = linxian();
    for (String text : List.of("lead", "overview", "problems", "otherMatters")) {
      draft.put(text, "一段话");
    }
    draft.put("proactive", "无");
    draft.putArray("figures").addObject().putArray("parts").addObject().put("name", "a");
    problem(put(TestClient.EDITOR, ReportOrgans.department(8), 2024, draft), 400)
        .body(
            "errors.field",
            hasItems(
                "lead",
                "overview",
                "problems",
                "otherMatters",
                "proactive",
                "figures[0].parts[0]",
                "figures[0].name"))
        .body("errors.find { it.field == 'lead' }.message", equalTo("应为数组"))
        .body("errors.find { it.field == 'figures[0].parts[0]' }.message", equalTo("应为文本，写在引号内"));
  }

  @Test
  void a_text_that_is_too_long_is_named() {
    problem(
            put(
                TestClient.EDITOR,
                ReportOrgans.department(8),
                2024,
                with("/overview", "[\"" + "长".repeat(4001) + "\"]")),
            400)
        .body("errors.field", contains("overview[0]"));
    problem(
            put(
                TestClient.EDITOR,
                ReportOrgans.department(8),
                2024,
                with("/overview", "[" + "\"a\",".repeat(200) + "\"a\"]")),
            400)
        .body("errors.field", contains("overview"));
  }

  @Test
  void what_was_sent_is_never_repeated() {
    problem(
            put(
                TestClient.EDITOR,
                ReportOrgans.department(8),
                2024,
                with("/signedOn", "\"张三的秘密\"")),
            400)
        .body("errors[0].message", not(equalTo("")))
        .body("toString()", not(org.hamcrest.Matchers.containsString("张三")));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 123456789012.345678, 123456789012.345678",
    "15, 24252.311082, 24252.311082",
    "16, 24252.500000, 24252.5",
    "17, 7.000000, 7"
  })
  void ten_thousands_of_yuan_keep_six_decimals_and_are_written_with_those_they_need(
      int department, String sent, String shown) {
    String organ = ReportOrgans.department(department);
    ObjectNode draft = linxian();
    ((ObjectNode) draft.get("proactive")).put("administrativeFees10kYuan", new BigDecimal(sent));
    draft.putArray("overview").add("收费{{proactive.administrativeFees10kYuan}}万元。");
    put(TestClient.EDITOR, organ, 2024, draft).statusCode(201);
    for (String format :
        List.of("", "/document?format=html", "/document?format=csv", "/document?format=json")) {
      assertThat(
              given()
                  .auth()
                  .oauth2(TestClient.EDITOR.token())
                  .get("/reports/" + organ + "/2024" + format)
                  .asString())
          .as(format)
          .containsPattern("[^0-9.]" + shown.replace(".", "\\.") + "[^0-9.]");
    }
  }

  @Test
  void a_report_on_2020_has_the_tables_of_the_edition_of_2019() {
    String organ = ReportOrgans.department(95);
    put(TestClient.EDITOR, organ, 2020, linxian())
        .statusCode(400)
        .body("errors.field", contains("proactive"));
    ObjectNode wrong = former();
    ((ObjectNode) wrong.at("/formerProactive/otherServices")).put("decisions", -1);
    ((ObjectNode) wrong.at("/formerProactive/procurement")).put("amount", -1);
    put(TestClient.EDITOR, organ, 2020, wrong)
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "formerProactive.otherServices.decisions", "formerProactive.procurement.amount"));
    put(TestClient.EDITOR, organ, 2021, former())
        .statusCode(400)
        .body("errors.field", contains("formerProactive"));
    put(TestClient.EDITOR, organ, 2020, former()).statusCode(201).body("edition", equalTo("2019"));
    put(TestClient.EDITOR, organ, 2020, former()).statusCode(200).body("version", equalTo(1));
    get(TestClient.EDITOR, organ, 2020)
        .statusCode(200)
        .body("edition", equalTo("2019"))
        .body("sections[1].proactive.former.otherServices.change", equalTo(-2))
        .body("checks.find { it.id == 7 }.result", equalTo("NOT_APPLICABLE"))
        .body(
            "checks.findAll { it.id == 17 }.message",
            hasItem(containsString("应为“国办公开办函〔2019〕60号”")));
    for (String format : List.of("html", "docx", "pdf", "ofd", "xlsx", "csv", "csvw", "json")) {
      given()
          .auth()
          .oauth2(TestClient.EDITOR.token())
          .get("/reports/" + organ + "/2020/document?format=" + format)
          .then()
          .statusCode(200);
    }
    // The next report is in another form: nothing to be compared with.
    ObjectNode next = linxian().put("signedOn", "2022-01-20");
    put(TestClient.EDITOR, organ, 2021, next).statusCode(201).body("edition", equalTo("2021"));
    get(TestClient.EDITOR, organ, 2021)
        .body("checks.find { it.id == 7 }.result", equalTo("UNDECIDED"));
  }

  @Test
  void a_radical_becomes_the_character_that_it_looks_like() {
    String organ = ReportOrgans.department(10);
    put(TestClient.EDITOR, organ, 2024, with("/lead", "[\"\\u2f00\\u2f08\\uf9b5\"]"))
        .statusCode(201)
        .body("lead", contains("一人例"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2007", "9999", "24", "２０２４", "abcd", "02024", "-2024"})
  void another_year_is_refused(String year) {
    problem(
            given()
                .auth()
                .oauth2(TestClient.EDITOR.token())
                .contentType("application/json")
                .body(linxian().toString())
                .put("/reports/" + TestOrgans.OFFICE + "/" + year)
                .then(),
            400)
        .body("errors.field", contains("year"));
  }

  @Test
  void an_organ_code_with_a_wrong_check_character_is_refused() {
    problem(put(TestClient.EDITOR, "111411240123456714", 2024, linxian()), 400)
        .body("errors.field", contains("organCode"));
  }

  @Test
  void only_editors_write() {
    for (TestClient client :
        List.of(
            TestClient.RECORDER,
            TestClient.ANALYST,
            TestClient.PUBLISHER,
            TestClient.ADMINISTRATOR,
            TestClient.NOBODY)) {
      problem(put(client, ReportOrgans.department(11), 2024, linxian()), 403);
    }
    problem(
        given()
            .contentType("application/json")
            .body(linxian().toString())
            .put("/reports/" + ReportOrgans.department(11) + "/2024")
            .then(),
        401);
    problem(get(TestClient.EDITOR, ReportOrgans.department(11), 2024), 404);
  }

  @Test
  void an_editor_writes_for_the_named_organ_and_those_below_alone() {
    put(TestClient.COUNTY_EDITOR, TestOrgans.TOWNSHIP, 2023, linxian()).statusCode(201);
    for (TestClient client :
        List.of(
            TestClient.OFFICE_EDITOR, TestClient.FOREIGN_EDITOR, TestClient.EDITOR_OF_NOTHING)) {
      problem(put(client, TestOrgans.TOWNSHIP, 2023, linxian(), "\"1\""), 403)
          .body("errors.field", contains("organCode"));
      problem(put(client, TestOrgans.TOWNSHIP, 2022, linxian()), 403);
    }
    problem(get(TestClient.EDITOR, TestOrgans.TOWNSHIP, 2022), 404);
  }

  @Test
  void nobody_writes_for_an_organ_that_is_not_there() {
    problem(put(TestClient.EDITOR, ReportOrgans.UNKNOWN, 2024, linxian()), 403)
        .body("errors.field", contains("organCode"));
  }

  @Test
  void without_the_statistics_no_draft_is_begun_but_one_is_continued() {
    String organ = Trouble.FAILING.organ();
    problem(put(TestClient.EDITOR, organ, 2024, linxian()), 503)
        .header("Retry-After", not(equalTo(null)));
    put(TestClient.EDITOR, ReportOrgans.department(12), 2024, linxian()).statusCode(201);
    StoredDrafts.copy(ReportOrgans.department(12), organ, 2024);
    ObjectNode changed = linxian().put("signedBy", "另名");
    put(TestClient.EDITOR, organ, 2024, changed, "\"1\"").statusCode(200);
    problem(put(TestClient.COUNTY_EDITOR, organ, 2024, linxian(), "\"2\""), 503);
  }

  /** The Linxian draft with one value replaced, as raw JSON. */
  private static String with(String pointer, String value) {
    ObjectNode draft = linxian();
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) draft.at(pointer.substring(0, slash)))
        .put(pointer.substring(slash + 1), "@value@");
    return draft.toString().replace("\"@value@\"", value);
  }

  static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("status", equalTo(status))
        .body("type", startsWith("/problems/"));
  }
}
