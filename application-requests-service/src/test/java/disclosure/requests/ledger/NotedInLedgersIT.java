package disclosure.requests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the law asks to note of an answer, a third party and who applies, in an office's ledger. */
@Tag("slow")
@QuarkusTest
class NotedInLedgersIT {

  private static final String HEADINGS =
      "登记编号,收到日期,收到方式,申请人类型,申请人,共同申请人,委托代理人,征求第三方意见日期,第三方答复日期,第三方意见,"
          + "答复日期,处理结果,答复书文号,送达时间,送达方式\n";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void each_stands_in_the_field_that_the_register_has_for_it() {
    String ledger =
        HEADINGS
            + "号1,2024-01-05,当面,公民,张三,李四、王五,赵律师,2024-01-08,2024-01-15,不同意,2024-01-20,"
            + "第三方权益,临政公复〔2024〕3号,2024年1月22日,EMS\n"
            + "号2,2024-01-08,网站,企业,某公司,无,/,/,—,/,/,/,/,无,/\n";
    dryRun(ledger).body("problems", empty()).body("importable", equalTo(2));
    assertThat(imported(ledger).getInt("registered")).isEqualTo(2);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications?organ=" + organ)
        .then()
        .body("items.sourceReference", contains("号2", "号1"))
        .body("items[1].thirdPartyOpinion", equalTo("REFUSES"))
        .body("items[1].answer.documentNumber", equalTo("临政公复〔2024〕3号"))
        .body("items[1].answer.servedOn", equalTo("2024-01-22"))
        .body("items[1].answer.servedBy", equalTo("POST"))
        .body("items[0].status", equalTo("IN_PROGRESS"))
        .body("items[0].outcome", nullValue());
    JsonPath applicant =
        ApplicationsIT.as(TestClient.RECORDER)
            .get("/applications/" + id("号1") + "/applicant")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(applicant.getList("jointApplicants.name")).containsExactly("李四", "王五");
    assertThat(applicant.getString("agent.name")).isEqualTo("赵律师");
    assertThat(imported(ledger).getInt("repeated")).isEqualTo(2);
  }

  @Test
  void who_handles_it_is_taken_over_once() {
    String ledger = "登记编号,收到日期,收到方式,申请人类型,承办人\n号1,2024-01-05,当面,公民,刘科长\n号2,2024-01-08,当面,公民,/\n";
    dryRun(ledger).body("problems", empty()).body("ignoredHeadings", empty());
    imported(ledger);
    ApplicationsIT.as(TestClient.RECORDER)
        .queryParam("handler", "刘科长")
        .get("/applications?organ=" + organ)
        .then()
        .body("items.sourceReference", contains("号1"));
    assertThat(imported(ledger.replace("刘科长", "马科员")).getInt("repeated")).isEqualTo(2);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications?organ=" + organ)
        .then()
        .body("items.handler", contains(null, "刘科长"));
  }

  @Test
  void words_that_are_not_known_and_answers_without_a_day_are_questions() {
    dryRun(
            HEADINGS
                + "号1,2024-01-05,当面,公民,张三,,,2024-01-08,2024-01-15,再说吧,,,,,\n"
                + "号2,2024-01-05,当面,公民,张三,,,,,,2024-01-20,公开,,1月40日,飞鸽\n"
                + "号3,2024-01-05,当面,公民,张三,,,,,,,,临政公复〔2024〕4号,,\n"
                + "号4,2024-01-05,当面,公民,张三,"
                + "长".repeat(201)
                + ",,,,,,,,,\n")
        .body("importable", equalTo(0))
        .body("problems.row", contains(2, 3, 3, 4, 4, 5))
        .body("problems.heading", contains("第三方意见", "送达时间", "送达方式", "答复日期", "处理结果", "共同申请人"));
  }

  @Test
  void what_is_noted_of_an_answer_later_is_appended_in_its_place_and_moves_no_figure() {
    String answered = "号1,2024-01-05,当面,公民,张三,,,,,,2024-01-20,公开";
    imported(HEADINGS + answered + ",,,\n");
    Object before = tally();
    String served = HEADINGS + answered + ",临政公复〔2024〕3号,2024-01-22,自取\n";
    dryRun(served).body("changes.message", contains("追加环节：办结"));
    assertThat(imported(served).getInt("appended")).isOne();
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications?organ=" + organ)
        .then()
        .body("items[0].answer.documentNumber", equalTo("临政公复〔2024〕3号"))
        .body("items[0].answer.servedBy", equalTo("IN_PERSON"))
        .body("items[0].concludedOn", equalTo("2024-01-20"))
        .body("items[0].late", equalTo(false));
    assertThat(tally()).isEqualTo(before);
    assertThat(imported(served).getInt("repeated")).isOne();
    assertThat(imported(HEADINGS + answered + ",,,\n").getInt("repeated")).isOne();

    String other = served.replace("3号", "4号");
    dryRun(other).body("changes.heading", contains("答复书文号"));
    assertThat(imported(other).getInt("differing")).isOne();
  }

  @Test
  void what_a_row_says_of_others_and_of_a_third_party_is_compared_with_what_is_registered() {
    String before = "号1,2024-01-05,当面,公民,张三,李四、王五,,2024-01-08,2024-01-15,,,,,,\n";
    imported(HEADINGS + before);
    assertThat(imported(HEADINGS + before.replace("李四、王五", "王五；李四")).getInt("repeated")).isOne();
    dryRun(HEADINGS + before.replace("王五", "孙六").replace("01-15,,", "01-15,同意,"))
        .body("changes.heading", contains("共同申请人"));
  }

  /** Also when the answer had gone out, and its time was over, before it was written down. */
  @Test
  void what_a_third_party_said_is_appended_in_the_place_of_its_reply_and_moves_nothing() {
    String replied = "号1,2024-01-05,当面,公民,张三,,,2024-01-08,2024-01-15,,2024-01-20,第三方权益,,,\n";
    imported(HEADINGS + replied);
    String id = id("号1");
    String clock = clock(id);
    Object before = tally();
    String said = replied.replace("01-15,,", "01-15,不同意,");
    dryRun(HEADINGS + said).body("changes.message", contains("追加环节：第三方答复"));
    assertThat(imported(HEADINGS + said).getInt("appended")).isOne();
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications?organ=" + organ)
        .then()
        .body("items[0].thirdPartyOpinion", equalTo("REFUSES"))
        .body("items[0].concludedOn", equalTo("2024-01-20"));
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id)
        .then()
        .body("warnings", nullValue())
        .body("steps.findAll { it.corrects == 2 }.opinion", contains("REFUSES"));
    assertThat(clock(id)).isEqualTo(clock);
    assertThat(tally()).isEqualTo(before);
    assertThat(imported(HEADINGS + said).getInt("repeated")).isOne();
    assertThat(imported(HEADINGS + replied).getInt("repeated")).isOne();
    dryRun(HEADINGS + said.replace("不同意", "同意")).body("changes.heading", contains("第三方意见"));
  }

  private ValidatableResponse dryRun(String csv) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?dryRun=true&organ=" + organ)
        .then()
        .statusCode(200);
  }

  private JsonPath imported(String csv) {
    String id = TestLedgers.importOf(organ, csv);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    return TestLedgers.imported(id);
  }

  private String id(String number) {
    List<String> ids =
        RegisterTables.texts(
            "SELECT id::text FROM requests.application WHERE organ_code = '"
                + organ
                + "' AND source_reference = '"
                + number
                + "'");
    return ids.get(0);
  }

  private static String clock(String id) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/" + id + "/clock")
        .jsonPath()
        .getString("days");
  }

  private Object tally() {
    return ApplicationsIT.as(TestClient.ANALYST)
        .get("/tally?year=2024&organ=" + organ)
        .jsonPath()
        .getList("rows");
  }
}
