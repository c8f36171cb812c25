package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases of the year before in a ledger whose days name no year. */
@Tag("slow")
@QuarkusTest
class CarriedOverIT {

  private static final String HEADINGS = "某县2024年依申请公开台账,,,,,\n登记编号,收到日期,收到方式,申请人类型,答复日期,处理结果\n";
  private static final String CARRIED = "号1,12月28日,当面,公民,1月10日,公开\n";
  private static final String REST =
      "号2,1月5日,当面,公民,1月20日,公开\n号3,11月20日,当面,公民,12月10日,公开\n号4,12月30日,当面,公民,,\n";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void a_receipt_that_may_be_of_either_year_is_a_question_until_it_is_plain() {
    dryRun(HEADINGS + CARRIED + REST)
        .body("problems.code", contains("cell-received-in-one-of-two-years"))
        .body("problems.column", contains("B"))
        .body("problems.row", contains(3))
        .body(
            "problems[0].message",
            equalTo("“12月28日”没有年份，可以是2023-12-28，也可以是2024-12-28（上年结转的，收到日期在上一年），请写明年份"))
        .body("importable", equalTo(3));
    String above = HEADINGS + "一、上年结转,,,,,\n" + CARRIED + "二、本年新收,,,,,\n" + REST;
    dryRun(above).body("problems", empty()).body("skipped.reason", contains("分段标题行", "分段标题行"));
    String id = TestLedgers.importOf(organ, above);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    assertThat(
            RegisterTables.texts(
                "SELECT concat_ws(' ', source_reference, received_on, concluded_on)"
                    + " FROM requests.application WHERE organ_code = '"
                    + organ
                    + "' ORDER BY 1"))
        .containsExactly(
            "号1 2023-12-28 2024-01-10",
            "号2 2024-01-05 2024-01-20",
            "号3 2024-11-20 2024-12-10",
            "号4 2024-12-30");
  }

  @Test
  void a_note_or_a_number_of_the_row_makes_it_plain() {
    String noted = HEADINGS.replace("处理结果", "处理结果,是否上年结转,备注");
    dryRun(
            noted
                + CARRIED.replace("公开\n", "公开,是,\n")
                + CARRIED.replace("公开\n", "公开,,2023年结转\n").replace("号1", "号5")
                + CARRIED.replace("号1", "〔2023〕88号"))
        .body("problems", empty())
        .body("importable", equalTo(3));
    dryRun(noted + CARRIED.replace("公开\n", "公开,否,\n"))
        .body("problems.code", contains("cell-received-in-one-of-two-years"));
  }

  @Test
  void a_step_that_may_be_of_either_year_is_a_question_too() {
    dryRun(HEADINGS + "号1,2023-03-05,当面,公民,3月20日,公开\n号2,2023-12-28,当面,公民,1月10日,公开\n")
        .body("problems.code", contains("cell-in-one-of-two-years"))
        .body("problems.column", contains("E"))
        .body("problems[0].message", containsString("2023-03-20，也可以是2024-03-20"))
        .body("importable", equalTo(1));
  }

  private ValidatableResponse dryRun(String csv) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?dryRun=true&organ=" + organ)
        .then()
        .statusCode(200);
  }
}
