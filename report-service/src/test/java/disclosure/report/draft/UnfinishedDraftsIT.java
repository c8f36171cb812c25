package disclosure.report.draft;

import static disclosure.report.TestDrafts.former;
import static disclosure.report.TestDrafts.get;
import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.sound;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.TestReleases;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts are written in December, and what table two says is known in January. */
@QuarkusTest
class UnfinishedDraftsIT {

  private static final int YEAR = 2024;
  private static final int NEXT = 2025;
  private static final List<String> FORMATS =
      List.of("html", "docx", "pdf", "ofd", "xlsx", "csv", "csvw", "json");

  @Test
  void texts_are_saved_before_table_two_and_nothing_stands_for_it() {
    String organ = ReportOrgans.department(36);
    ObjectNode draft = linxian().without(List.of("proactive"));
    draft.putArray("overview").add("作出行政许可决定{{proactive.administrativeLicences}}件。");
    put(TestClient.EDITOR, organ, YEAR, draft)
        .statusCode(201)
        .body("proactive", not(hasKey("administrativeLicences")))
        .body("proactive.regulations", not(hasKey("issued")))
        .body("signedOn", equalTo("2025-01-20"));
    put(TestClient.EDITOR, organ, YEAR, draft).statusCode(200).header("ETag", "\"1\"");
    get(TestClient.EDITOR, organ, YEAR)
        .statusCode(200)
        .body("sections[0].paragraphs", contains("作出行政许可决定{{proactive.administrativeLicences}}件。"))
        .body("sections[1].proactive", not(hasKey("administrativeFees10kYuan")))
        .body("signedOn", equalTo("2025-01-20"))
        .body("checks.find { it.id == 4 }.result", equalTo("BROKEN"))
        .body("checks.findAll { it.id == 4 }.message", hasItem(containsString("表二尚未填写")));
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get("/reports/" + organ + "/" + YEAR + "/references?prefix=proactive.")
        .then()
        .body("items.value", everyItem(nullValue()));
    FORMATS.forEach(format -> document(organ, format));
    assertThat(document(organ, "csv"))
        .contains("\"规章\",\"第二十条第（一）项 / 本年制发件数\",\"\"")
        .contains("\"行政事业性收费\",\"第二十条第（八）项 / 本年收费金额（单位：万元）\",\"\"");
    assertThat(document(organ, "html")).contains("<td></td>").contains("{{proactive.");
  }

  @Test
  void table_two_is_filled_in_cell_by_cell_and_the_report_goes_on_when_nothing_is_missing() {
    TestCounties.Organ organ = TestCounties.below(TestCounties.COUNTY).get(35);
    String path = organ.code() + "/" + NEXT;
    ObjectNode whole = sound(organ.name(), NEXT);
    ObjectNode some = whole.deepCopy();
    ((ObjectNode) some.at("/proactive/normativeDocuments")).putNull("inForce");
    ((ObjectNode) some.get("proactive")).remove("administrativeFees10kYuan");
    ((ObjectNode) some.get("proactive")).remove("regulations");
    put(TestClient.EDITOR, organ.code(), NEXT, some).statusCode(201);
    get(TestClient.EDITOR, organ.code(), NEXT)
        .body("sections[1].proactive.normativeDocuments.repealed", equalTo(0))
        .body("sections[1].proactive.normativeDocuments", not(hasKey("inForce")))
        .body(
            "checks.findAll { it.id == 4 }.message.join()",
            org.hamcrest.Matchers.allOf(
                containsString("表二“规章”本年制发件数没有填写"),
                containsString("表二“行政规范性文件”现行有效件数没有填写"),
                containsString("表二“行政事业性收费”没有填写"),
                not(containsString("行政许可"))));
    TestReleases.submit(path, 1).statusCode(409).body("toString()", containsString("没有填写"));

    put(TestClient.EDITOR, organ.code(), NEXT, whole, "\"1\"").statusCode(200);
    TestReleases.submit(path, 2).statusCode(200);
  }

  @Test
  void the_same_holds_in_the_edition_of_2019() {
    String organ = ReportOrgans.department(37);
    put(TestClient.EDITOR, organ, 2020, former().without(List.of("formerProactive")))
        .statusCode(201);
    get(TestClient.EDITOR, organ, 2020)
        .body("edition", equalTo("2019"))
        .body("sections[1].proactive.former.otherServices", not(hasKey("change")))
        .body("checks.findAll { it.id == 4 }.message", hasItem(containsString("表二尚未填写")));
    ObjectNode some = former();
    ((ObjectNode) some.at("/formerProactive/otherServices")).remove("change");
    ((ObjectNode) some.at("/formerProactive/procurement")).remove("amount");
    put(TestClient.EDITOR, organ, 2020, some, "\"1\"").statusCode(200);
    put(TestClient.EDITOR, organ, 2020, some).statusCode(200).header("ETag", "\"2\"");
    get(TestClient.EDITOR, organ, 2020)
        .body("sections[1].proactive.former.otherServices.decisions", equalTo(77))
        .body("sections[1].proactive.former.otherServices", not(hasKey("change")))
        .body("sections[1].proactive.former.procurement.projects", equalTo(5))
        .body("signedOn", equalTo("2021-01-20"))
        .body(
            "checks.findAll { it.id == 4 }.message.join()",
            containsString("表二“其他对外管理服务事项”本年增/减没有填写"));
    FORMATS.forEach(
        format ->
            given()
                .auth()
                .oauth2(TestClient.EDITOR.token())
                .get("/reports/" + organ + "/2020/document?format=" + format)
                .then()
                .statusCode(200));
  }

  @Test
  void a_named_figure_and_the_signature_come_later_too() {
    String organ = ReportOrgans.department(38);
    ObjectNode draft = linxian();
    draft.remove("signedBy");
    draft.putArray("overview").add("网站访问量{{figures.visits}}次。");
    draft.putArray("figures").addObject().put("name", "visits").put("label", "访问量");
    put(TestClient.EDITOR, organ, YEAR, draft)
        .statusCode(201)
        .body("signedBy", equalTo(""))
        .body("figures[0]", not(hasKey("value")));
    get(TestClient.EDITOR, organ, YEAR)
        .body("sections[0].paragraphs", contains("网站访问量{{figures.visits}}次。"))
        .body(
            "checks.findAll { it.id == 4 }.message.join()",
            org.hamcrest.Matchers.allOf(
                containsString("自定义数据“访问量”没有填写"), containsString("落款没有机关名称")));
    FORMATS.forEach(format -> document(organ, format));
  }

  /** The release before reads whole numbers, and submits what is dated. */
  @Test
  void to_the_release_before_a_gap_is_no_zero_and_the_draft_has_no_date() throws SQLException {
    String organ = ReportOrgans.department(39);
    ObjectNode draft = linxian();
    ((ObjectNode) draft.get("proactive")).remove("administrativeLicences");
    draft.putArray("figures").addObject().put("name", "visits").put("label", "访问量");
    put(TestClient.EDITOR, organ, YEAR, draft).statusCode(201);
    assertThat(
            number(
                organ,
                "administrative_licences = -1 AND signed_on IS NULL AND named_figures LIKE"
                    + " '%\"value\":-1%'"))
        .isEqualTo(1);
    String columns =
        "organ_code, report_year, edition, lead, overview, problems, other_matters,"
            + " regulations_issued, regulations_repealed, regulations_in_force,"
            + " normative_documents_issued, normative_documents_repealed,"
            + " normative_documents_in_force, administrative_penalties, administrative_coercion,"
            + " administrative_fees_10k_yuan, signed_by, recorded_by, recorded_at";
    String next =
        "INSERT INTO report.draft_revision (version, administrative_licences, signed_on, "
            + columns
            + ") SELECT 2, %s, '2025-01-21', "
            + columns
            + " FROM report.draft_revision WHERE organ_code = '"
            + organ
            + "'";
    assertThatThrownBy(() -> StoredDrafts.execute(next.replace("%s", "-1")))
        .as("no release can date what has gaps")
        .hasMessageContaining("dated_when_filled_in");
    StoredDrafts.execute(next.replace("%s", "5"));
    get(TestClient.EDITOR, organ, YEAR)
        .body("version", equalTo(2))
        .body("sections[1].proactive.administrativeLicences", equalTo(5))
        .body("signedOn", equalTo("2025-01-21"));
  }

  private static long number(String organ, String condition) throws SQLException {
    return StoredDrafts.number(
        "SELECT count(*) FROM report.draft_revision WHERE organ_code = '"
            + organ
            + "' AND "
            + condition);
  }

  private static String document(String organ, String format) {
    return given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get("/reports/" + organ + "/" + YEAR + "/document?format=" + format)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
