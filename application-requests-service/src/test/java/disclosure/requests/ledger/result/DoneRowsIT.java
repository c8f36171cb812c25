package disclosure.requests.ledger.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done with each row of a ledger is told. */
@QuarkusTest
class DoneRowsIT {

  private static final String HEADINGS = "登记编号,收到日期,收到方式,申请人类型,申请人,延期告知日期,延长工作日数,答复日期,处理结果\n";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void every_row_says_what_was_done_with_it() {
    imported(
        """
        号1,2024-01-05,当面,公民,张三,,,,
        号2,2024-01-05,当面,公民,张三,,,,
        号3,2024-01-05,当面,公民,张三,,,,
        号4,2024-01-05,当面,公民,张三,,,2024-01-20,公开
        """);
    String id =
        imported(
            """
            号1,2024-01-05,当面,公民,张三,,,,
            号2,2024-01-05,当面,公民,张三,,,2024-01-20,公开
            号3,2024-01-05,当面,公民,李四,,,,
            号4,2024-01-05,当面,公民,张三,2024-01-15,10,2024-01-20,公开
            号5,2024-01-05,当面,公民,张三,,,,
            """);
    rows(id, "")
        .body("items.row", contains(2, 3, 4, 5, 6))
        .body("items.sourceReference", contains("号1", "号2", "号3", "号4", "号5"))
        .body(
            "items.change", contains("UNCHANGED", "STEPS_APPENDED", "DIFFERS", "REFUSED", "ADDED"))
        .body("items[2].problems.field", contains("申请人"))
        .body("items[2].problems[0].message", equalTo("与登记簿中的不同，未作改动"))
        .body(
            "items[3].problems.message",
            hasItem("申请已办结，只能更正、重新归类或者作废；漏登了办结前的环节的，先撤销办结环节，补登后再照原样登记办结"))
        .body("items[3].problems.field", hasItem("延期告知日期"))
        .body("items[2].problems.code", contains("not-as-registered"))
        .body("items[3].problems.code", hasItem("after-conclusion"))
        .body("items[0].problems", empty())
        .body("items[0].applicationId", equalTo(id("号1")))
        .body("items[2].applicationId", equalTo(id("号3")))
        .body("items[3].applicationId", nullValue())
        .body("items[4].applicationId", equalTo(id("号5")))
        .body("next", nullValue());
    rows(id, "?change=DIFFERS").body("items.row", contains(4));
  }

  @Test
  void a_step_that_a_row_has_no_more_is_told_and_stays() {
    imported("号1,2024-01-05,当面,公民,,2024-01-15,10,,\n");
    rows(imported("号1,2024-01-05,当面,公民,,,,,\n"), "")
        .body("items[0].change", equalTo("DIFFERS"))
        .body("items[0].problems.code", contains("step-not-in-ledger"));
  }

  @Test
  void who_asks_the_same_again_is_told_beforehand() {
    String headings = "登记编号,收到日期,收到方式,申请人类型,申请人,申请内容\n";
    String first = "号1,2024-01-05,当面,公民,张三,道路\n";
    TestLedgers.importOf(organ, headings + first);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                ApplicationsIT.as(TestClient.RECORDER)
                    .get("/applications?organ=" + organ)
                    .then()
                    .body("items.sourceReference", contains("号1")));
    ApplicationsIT.as(TestClient.RECORDER)
        .contentType("text/csv")
        .body(
            (headings
                    + first
                    + "号2,2024-02-05,当面,公民,张 三,道 路\n号3,2024-02-05,当面,公民,李四,道路\n"
                    + "号4,2024-03-05,当面,公民,李四,道路\n号5,2024-03-05,当面,公民,,道路\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?dryRun=true&organ=" + organ)
        .then()
        .statusCode(200)
        .body("importable", equalTo(5))
        .body("problems", empty())
        .body("changes.findAll { it.code == 'same-request-in-register' }.row", contains(3))
        .body("changes.findAll { it.code == 'same-request-in-ledger' }.row", contains(3, 5))
        .body("changes.heading", everyItem(equalTo("申请内容")));
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.audit_entry WHERE action = 'APPLICANT_SOUGHT'"
                    + " AND organ_code = '"
                    + organ
                    + "'"))
        .isOne();
  }

  @Test
  void rows_are_read_page_by_page() {
    StringBuilder ledger = new StringBuilder();
    for (int i = 1; i <= 7; i++) {
      ledger.append("号").append(i).append(",2024-01-05,当面,公民,,,,,\n");
    }
    String id = imported(ledger.toString());
    List<String> read = new ArrayList<>();
    String page = "/ledger/imports/" + id + "/rows?limit=3";
    while (page != null) {
      JsonPath answer = ApplicationsIT.as(TestClient.RECORDER).get(page).jsonPath();
      read.addAll(answer.getList("items.sourceReference"));
      page = answer.getString("next");
    }
    assertThat(read).containsExactly("号1", "号2", "号3", "号4", "号5", "号6", "号7");
  }

  @Test
  void rows_are_their_organs_own_and_what_is_asked_wrongly_is_named() {
    String id = imported("号1,2024-01-05,当面,公民,,,,,\n");
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .get("/ledger/imports/" + id + "/rows")
        .then()
        .statusCode(404);
    for (String wrong : List.of("change=GONE", "after=x", "after=AAAA", "limit=0")) {
      ApplicationsIT.as(TestClient.RECORDER)
          .get("/ledger/imports/" + id + "/rows?" + wrong)
          .then()
          .statusCode(400)
          .body("errors.field", contains(wrong.substring(0, wrong.indexOf('='))));
    }
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/ledger/imports/" + id + "/rows?change=GONE")
        .then()
        .body("errors[0].message", containsString("STEPS_APPENDED"));
  }

  private String id(String number) {
    return RegisterTables.texts(
            "SELECT id::text FROM requests.application WHERE organ_code = '"
                + organ
                + "' AND source_reference = '"
                + number
                + "'")
        .get(0);
  }

  private static ValidatableResponse rows(String id, String query) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/ledger/imports/" + id + "/rows" + query)
        .then()
        .statusCode(200);
  }

  private String imported(String rows) {
    String id = TestLedgers.importOf(organ, HEADINGS + rows);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    return id;
  }
}
