package disclosure.report.takenover;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.read;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.content.ReportId;
import disclosure.report.examined.TestFiles;
import disclosure.report.form.TestReports;
import disclosure.report.publication.Digests;
import disclosure.requests.contract.OrganCode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Reports that were published elsewhere. */
@QuarkusTest
class TakeOverIT {

  private static final String TOTAL = "matrix.NEWLY_RECEIVED.total";

  @Inject DataSource database;
  @Inject TakenOverReports reports;

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token());
  }

  /** The report of 临县 on a year: 27 applications, one of which is carried out. */
  private static byte[] on(int year) {
    return new String(TestFiles.html(), StandardCharsets.UTF_8)
        .replace("2025", "#")
        .replace("2024", Integer.toString(year))
        .replace("#", Integer.toString(year + 1))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same with something else in the cell 一 本年新收, 总计. */
  private static byte[] on(int year, String total) {
    String html = new String(on(year), StandardCharsets.UTF_8);
    int cell = html.indexOf(">27<");
    return (html.substring(0, cell) + ">" + total + "<" + html.substring(cell + 4))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String path(String organ, int year) {
    return "/reports/" + organ + "/" + year + "/taken-over";
  }

  private static ValidatableResponse taken(String organ, int year, byte[] file, String query) {
    return as(TestClient.PUBLISHER)
        .contentType("text/html")
        .body(file)
        .post(path(organ, year) + query)
        .then();
  }

  private static ValidatableResponse confirmed(
      String organ, int year, byte[] file, String figures) {
    return as(TestClient.PUBLISHER)
        .multiPart("file", "年报.html", file, "text/html")
        .multiPart("figures", figures)
        .post(path(organ, year))
        .then();
  }

  private static String figure(String name, String value) {
    return "{\"figures\": [{\"name\": \"" + name + "\", \"value\": " + value + "}]}";
  }

  @Test
  void what_is_taken_over_is_kept_with_its_figures_its_file_and_all_that_was_found() {
    String organ = ReportOrgans.department(35);
    byte[] file = on(2023);
    taken(organ, 2023, file, "?fileName=2023年报.html")
        .statusCode(201)
        .body("revision", equalTo(1))
        .body("fileName", equalTo("2023年报.html"))
        .body("digests.sha256", equalTo(Digests.of(file).sha256()))
        .body("takenOverBy", equalTo("publisher"))
        .body("figures", hasSize(200))
        .body("figures.confirmed.unique()", contains(false));
    as(TestClient.EDITOR)
        .get(path(organ, 2023))
        .then()
        .statusCode(200)
        .body("organName", equalTo("临县人民政府办公室"))
        .body("edition", equalTo("FORM_2021"))
        .body("takenOverAt", notNullValue())
        .body("figures.find { it.name == '" + TOTAL + "' }.value", equalTo(27))
        .body("examined.applications", hasSize(25))
        .body("examined.findings.severity", notNullValue());
    var stored = as(TestClient.EDITOR).get(path(organ, 2023) + "/file");
    assertThat(stored.asByteArray()).isEqualTo(file);
    assertThat(stored.contentType()).isEqualTo("application/octet-stream");
    assertThat(stored.header("Content-Disposition")).startsWith("attachment");
    assertThat(stored.header("Repr-Digest")).isEqualTo(Digests.of(file).header());
    as(TestClient.EDITOR).get(path(organ, 2022)).then().statusCode(404);
    as(TestClient.EDITOR).get(path(organ, 2022) + "/file").then().statusCode(404);
  }

  /** As a published report writes it. */
  @Test
  void an_amount_is_taken_over_with_all_its_decimals() {
    String organ = ReportOrgans.department(36);
    String html =
        new String(TestFiles.html(TestReports.charging("24252.311082")), StandardCharsets.UTF_8)
            .replace(">24252.311082<", ">24,252.311082<");
    assertThat(html).contains(">24,252.311082<");
    String fees = "figures.find { it.name == 'proactive.administrativeFees10kYuan' }";
    String told =
        taken(organ, 2024, html.getBytes(StandardCharsets.UTF_8), "")
            .statusCode(201)
            .body(fees + ".confirmed", equalTo(false))
            .extract()
            .asString();
    assertThat(told).contains("\"value\":24252.311082").doesNotContain("\"value\":24252.31,");
  }

  @Test
  void everybody_is_told_only_of_what_is_published_here() {
    String organ = ReportOrgans.department(36);
    taken(organ, 2023, on(2023), "").statusCode(201);
    given().get("/reports/" + organ + "/2023").then().statusCode(401);
    given().get("/reports?organ=" + organ).then().statusCode(200).body("items", hasSize(0));
    given().get(path(organ, 2023)).then().statusCode(401);
  }

  @Test
  void a_cell_that_is_not_read_surely_is_named_and_taken_once_somebody_says_what_it_is() {
    String organ = ReportOrgans.department(37);
    for (String text : List.of("", "/", "约27", "27.5")) {
      taken(organ, 2023, on(2023, text), "")
          .statusCode(422)
          .body("errors.code", contains("figure-not-sure"))
          .body("errors.field", contains(TOTAL))
          .body("errors[0].message", containsString("表三“一 本年新收政府信息公开申请数量”总计"));
    }
    byte[] blank = on(2023, "");
    taken(organ, 2023, on(2023, "约27"), "?blanksAreZero=true").statusCode(422);
    confirmed(organ, 2023, blank, figure(TOTAL, "27"))
        .statusCode(201)
        .body("figures.findAll { it.confirmed }.name", contains(TOTAL))
        .body("figures.find { it.name == '" + TOTAL + "' }.value", equalTo(27));
    String other = ReportOrgans.department(38);
    taken(other, 2023, blank, "?blanksAreZero=true")
        .statusCode(201)
        .body("figures.findAll { it.confirmed }.value", contains(0));
    taken(other, 2022, blank, "?blanksAreZero=maybe").statusCode(400);
  }

  @Test
  void a_figure_that_was_read_surely_is_not_another_one() {
    String organ = ReportOrgans.department(39);
    confirmed(organ, 2023, on(2023), figure(TOTAL, "28"))
        .statusCode(422)
        .body("errors.code", contains("figure-read-otherwise"));
    confirmed(organ, 2023, on(2023), figure("matrix.NOTHING.total", "28"))
        .statusCode(400)
        .body("errors.code", contains("not-in-form"));
    for (String value : List.of("-1", "0.5")) {
      confirmed(organ, 2023, on(2023, ""), figure(TOTAL, value))
          .statusCode(400)
          .body("errors.field", contains("figures[0].value"));
    }
    String twice =
        figure(TOTAL, "27").replace("]", ", {\"name\": \"" + TOTAL + "\", \"value\": 1}]");
    confirmed(organ, 2023, on(2023, ""), twice)
        .statusCode(400)
        .body("errors.code", contains("repeated-part"));
    confirmed(organ, 2023, on(2023), "{\"figures\": 1}").statusCode(400);
    confirmed(organ, 2023, on(2023), figure(TOTAL, "27")).statusCode(201);
  }

  @Test
  void a_file_on_another_year_or_that_can_not_be_read_is_not_taken() {
    String organ = ReportOrgans.department(40);
    taken(organ, 2022, on(2023), "")
        .statusCode(422)
        .body("errors.code", contains("file-of-other-year"))
        .body("errors[0].message", containsString("2023"));
    taken(organ, 2022, "nothing".getBytes(StandardCharsets.UTF_8), "")
        .statusCode(422)
        .body("errors.code", contains("file-not-readable"));
    taken(organ, 2022, new byte[(20 << 20) + 1], "").statusCode(413);
    as(TestClient.PUBLISHER)
        .multiPart("file", "a.html", on(2022), "text/html")
        .multiPart("file", "b.html", on(2022), "text/html")
        .post(path(organ, 2022))
        .then()
        .statusCode(400)
        .body("errors.code", contains("wrong-count"));
    as(TestClient.EDITOR).get(path(organ, 2022)).then().statusCode(404);
  }

  @Test
  void a_file_that_bears_another_organ_s_name_is_taken_once_that_is_confirmed() {
    TestCounties.Organ other = TestCounties.below(TestCounties.COUNTY).get(21);
    String organ = other.code();
    for (String said : List.of("", "?organName=" + other.name(), "?organName=临县")) {
      taken(organ, 2021, on(2021), said)
          .statusCode(422)
          .body("errors.code", contains("file-of-other-organ"))
          .body("errors.field", contains("organName"))
          .body("errors[0].message", containsString("临县人民政府办公室"))
          .body("errors[0].message", containsString(other.name()));
    }
    taken(organ, 2021, on(2021, ""), "")
        .statusCode(422)
        .body("errors.code", contains("file-of-other-organ", "figure-not-sure"));
    taken(organ, 2021, on(2021), "?organName=")
        .statusCode(422)
        .body("errors.code", contains("file-of-other-organ"));
    as(TestClient.EDITOR).get(path(organ, 2021)).then().statusCode(404);
    taken(organ, 2021, on(2021), "?organName=临县人民政府办公室")
        .statusCode(201)
        .body("organName", equalTo("临县人民政府办公室"))
        .body("organConfirmed", equalTo(true));
    taken(organ, 2021, on(2021), "").statusCode(200).body("organConfirmed", equalTo(true));
    as(TestClient.PUBLISHER)
        .queryParam("organName", "临县人民政府办公室")
        .multiPart("2024", "2024.html", on(2024), "text/html")
        .post("/reports/" + organ + "/taken-over")
        .then()
        .body("outcomes.status", contains(201))
        .body("outcomes[0].takenOver.organConfirmed", equalTo(true));
  }

  @Test
  void a_name_that_the_organ_had_needs_no_confirmation() {
    taken(TestCounties.RENAMED.code(), 2021, on(2021), "")
        .statusCode(201)
        .body("organConfirmed", equalTo(false));
  }

  @Test
  void the_same_file_is_taken_once_and_another_one_only_for_a_reason() throws SQLException {
    String organ = ReportOrgans.department(41);
    taken(organ, 2023, on(2023), "").statusCode(201);
    taken(organ, 2023, on(2023), "").statusCode(200).body("revision", equalTo(1));
    byte[] other = on(2023, "");
    String figures = figure(TOTAL, "27");
    confirmed(organ, 2023, other, figures)
        .statusCode(409)
        .body("type", equalTo("/problems/taken-over-already"));
    as(TestClient.PUBLISHER)
        .multiPart("file", "年报.html", other, "text/html")
        .multiPart("figures", figures)
        .queryParam("reason", "上次接收的是征求意见稿")
        .post(path(organ, 2023))
        .then()
        .statusCode(201)
        .body("revision", equalTo(2))
        .body("reason", equalTo("上次接收的是征求意见稿"));
    confirmed(organ, 2023, other, figures).statusCode(200).body("revision", equalTo(2));
    confirmed(organ, 2023, other, figure(TOTAL, "28")).statusCode(409);
    assertThat(
            StoredDrafts.number(
                "SELECT count(*) FROM report.taken_over_report WHERE organ_code = '" + organ + "'"))
        .isEqualTo(2);
    assertThatThrownBy(
            () -> StoredDrafts.execute("UPDATE report.taken_over_report SET revision = 9"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> StoredDrafts.execute("DELETE FROM report.taken_over_report"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void of_two_instances_that_take_over_at_once_one_does() throws Exception {
    String organ = ReportOrgans.department(46);
    taken(organ, 2023, on(2023), "").statusCode(201);
    ReportId id = ReportId.own(new OrganCode(organ), 2023);
    TakenOver first = reports.newest(id).orElseThrow();
    TakenOver second =
        new TakenOver(
            2,
            first.report(),
            first.fileName(),
            first.format(),
            first.bytes(),
            first.digests(),
            java.util.Optional.of("理由"),
            first.takenOverBy(),
            first.person(),
            first.takenOverAt());
    ExecutorService instances = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> added = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        TakenOverReports instance = new TakenOverReports(database);
        added.add(
            instances.submit(
                () -> instance.add(second, on(2023), reports.examined(id, 1).orElseThrow())));
      }
      int times = 0;
      for (Future<Boolean> one : added) {
        times += one.get() ? 1 : 0;
      }
      assertThat(times).isEqualTo(1);
    } finally {
      instances.shutdownNow();
    }
  }

  @Test
  void what_is_published_here_is_never_replaced_and_comes_before_what_was_taken_over() {
    String organ = ReportOrgans.department(48);
    taken(organ, 2023, on(2023), "").statusCode(201);
    put(TestClient.EDITOR, organ, 2024, sound("临县某局", 2024)).statusCode(201);
    carryIn(organ, 2024, "表三“自然人”列：“二 上年结转”为0，已公布的2023年度报告“四 结转下年度继续办理”为1");
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(200);
    publish(organ + "/2023", 1).statusCode(201);
    read(organ + "/2024", "checks").body("checks.find { it.check == 6 }.result", equalTo("HOLDS"));
    taken(organ, 2023, on(2023), "?reason=理由")
        .statusCode(409)
        .body("type", equalTo("/problems/published-here"));
  }

  private static void carryIn(String organ, int year, String message) {
    read(organ + "/" + year, "checks")
        .statusCode(200)
        .body("checks.findAll { it.check == 6 }.message", hasItem(message));
  }

  @Test
  void the_carry_in_is_held_against_what_was_taken_over() {
    String organ = ReportOrgans.department(44);
    put(TestClient.EDITOR, organ, 2024, sound("临县某局", 2024)).statusCode(201);
    read(organ + "/2024", "checks")
        .body("checks.find { it.check == 6 }.result", equalTo("UNDECIDED"));
    taken(organ, 2023, on(2023), "").statusCode(201);
    carryIn(organ, 2024, "表三“自然人”列：“二 上年结转”为0，已公布的2023年度报告“四 结转下年度继续办理”为1");
  }

  @Test
  void several_years_are_taken_over_at_once_each_with_its_outcome() {
    String organ = ReportOrgans.department(45);
    RequestSpecification form = as(TestClient.PUBLISHER);
    for (int year = 2021; year <= 2024; year++) {
      form.multiPart(Integer.toString(year), year + ".html", on(year), "text/html");
    }
    form.multiPart("2020", "2020.html", TestFiles.html(TestReports.former()), "text/html")
        .multiPart("2019", "2019.html", on(2018), "text/html")
        .multiPart("next", "next.html", on(2018), "text/html")
        .post("/reports/" + organ + "/taken-over")
        .then()
        .statusCode(200)
        .body("outcomes.year", contains("2021", "2022", "2023", "2024", "2020", "2019", "next"))
        .body("outcomes.status", contains(201, 201, 201, 201, 201, 422, 400))
        .body("outcomes[0].takenOver.carriedOut", equalTo(1))
        .body("outcomes[5].problem.errors.code", contains("file-of-other-year"));
    as(TestClient.EDITOR)
        .get("/reports/" + organ + "/taken-over")
        .then()
        .statusCode(200)
        .body("items.year", contains(2020, 2021, 2022, 2023, 2024))
        .body("items[1].newlyReceived", equalTo(27));
    as(TestClient.EDITOR)
        .get(path(organ, 2020))
        .then()
        .statusCode(200)
        .body("edition", equalTo("FORM_2019"))
        .body("otherHandlingInOne", equalTo(true))
        .body(
            "figures.find { it.name == 'formerProactive.procurement.amount' }.value",
            equalTo(22.5f));
    as(TestClient.PUBLISHER)
        .multiPart("2023", "a.html", on(2023), "text/html")
        .multiPart("2023", "b.html", on(2023), "text/html")
        .post("/reports/" + organ + "/taken-over")
        .then()
        .statusCode(400)
        .body("errors.code", contains("repeated-field"));
  }
}
