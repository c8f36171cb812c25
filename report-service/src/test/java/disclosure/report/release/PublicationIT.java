package disclosure.report.release;

import static disclosure.report.TestDrafts.get;
import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.correct;
import static disclosure.report.TestReleases.giveBack;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.read;
import static disclosure.report.TestReleases.reason;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.TestDrafts;
import disclosure.report.Trouble;
import disclosure.report.publication.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PublicationIT {

  private static final List<String> FORMATS =
      List.of("html", "docx", "pdf", "ofd", "xlsx", "csv", "csvw", "json");

  /** Another organ for each test, so that none sees what another published. */
  private static String published(int department) {
    String organ = ReportOrgans.department(department);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(200).body("state", equalTo("SUBMITTED"));
    publish(organ + "/2023", 1)
        .statusCode(201)
        .body("revision", equalTo(1))
        .body("state", equalTo("PUBLISHED"));
    return organ;
  }

  @Test
  void the_published_report_of_linxian_goes_from_draft_to_publication() {
    String path = ReportOrgans.PUBLISHED_OFFICE + "/2024";
    put(TestClient.EDITOR, ReportOrgans.PUBLISHED_OFFICE, 2024, linxian());
    submit(path, 1)
        .statusCode(409)
        .body("type", equalTo("/problems/checks-stand-against-it"))
        .body("errors.field.unique()", contains("checks[17]"))
        .body("errors.message", hasItem(containsString("国务院令第七十一号")))
        .body("errors.message", hasItem(containsString("没有写明信息处理费实际收取的总金额")));
    reason(ReportOrgans.PUBLISHED_OFFICE, 2024, 17, "与已印发的文本保持一致").statusCode(200);
    submit(path, 1).statusCode(200);
    publish(path, 1).statusCode(201).body("changed", empty());
    assertThat(Management.get("/q/metrics").asString())
        .containsPattern("report_freeze_duration_seconds_count [1-9]");
    given()
        .get("/reports/" + path)
        .then()
        .statusCode(200)
        .header("ETag", "\"r1\"")
        .body("state", equalTo("PUBLISHED"))
        .body("sections[2].matrix.rows[0].total", equalTo(27))
        .body("$", not(org.hamcrest.Matchers.hasKey("checks")));
    read(path, "publications/1/checks")
        .statusCode(200)
        .body("items.number", equalTo(IntStream.rangeClosed(1, 22).boxed().toList()))
        .body("items.find { it.number == 17 }.reason", equalTo("与已印发的文本保持一致"))
        .body("items.find { it.number == 17 }.findings", hasSize(5));
    // Next year carries one application in; that nobody handled it is found at once.
    put(TestClient.EDITOR, ReportOrgans.PUBLISHED_OFFICE, 2025, sound("临县人民政府办公室", 2025));
    read(ReportOrgans.PUBLISHED_OFFICE + "/2025", "checks")
        .body(
            "checks.findAll { it.id == 6 }.message",
            hasItem("表三“自然人”列：“二 上年结转”为0，已公布的2024年度报告“四 结转下年度继续办理”为1"));
  }

  @Test
  void what_is_published_is_for_everybody_and_a_draft_for_nobody_without_a_token() {
    String organ = published(72);
    given().get("/reports/" + organ + "/2023").then().statusCode(200);
    given().get("/reports/" + organ + "/2023?revision=1").then().statusCode(200);
    given().get("/reports/" + organ + "/2023/publications").then().statusCode(200);
    given().get("/reports/" + organ + "/2023?revision=draft").then().statusCode(401);
    given().get("/reports/" + organ + "/2022").then().statusCode(401);
    given().get("/reports/" + organ + "/2022/document?format=pdf").then().statusCode(401);
    given().get("/reports/" + organ + "/2023?revision=2").then().statusCode(404);
    given().get("/reports/" + organ + "/2023?revision=0").then().statusCode(400);
    given().get("/reports/" + organ + "/2023/drift").then().statusCode(401);
    given().get("/reports/" + organ + "/2023/publications/1/applications").then().statusCode(401);
    get(TestClient.NOBODY, organ, 2022).statusCode(403);
  }

  @Test
  void documents_are_stored_and_served_byte_for_byte_with_their_digests() {
    String organ = published(73);
    for (String format : FORMATS) {
      String path = "/reports/" + organ + "/2023/document?format=" + format;
      Response first = given().header("Accept-Encoding", "gzip").get(path);
      byte[] bytes = first.asByteArray();
      Digests digests = Digests.of(bytes);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.header("Repr-Digest")).isEqualTo(digests.header());
      assertThat(first.header("Content-Encoding")).isNull();
      assertThat(given().get(path).asByteArray()).isEqualTo(bytes);
      given()
          .header("If-None-Match", first.header("ETag"))
          .get(path)
          .then()
          .statusCode(304)
          .header("ETag", first.header("ETag"));
      given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
      given()
          .header("If-Match", "\"another\"")
          .get(path)
          .then()
          .statusCode(412)
          .contentType("application/problem+json");
      given()
          .get("/reports/" + organ + "/2023/publications")
          .then()
          .body(
              "items[0].documents.find { it.format == '" + format + "' }.digests.sm3",
              equalTo(digests.sm3()))
          .body(
              "items[0].documents.find { it.format == '" + format + "' }.digests.sha256",
              equalTo(digests.sha256()));
    }
  }

  @Test
  void digests_are_those_of_the_standards() {
    Digests abc = Digests.of("abc".getBytes(StandardCharsets.UTF_8));
    assertThat(abc.sm3())
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(abc.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void every_cell_is_made_up_of_listed_application_versions() {
    String organ = ReportOrgans.department(74);
    StoredDrafts.more(organ, 2023, 5, 3);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(200);
    publish(organ + "/2023", 1).statusCode(201);
    read(organ + "/2023", "publications/1/applications")
        .statusCode(200)
        .body("items", hasSize(5))
        .body("items.version.unique()", contains(2))
        .body("items.findAll { it.outcome == 'DISCLOSED' }", hasSize(3));
  }

  @Test
  void applications_that_come_in_while_they_are_listed_keep_a_report_from_being_published() {
    String organ = Trouble.MOVING.organ();
    ObjectNode draft = linxian();
    draft.put("signedBy", "临县某局");
    put(TestClient.EDITOR, organ, 2024, draft);
    reason(organ, 2024, 17, "与已印发的文本保持一致").statusCode(200);
    submit(organ + "/2024", 1).statusCode(200);
    publish(organ + "/2024", 1).statusCode(503);
    given().get("/reports/" + organ + "/2024/publications").then().statusCode(404);
  }

  @Test
  void what_could_not_be_compared_wants_no_reason_and_is_said_so() {
    String organ = ReportOrgans.department(34);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    read(organ + "/2023", "checks")
        .body("checks.find { it.id == 6 }.result", equalTo("UNDECIDED"))
        .body("obstacles", empty());
    reason(organ, 2023, 6, "上年度未公布报告")
        .statusCode(409)
        .body("type", equalTo("/problems/no-reason-wanted"))
        .body("detail", equalTo("此项校核缺少对照数据，未能核对；不妨碍公布，无需说明理由。"));
    reason(organ, 2023, 1, "无").statusCode(409).body("detail", equalTo("此项校核没有发现问题。"));
  }

  @Test
  void nobody_publishes_what_was_not_submitted_or_is_another_version_by_now() {
    String organ = ReportOrgans.department(75);
    String path = organ + "/2023";
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    publish(path, 1).statusCode(409).body("type", equalTo("/problems/not-submitted"));
    submit(path, 2).statusCode(412);
    submit(path, 1).statusCode(200);
    submit(path, 1).statusCode(200);
    ObjectNode other = sound("临县某局", 2023);
    other.putArray("problems").add("本机关工作人员业务水平有待提高，已组织培训。");
    put(TestClient.EDITOR, organ, 2023, other, "\"1\"").statusCode(200);
    publish(path, 1).statusCode(412);
    publish(path, 2).statusCode(409);
    given()
        .auth()
        .oauth2(TestClient.PUBLISHER.token())
        .contentType("application/json")
        .body("{}")
        .post("/reports/" + path + "/publication")
        .then()
        .statusCode(428);
    for (TestClient client : List.of(TestClient.EDITOR, TestClient.ANALYST)) {
      given()
          .auth()
          .oauth2(client.token())
          .header("If-Match", "\"2\"")
          .contentType("application/json")
          .body("{}")
          .post("/reports/" + path + "/publication")
          .then()
          .statusCode(403);
    }
    assertThat(read(path, "life").extract().jsonPath().getList("items.kind"))
        .containsExactly("SUBMITTED");
  }

  @Test
  void a_publisher_gives_a_report_back_and_says_why() {
    String organ = ReportOrgans.department(76);
    String path = organ + "/2023";
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    giveBack(path, 1, "请补充改进措施").statusCode(409);
    submit(path, 1).statusCode(200);
    giveBack(path, 1, "请补充改进措施")
        .statusCode(200)
        .body("state", equalTo("DRAFT"))
        .body("returned", equalTo("请补充改进措施"));
    giveBack(path, 1, "请补充改进措施").statusCode(200);
    get(TestClient.EDITOR, organ, 2023)
        .body("state", equalTo("DRAFT"))
        .body("returned", equalTo("请补充改进措施"));
    submit(path, 1).statusCode(200);
    publish(path, 1).statusCode(201);
    read(path, "life")
        .body("items.kind", contains("PUBLISHED", "SUBMITTED", "RETURNED", "SUBMITTED"));
  }

  @Test
  void an_edit_of_what_was_submitted_withdraws_it_and_says_so() {
    String organ = ReportOrgans.department(96);
    String path = organ + "/2023";
    ObjectNode one = sound("临县某局", 2023);
    ObjectNode other = sound("临县某局", 2023);
    other.putArray("problems").add("本机关工作人员业务水平有待提高，已组织培训。");
    put(TestClient.EDITOR, organ, 2023, one)
        .statusCode(201)
        .body("state", equalTo("DRAFT"))
        .body("withdrew", equalTo(false));
    submit(path, 1).statusCode(200);
    put(TestClient.EDITOR, organ, 2023, one, "\"1\"")
        .statusCode(200)
        .body("state", equalTo("SUBMITTED"))
        .body("withdrew", equalTo(false));
    put(TestClient.EDITOR, organ, 2023, other, "\"1\"")
        .statusCode(200)
        .body("version", equalTo(2))
        .body("state", equalTo("DRAFT"))
        .body("withdrew", equalTo(true));
    read(path, "life")
        .body("items.kind", contains("SUBMITTED"))
        .body("items[0].draftVersion", equalTo(1))
        .body("items[0].withdrawn.draftVersion", equalTo(2))
        .body("items[0].withdrawn.recordedBy", equalTo(TestClient.EDITOR.id()))
        .body("items[0].withdrawn.recordedAt", notNullValue());
    put(TestClient.EDITOR, organ, 2023, one, "\"2\"").body("withdrew", equalTo(false));
    submit(path, 3).statusCode(200);
    giveBack(path, 3, "请补充改进措施").statusCode(200);
    put(TestClient.EDITOR, organ, 2023, other, "\"3\"").body("withdrew", equalTo(false));
    submit(path, 4).statusCode(200);
    publish(path, 4).statusCode(201);
    put(TestClient.EDITOR, organ, 2023, one, "\"4\"").body("withdrew", equalTo(false));
    // What was returned or published was no longer submitted when it was edited.
    read(path, "life")
        .body(
            "items.kind", contains("PUBLISHED", "SUBMITTED", "RETURNED", "SUBMITTED", "SUBMITTED"))
        .body("items.findAll { it.withdrawn != null }.number", contains(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"REGISTER_DISAGREES", "REGISTER_FAILING", "UNBALANCED", "FAILING"})
  void what_does_not_add_up_is_not_submitted(Trouble trouble) {
    StoredDrafts.copy(copied(), trouble.organ(), 2024);
    int newest = StoredDrafts.versions(trouble.organ()).size();
    submit(trouble.organ() + "/2024", newest).statusCode(trouble == Trouble.FAILING ? 503 : 409);
  }

  private static String copied() {
    put(TestClient.EDITOR, TestOrgans.OFFICE, 2024, linxian());
    return TestOrgans.OFFICE;
  }

  @Test
  void figures_that_came_apart_after_submission_are_not_published() {
    String organ = ReportOrgans.department(77);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    ObjectNode draft = sound("临县某局", 2023);
    draft.putArray("overview").add("2023年共受理政府信息公开申请0件。");
    put(TestClient.EDITOR, organ, 2023, draft, "\"1\"").statusCode(200);
    submit(organ + "/2023", 2).statusCode(200);
    StoredDrafts.more(organ, 2023, 1, 0);
    publish(organ + "/2023", 2).statusCode(409).body("errors.field", hasItem("checks[15]"));
  }

  @Test
  void a_correction_says_why_and_shows_what_it_changed_and_the_first_stays_reachable() {
    String organ = published(78);
    String path = organ + "/2023";
    byte[] first =
        given().get("/reports/" + path + "/document?format=pdf&revision=1").asByteArray();
    StoredDrafts.more(organ, 2023, 2, 1);
    read(path, "drift")
        .statusCode(200)
        .body("revision", equalTo(1))
        .body(
            "items.find { it.row == ['一、本年新收政府信息公开申请数量'] && it.column.contains('自然人') }.after",
            equalTo(2));
    given().get("/reports/" + path).then().body("sections[2].matrix.rows[0].total", equalTo(0));
    // The text is the same: it is submitted and published again.
    submit(path, 1).statusCode(200);
    publish(path, 1).statusCode(400).body("errors.field", contains("reason"));
    correct(path, 1, "漏计网上申请2件")
        .statusCode(201)
        .body("revision", equalTo(2))
        .body("state", equalTo("CORRECTED"))
        .body("changed.before.unique()", contains(0))
        .body("changed", hasSize(8));
    correct(path, 1, "漏计网上申请2件").statusCode(200).body("revision", equalTo(2));
    read(path, "drift").body("items", empty());
    given()
        .get("/reports/" + path)
        .then()
        .body("state", equalTo("CORRECTED"))
        .body("correctionReason", equalTo("漏计网上申请2件"))
        .body("sections[2].matrix.rows[0].total", equalTo(2));
    given()
        .get("/reports/" + path + "?revision=1")
        .then()
        .body("state", equalTo("PUBLISHED"))
        .body("sections[2].matrix.rows[0].total", equalTo(0));
    assertThat(given().get("/reports/" + path + "/document?format=pdf&revision=1").asByteArray())
        .isEqualTo(first);
    assertThat(given().get("/reports/" + path + "/document?format=pdf").asByteArray())
        .isNotEqualTo(first);
    given().get("/reports/" + path + "/publications").then().body("items.revision", contains(2, 1));
    String next =
        given()
            .get("/reports/" + path + "/publications?limit=1")
            .then()
            .body("items.revision", contains(2))
            .extract()
            .path("next");
    given().get(next).then().body("items.revision", contains(1));
    String before =
        read(path, "life?limit=1").body("items.kind", contains("PUBLISHED")).extract().path("next");
    assertThat(before).startsWith("/reports/" + path + "/life?limit=1&after=");
    // Next year is compared with the correction.
    put(TestClient.EDITOR, organ, 2024, sound("临县某局", 2024)).statusCode(201);
    read(organ + "/2024", "checks")
        .body(
            "checks.findAll { it.id == 6 }.message",
            hasItem("表三“自然人”列：“二 上年结转”为0，已公布的2023年度报告“四 结转下年度继续办理”为1"));
  }

  @Test
  void a_broken_carry_in_wants_a_reason_that_is_printed() {
    String organ = ReportOrgans.department(79);
    StoredDrafts.more(organ, 2022, 1, 0);
    put(TestClient.EDITOR, organ, 2022, sound("临县某局", 2022)).statusCode(201);
    submit(organ + "/2022", 1).statusCode(200);
    publish(organ + "/2022", 1).statusCode(201);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(409).body("errors.field", hasItem("checks[6]"));
    String why = "上年未办结的申请因机构改革移交县行政审批局办理";
    reason(organ, 2023, 6, why).statusCode(200);
    submit(organ + "/2023", 1)
        .statusCode(409)
        .body("errors.message", hasItem(containsString("理由须原文写入第六部分")));
    ObjectNode printed = sound("临县某局", 2023);
    printed.withArray("otherMatters").add("说明：" + why + "。");
    put(TestClient.EDITOR, organ, 2023, printed, "\"1\"").statusCode(200);
    submit(organ + "/2023", 2).statusCode(200);
    publish(organ + "/2023", 2).statusCode(201);
  }

  @Test
  void a_reason_stands_for_what_it_was_given_for_and_for_nothing_later() {
    String organ = ReportOrgans.department(80);
    ObjectNode late = sound("临县某局", 2023);
    late.put("signedOn", "2024-04-05");
    put(TestClient.EDITOR, organ, 2023, late).statusCode(201);
    reason(organ, 2023, 1, "不适用").statusCode(409);
    reason(organ, 2023, 23, "没有此项").statusCode(404);
    reason(organ, 2023, 21, "印章补办").statusCode(200);
    reason(organ, 2023, 21, "印章补办").statusCode(200);
    submit(organ + "/2023", 1).statusCode(200);
    late.put("signedOn", "2024-04-06");
    put(TestClient.EDITOR, organ, 2023, late, "\"1\"").statusCode(200);
    submit(organ + "/2023", 2).statusCode(409).body("errors.field", contains("checks[21]"));
    read(organ + "/2023", "reasons").body("items", hasSize(1)).body("items[0].check", equalTo(21));
    read(organ + "/2023", "reasons?limit=1&after=1").body("items", empty());
  }

  @Test
  void two_publishers_at_once_publish_once() throws Exception {
    String organ = ReportOrgans.department(81);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(200);
    Callable<Integer> one = () -> publish(organ + "/2023", 1).extract().statusCode();
    List<Integer> answers = atOnce(one, one);
    assertThat(answers).isSubsetOf(200, 201, 412);
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
    given().get("/reports/" + organ + "/2023/publications").then().body("items", hasSize(1));
  }

  @Test
  void two_corrections_at_once_make_one_revision() throws Exception {
    String organ = published(85);
    StoredDrafts.more(organ, 2023, 1, 0);
    submit(organ + "/2023", 1).statusCode(200);
    Callable<Integer> one = () -> correct(organ + "/2023", 1, "漏计1件").extract().statusCode();
    assertThat(atOnce(one, one).stream().filter(status -> status == 201)).hasSize(1);
    given()
        .get("/reports/" + organ + "/2023/publications")
        .then()
        .body("items.revision", contains(2, 1));
  }

  @Test
  void what_is_given_back_is_not_published_at_the_same_moment() throws Exception {
    for (int department = 86; department < 90; department++) {
      String path = ReportOrgans.department(department) + "/2023";
      put(TestClient.EDITOR, ReportOrgans.department(department), 2023, sound("临县某局", 2023));
      submit(path, 1).statusCode(200);
      List<Integer> answers =
          atOnce(
              () -> publish(path, 1).extract().statusCode(),
              () -> giveBack(path, 1, "请补充").extract().statusCode());
      assertThat(answers.stream().filter(status -> status / 100 == 2)).hasSize(1);
      assertThat(read(path, "life").extract().jsonPath().getList("items.number"))
          .containsExactly(2, 1);
    }
  }

  @Test
  void the_frozen_record_is_served_byte_for_byte_with_the_digests_of_its_revision() {
    String organ = published(83);
    String path = "/reports/" + organ + "/2023/publications/1/record";
    Response record = given().auth().oauth2(TestClient.PUBLISHER.token()).get(path);
    Digests digests = Digests.of(record.asByteArray());
    assertThat(record.header("Repr-Digest")).isEqualTo(digests.header());
    given()
        .get("/reports/" + organ + "/2023/publications")
        .then()
        .body("items[0].digests.sha256", equalTo(digests.sha256()))
        .body("items[0].digests.sm3", equalTo(digests.sm3()));
    given().get(path).then().statusCode(401);
    read(organ + "/2023", "publications/2/record").statusCode(404);
    read(organ + "/2023", "publications/x/record").statusCode(404);
  }

  @Test
  void a_published_cell_is_followed_to_its_applications() {
    String organ = ReportOrgans.department(84);
    StoredDrafts.more(organ, 2023, 5, 3);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(200);
    publish(organ + "/2023", 1).statusCode(201);
    String applications = "publications/1/applications?row=";
    read(organ + "/2023", applications + "DISCLOSED&column=NATURAL_PERSON")
        .body("items.outcome", contains("DISCLOSED", "DISCLOSED", "DISCLOSED"));
    read(organ + "/2023", applications + "CARRIED_OUT&column=TOTAL").body("items", hasSize(2));
    read(organ + "/2023", applications + "CARRIED_OUT&column=OTHER_ORGANIZATION")
        .body("items", empty());
    read(organ + "/2023", applications + "DISCLOSED&column=ALL")
        .statusCode(400)
        .body("errors.field", contains("column"));
    read(organ + "/2023", applications + "disclosed")
        .statusCode(400)
        .body("errors.field", contains("row"));
    read(organ + "/2023", "publications/1/parts?figure=matrix.DISCLOSED.total")
        .statusCode(400)
        .body("errors.field", contains("scope"));
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws InterruptedException {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      return both.invokeAll(List.of(one, other)).stream().map(PublicationIT::value).toList();
    } finally {
      both.shutdownNow();
    }
  }

  private static int value(Future<Integer> answer) {
    try {
      return answer.get();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE report.publication SET report = '{}'",
        "DELETE FROM report.publication",
        "UPDATE report.published_document SET bytes = ''",
        "UPDATE report.published_signature SET signature = ''",
        "DELETE FROM report.published_signature",
        "UPDATE report.published_time_stamp SET stamp = ''",
        "DELETE FROM report.published_time_stamp",
        "DELETE FROM report.published_application",
        "DELETE FROM report.life_step",
        "UPDATE report.kept_reason SET reason = 'x'",
        "DELETE FROM report.published_child",
        "TRUNCATE report.publication CASCADE"
      })
  void the_service_itself_cannot_change_what_is_published(String sql) {
    assertThatThrownBy(() -> StoredDrafts.execute(sql)).hasMessageContaining("permission denied");
  }

  @Test
  void another_trees_editors_and_publishers_find_nothing() {
    String organ = published(82);
    for (String part : List.of("life", "reasons", "drift", "publications/1/applications")) {
      given()
          .auth()
          .oauth2(TestClient.FOREIGN_EDITOR.token())
          .get("/reports/" + organ + "/2023/" + part)
          .then()
          .statusCode(404);
    }
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_EDITOR.token())
        .header("If-Match", "\"1\"")
        .post("/reports/" + organ + "/2023/submission")
        .then()
        .statusCode(404);
    assertThat(TestDrafts.get(TestClient.FOREIGN_EDITOR, organ, 2023).extract().statusCode())
        .isEqualTo(200);
  }
}
