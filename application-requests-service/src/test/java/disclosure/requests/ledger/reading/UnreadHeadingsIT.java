package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Headings that no template has, and that are there for something. */
@Tag("slow")
@QuarkusTest
class UnreadHeadingsIT {

  private static final String LEDGER =
      """
      某某县自然资源局2024年依申请公开台账,,,,,,,,
      序号,受理编号,收到申请日期,申请渠道,申请人类别,备注,"告知书
      寄出时间*",延至何日办结,答复期限
      1,号1,1月5日,网站,公民,加急,1月8日,,2月2日
      2,号2,1月8日,EMS,企业,,,无,2月5日
      3,号3,1月9日,网站,公民,,1月10日,3月8日,2月6日
      """;

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void a_column_that_would_be_missed_is_a_question_until_the_organ_says_what_it_is() {
    post("&dryRun=true")
        .then()
        .statusCode(200)
        .body("problems.sheet", contains("", ""))
        .body("problems.row", contains(2, 2))
        .body("problems.column", contains("G", "H"))
        .body("problems.heading", contains("告知书寄出时间", "延至何日办结"))
        .body("problems[0].message", containsString("没有读取"))
        .body("total", equalTo(3))
        .body("importable", equalTo(1))
        .body("ignoredHeadings", contains("序号", "备注", "告知书寄出时间", "延至何日办结", "答复期限"));
    post("")
        .then()
        .statusCode(422)
        .body("errors.code", contains("heading-not-understood", "heading-not-understood"));
    assertThat(finished(post("&soundOnly=true")).get(0)).isEqualTo("号2");

    word("告知书寄出时间", "CORRECTION_REQUESTED_ON").then().statusCode(200);
    word("延至何日办结", "IGNORED").then().statusCode(200);
    post("&dryRun=true")
        .then()
        .body("problems", empty())
        .body("importable", equalTo(3))
        .body("columns.heading", contains("受理编号", "收到申请日期", "申请渠道", "申请人类别", "告知书寄出时间"))
        .body("columns.column", contains("B", "C", "D", "E", "G"))
        .body(
            "columns.meaning",
            contains(
                "REFERENCE", "RECEIVED_ON", "CHANNEL", "APPLICANT_TYPE", "CORRECTION_REQUESTED_ON"))
        .body("columns.templateHeading", contains("登记编号", "收到日期", "收到方式", "申请人类型", "补正告知日期"));
    assertThat(finished(post(""))).containsExactly("号1", "号2", "号3");
    assertThat(
            RegisterTables.texts(
                "SELECT source_reference FROM requests.application WHERE organ_code = '"
                    + organ
                    + "' AND status = 'AWAITING_CORRECTION' ORDER BY 1"))
        .containsExactly("号1", "号3");
  }

  @Test
  void an_import_says_which_headings_it_did_not_read() {
    word("告知书寄出时间", "IGNORED").then().statusCode(200);
    word("延至何日办结", "IGNORED").then().statusCode(200);
    String id = post("").then().statusCode(202).extract().path("id");
    assertThat(TestLedgers.imported(id).getList("ignoredHeadings"))
        .containsExactly("序号", "备注", "告知书寄出时间", "延至何日办结", "答复期限");
  }

  @Test
  void of_two_headings_for_one_column_the_organ_says_which_is_not_read() {
    String rows = "登记编号,申请日期,收件日期,收到方式,申请人类型\n1,2024-1-2,2024-1-5,当面,公民\n";
    post(rows, "&dryRun=true").then().body("importable", equalTo(0));
    word("申请日期", "IGNORED").then().statusCode(200);
    post(rows, "&dryRun=true")
        .then()
        .body("importable", equalTo(1))
        .body("columns.heading", contains("登记编号", "收件日期", "收到方式", "申请人类型"));
  }

  @Test
  void the_number_of_a_letter_is_no_number_of_an_application() {
    post("文号,收到日期,收到方式,申请人类型\n临政公复〔2024〕3号,2024-1-5,当面,公民\n", "&dryRun=true")
        .then()
        .body("importable", equalTo(0))
        .body("problems.heading", contains("登记编号"))
        .body("problems[0].message", containsString("列名可以写作：登记编号、编号、申请编号、受理编号"));
  }

  /** Neither the database nor a reader takes U+0000, wherever a heading is told. */
  @Test
  void headings_with_what_nobody_can_see_are_told_without_it() {
    String csv =
        "登记\0编号,收到日期,收到方式,申请人类型,备\0注,延至\0何日办结\n号1,2024-1-5,当面,公民,,\n号2,2024-2-40,当面,公民,,\n";
    post(csv, "&dryRun=true")
        .then()
        .statusCode(200)
        .body(not(containsString("\\u0000")))
        .body("ignoredHeadings", hasItems("备注", "延至何日办结"));
    String read = csv.replace("登记\0编号", "登记编号");
    post(read, "&dryRun=true").then().statusCode(200).body("importable", equalTo(1));
    String id = post(read, "&soundOnly=true").then().statusCode(202).extract().path("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    assertThat(TestLedgers.imported(id).getInt("registered")).isOne();
    assertThat(TestLedgers.imported(id).getList("ignoredHeadings")).containsExactly("备注", "延至何日办结");
    ApplicationsIT.as(TestClient.RECORDER)
        .contentType("text/csv")
        .body(read.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/problems?organ=" + organ)
        .then()
        .statusCode(200);
    post("登记编号,收到\0日期,收件日期,接收日期,收到方式,申请人类型\n1,2024-1-2,2024-1-5,2024-1-5,当面,公民\n", "&dryRun=true")
        .then()
        .statusCode(200)
        .body(not(containsString("\\u0000")));
    ApplicationsIT.as(TestClient.RECORDER)
        .queryParam("organ", organ)
        .queryParam("kind", "HEADING")
        .queryParam("word", "备\0注")
        .queryParam("meaning", "IGNORED")
        .put("/ledger/words")
        .then()
        .statusCode(400);
  }

  private Response post(String more) {
    return post(LEDGER, more);
  }

  private Response post(String csv, String more) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?organ=" + organ + more);
  }

  private Response word(String heading, String meaning) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .queryParam("organ", organ)
        .queryParam("kind", "HEADING")
        .queryParam("word", heading)
        .queryParam("meaning", meaning)
        .put("/ledger/words");
  }

  private List<String> finished(Response order) {
    String id = order.then().statusCode(202).extract().path("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    return RegisterTables.texts(
        "SELECT source_reference FROM requests.application WHERE organ_code = '"
            + organ
            + "' ORDER BY 1");
  }
}
