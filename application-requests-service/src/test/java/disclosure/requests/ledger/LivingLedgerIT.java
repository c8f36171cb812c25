package disclosure.requests.ledger;

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
import disclosure.requests.registration.ApplicationsIT;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ledger that is imported again each month. */
@Tag("slow")
@QuarkusTest
class LivingLedgerIT {

  private static final int ROWS = 500;
  private static final String HEADINGS = "登记编号,收到日期,收到方式,申请人类型,申请人,延期告知日期,延长工作日数,答复日期,处理结果\n";

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject LedgerWorker worker;

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void twelve_imports_of_a_growing_ledger_end_as_one_of_the_whole() {
    int before = 0;
    for (int month = 1; month <= 12; month++) {
      String ledger = ledger(month);
      int rows = ROWS * month / 12;
      JsonPath done = imported(organ, ledger);
      assertThat(done.getInt("registered")).as("month " + month).isEqualTo(rows - before);
      assertThat(done.getInt("differing") + done.getInt("refused")).isZero();
      assertThat(done.getInt("appended") + done.getInt("repeated")).isEqualTo(before);
      JsonPath again = imported(organ, ledger);
      assertThat(again.getInt("repeated")).isEqualTo(rows);
      before = rows;
    }
    String other = TestOrgans.fresh();
    TestDirectory.put(other, "某县水务局", "DEPARTMENT", "");
    imported(other, ledger(12));
    assertThat(state(organ)).hasSize(ROWS).isEqualTo(state(other));
    assertThat(tally(organ)).isEqualTo(tally(other));
  }

  @Test
  void two_imports_of_the_same_at_once_append_every_step_once() {
    imported(organ, ledger(6));
    try (JobWorkers other = OtherInstance.workers(database, jobs, transactions, worker)) {
      other.start();
      String first = TestLedgers.importOf(organ, ledger(12));
      String second = TestLedgers.importOf(organ, ledger(12));
      Stream.of(first, second).forEach(LivingLedgerIT::finished);
    }
    assertThat(state(organ)).hasSize(ROWS);
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM (SELECT application_id, type FROM requests.application_step"
                    + " JOIN requests.application ON application.id = application_id"
                    + " WHERE organ_code = '"
                    + organ
                    + "' GROUP BY 1, 2 HAVING count(*) > 1) AS doubled"))
        .isZero();
  }

  @Test
  void what_a_row_says_otherwise_is_told_and_left_as_it_is() {
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n");
    String changed = HEADINGS + "号1,2024-01-06,当面,公民,李四,,,2024-01-20,信息不存在\n";
    dryRun(TestClient.RECORDER, organ, changed)
        .body("changes.heading", contains("收到日期", "申请人", "答复日期"));
    JsonPath done = imported(organ, changed);
    assertThat(done.getInt("differing")).isOne();
    assertThat(done.getInt("refused")).isZero();
    assertThat(done.getList("problems")).hasSize(3);
    assertThat(done.getString("problems.message")).doesNotContain("张三").doesNotContain("李四");
    assertThat(done.getList("problems.heading")).containsExactlyInAnyOrder("收到日期", "申请人", "答复日期");
    assertThat(done.getList("problems.column")).containsExactlyInAnyOrder("B", "E", "H");
    assertThat(state(organ)).containsExactly("号1 2024-01-05 DISCLOSED 2024-01-20");
  }

  @Test
  void numbers_that_begin_anew_each_year_are_told_with_the_way_out() {
    String headings = HEADINGS.replace("\n", ",申请内容\n");
    String rows =
        "1,%1$s-01-05,当面,公民,张三,,,%1$s-01-20,予以公开,批复\n"
            + "2,%1$s-02-05,当面,公民,李四,,,%1$s-02-20,予以公开,规划\n"
            + "3,%1$s-03-05,当面,公民,,,,%1$s-03-20,予以公开,\n";
    imported(organ, headings + rows.formatted("2024"));
    String anew =
        headings + rows.formatted("2025").replace("张三", "王五").replace("规划", "征地").replace("李四", "");
    JsonPath done = imported(organ, anew);
    assertThat(done.getInt("refused")).isEqualTo(3);
    assertThat(done.getInt("differing")).isZero();
    assertThat(done.getList("problems.code")).containsOnly("number-used-before").hasSize(3);
    assertThat(done.getList("problems.column")).containsOnly("A");
    assertThat(done.getList("problems.message"))
        .contains("该编号已用于2024-01-05收到的另一件申请，此行没有登记；每年从1重新编号的，请在编号前加上年份（如2025-1）后再导入");
    assertThat(state(organ)).hasSize(3);
    assertThat(imported(organ, anew.replaceAll("(?m)^(\\d),", "2025-$1,")).getInt("registered"))
        .isEqualTo(3);
    // A year that was mistyped, and another day, are no other application.
    JsonPath mistyped =
        imported(organ, headings + rows.formatted("2023").lines().findFirst().get());
    assertThat(mistyped.getList("problems.heading")).containsExactly("收到日期", "答复日期");
  }

  @Test
  void what_a_row_gains_is_no_guess_and_neither_is_another_day_or_outcome() {
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,,\n号2,2024-01-05,当面,公民,,,,,\n");
    JsonPath done =
        imported(
            organ,
            HEADINGS
                + "号1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n"
                + "号2,2024-01-08,邮寄,企业,李四,,,2024-01-20,予以公开\n");
    assertThat(done.getInt("appended")).isOne();
    assertThat(done.getInt("differing")).isOne();
    assertThat(done.getList("problems.message")).contains("登记簿中没有此项，未作改动").hasSize(4);
    assertThat(differed("号1") + differed("号2")).isZero();
  }

  @Test
  void another_applicant_is_a_guess_and_counts_once_for_each_look() {
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,,\n");
    String guess = HEADINGS + "号1,2024-01-05,当面,公民,李四,,,,\n";
    imported(organ, guess);
    assertThat(differed("号1")).isOne();
    dryRun(TestClient.RECORDER, organ, guess);
    assertThat(differed("号1")).isEqualTo(2);
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n");
    assertThat(audited("号1", "APPLICATION_REPEAT_AGREED")).isOne();
  }

  @Test
  void who_guessed_too_often_is_told_nothing_more_and_may_import_again_later() {
    RegisterTables.knowTestOrgans();
    String office = TestOrgans.OFFICE;
    String number = "台账" + UUID.randomUUID();
    String row = number + ",2024-01-05,当面,公民,张三,,,,\n";
    importedByCounty(HEADINGS + row);
    String answered = HEADINGS + row.replace(",,,,\n", ",,,2024-01-20,予以公开\n");
    String more = number + "-新,2024-01-05,当面,公民,王五,,,,\n";
    hourOfCounty("clock_timestamp()", 500);
    try {
      for (String ledger : List.of(answered, answered.replace("张三", "李四"))) {
        dryRun(TestClient.COUNTY_RECORDER, office, ledger)
            .body("importable", equalTo(0))
            .body("setAside", equalTo(1))
            .body("changes.row", contains(2))
            .body("changes[0].message", containsString("请一小时后再次导入"));
      }
      JsonPath done = importedByCounty(answered + more);
      assertThat(done.getInt("setAside")).isOne();
      assertThat(done.getInt("refused")).isZero();
      assertThat(done.getInt("registered")).isOne();
      assertThat(done.getString("problems.message")).contains("请一小时后再次导入");
      hourOfCounty("clock_timestamp() - interval '1 hour'", 500);
      assertThat(importedByCounty(answered + more).getInt("appended")).isOne();
    } finally {
      RegisterTables.update(
          "DELETE FROM requests.differing_repeats WHERE client_id = 'county-recorder'");
    }
  }

  @Test
  void a_number_that_is_only_written_otherwise_is_the_same_application() {
    imported(organ, HEADINGS + "ＬＸ－２０２４－１,2024-01-05,当面,公民,张三,,,,\n");
    String grown = HEADINGS + " lx — 2024-1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n";
    dryRun(TestClient.RECORDER, organ, grown).body("repeated", equalTo(1));
    assertThat(imported(organ, grown).getInt("appended")).isOne();
    assertThat(imported(organ, grown).getInt("repeated")).isOne();
    assertThat(state(organ)).hasSize(1);
    assertThat(
            TestLedgers.post(
                    TestClient.RECORDER, organ, grown + "LX-2024-1,2024-01-05,当面,公民,,,,,\n")
                .jsonPath()
                .getList("errors.message"))
        .containsExactly("与2行的登记编号重复");
  }

  @Test
  void a_number_that_several_have_in_another_writing_is_a_question() {
    for (String number : List.of("LX-1", "LX—1")) {
      ApplicationsIT.post(
              ApplicationsIT.application("2024-01-05", "")
                  .replaceFirst("\"organCode\":\"[^\"]*\"", "\"organCode\":\"" + organ + "\"")
                  .replaceFirst(
                      "\"sourceReference\":\"[^\"]*\"", "\"sourceReference\":\"" + number + "\""))
          .then()
          .statusCode(201);
    }
    JsonPath done = imported(organ, HEADINGS + "ＬＸ－１,2024-01-05,当面,公民,张三,,,2024-01-20,公开\n");
    assertThat(done.getInt("refused")).isOne();
    assertThat(done.getList("problems.heading")).containsExactly("登记编号");
    assertThat(state(organ)).hasSize(2);
  }

  @Test
  void two_imports_at_once_of_one_number_in_two_writings_make_one_application() {
    List<String> imports =
        Stream.of("号－1", "号-1", "号 ― 1", "号–1")
            .map(number -> HEADINGS + number + ",2024-01-05,当面,公民,张三,,,,\n")
            .map(ledger -> TestLedgers.importOf(organ, ledger))
            .toList();
    imports.forEach(LivingLedgerIT::finished);
    assertThat(state(organ)).hasSize(1);
  }

  @Test
  void what_was_voided_stays_so_and_its_number_serves_another_application() {
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,,\n");
    voided("号1");
    String grown = HEADINGS + "号1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n";
    dryRun(TestClient.RECORDER, organ, grown).body("changes.message", contains("登记簿中该申请已作废，未作改动"));
    assertThat(imported(organ, grown).getInt("differing")).isOne();
    String trifle = grown.replace("当面", "网站");
    dryRun(TestClient.RECORDER, organ, trifle).body("changes.message", contains("登记簿中该申请已作废，未作改动"));
    assertThat(imported(organ, trifle).getInt("differing")).isOne();
    // Nor by a row whose number is only written otherwise.
    String written = grown.replace("号1", " 号１");
    dryRun(TestClient.RECORDER, organ, written)
        .body("changes.message", contains("登记簿中该申请已作废，未作改动"));
    assertThat(imported(organ, written).getInt("differing")).isOne();
    assertThat(state(organ)).hasSize(1);

    String other = HEADINGS + "号1,2024-02-05,当面,企业,某公司,,,,\n";
    dryRun(TestClient.RECORDER, organ, other).body("repeated", equalTo(0));
    assertThat(imported(organ, other).getInt("registered")).isOne();
    assertThat(state(organ)).hasSize(2);
  }

  @Test
  void a_step_that_the_law_forbids_after_those_that_stand_is_refused_for_its_row_alone() {
    imported(
        organ,
        HEADINGS + "号1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n" + "号2,2024-01-05,当面,公民,张三,,,,\n");
    String extended =
        HEADINGS
            + "号1,2024-01-05,当面,公民,张三,2024-01-15,10,2024-01-20,予以公开\n"
            + "号2,2024-01-05,当面,公民,张三,2024-01-15,10,,\n";
    JsonPath done = imported(organ, extended);
    assertThat(done.getInt("refused")).isOne();
    assertThat(done.getInt("appended")).isOne();
    assertThat(done.getList("problems.row")).contains(2).doesNotContain(3);
  }

  @Test
  void a_step_that_was_forgotten_before_the_conclusion_comes_in_once_that_is_struck() {
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,2024-01-20,予以公开\n");
    String extended = HEADINGS + "号1,2024-01-05,当面,公民,张三,2024-01-15,10,2024-01-20,予以公开\n";
    assertThat(imported(organ, extended).getList("problems.message", String.class))
        .anySatisfy(told -> assertThat(told).contains("先撤销办结环节，补登后再照原样登记办结"));
    step("号1", "{\"type\":\"VOIDED\",\"on\":\"2024-01-20\",\"corrects\":1,\"reason\":\"漏登延期\"}");
    assertThat(imported(organ, extended).getInt("appended")).isOne();
    assertThat(imported(organ, extended).getInt("repeated")).isOne();
    assertThat(
            RegisterTables.texts(
                "SELECT concat_ws(' ', extended, concluded_on, outcome) FROM requests.application"
                    + " WHERE organ_code = '"
                    + organ
                    + "'"))
        .containsExactly("t 2024-01-20 DISCLOSED");
  }

  private static ValidatableResponse dryRun(TestClient client, String organ, String csv) {
    return ApplicationsIT.as(client)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?dryRun=true&organ=" + organ)
        .then()
        .statusCode(200)
        .body("problems", empty());
  }

  private JsonPath importedByCounty(String csv) {
    return finished(
        TestLedgers.post(TestClient.COUNTY_RECORDER, TestOrgans.OFFICE, csv)
            .then()
            .statusCode(202)
            .extract()
            .path("id"));
  }

  private static void hourOfCounty(String since, int number) {
    RegisterTables.update(
        "INSERT INTO requests.differing_repeats (client_id, since, number) VALUES"
            + " ('county-recorder', "
            + since
            + ", "
            + number
            + ") ON CONFLICT (client_id) DO UPDATE SET since = excluded.since, number ="
            + " excluded.number");
  }

  @Test
  void what_was_handed_over_is_not_brought_back_by_its_row() {
    RegisterTables.knowTestOrgans();
    imported(organ, HEADINGS + "号1,2024-01-05,当面,公民,张三,,,,\n");
    step(
        "号1",
        "{\"type\":\"TRANSFERRED\",\"on\":\"2024-01-10\",\"reason\":\"属于镇政府职责\",\"toOrgan\":\""
            + TestOrgans.TOWNSHIP
            + "\"}");
    String other = HEADINGS + "号1,2024-01-06,网站,公民,李四,,,,\n";
    dryRun(TestClient.RECORDER, organ, other)
        .body("changes.message", contains("登记簿中该申请已移送其他机关，由该机关计入，未作改动"));
    assertThat(imported(organ, other).getInt("differing")).isOne();
    assertThat(imported(organ, other.replace("号1", "号１")).getInt("differing")).isOne();
    assertThat(state(organ)).hasSize(1);
  }

  @Test
  void another_telephone_is_nobody_else_and_another_grouping_no_other_telephone() {
    String headings = HEADINGS.replace("\n", ",联系电话\n");
    imported(organ, headings + "号1,2024-01-05,当面,公民,张三,,,,,13800000000\n");
    String grouped = headings + "号1,2024-01-05,当面,公民,张三,,,,,138-0000-0000\n";
    assertThat(imported(organ, grouped).getInt("repeated")).isOne();
    voided("号1");
    String moved = headings + "号1,2024-01-05,当面,公民,张三,,,,,13900000000\n";
    dryRun(TestClient.RECORDER, organ, moved).body("changes.message", contains("登记簿中该申请已作废，未作改动"));
    assertThat(imported(organ, moved).getInt("differing")).isOne();
    assertThat(state(organ)).hasSize(1);
  }

  private void voided(String number) {
    step(number, "{\"type\":\"VOIDED\",\"on\":\"2024-01-10\",\"reason\":\"重复登记\"}");
  }

  private void step(String number, String body) {
    String id =
        RegisterTables.texts(
                "SELECT id::text FROM requests.application WHERE organ_code = '"
                    + organ
                    + "' AND source_reference = '"
                    + number
                    + "'")
            .get(0);
    ApplicationsIT.as(TestClient.RECORDER)
        .contentType("application/json")
        .body(body)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }

  private long differed(String number) {
    return audited(number, "APPLICATION_REPEAT_DIFFERED");
  }

  private long audited(String number, String action) {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.audit_entry JOIN requests.application"
            + " ON subject_id = application.id::text WHERE application.organ_code = '"
            + organ
            + "' AND source_reference = '"
            + number
            + "' AND action = '"
            + action
            + "'");
  }

  /** As it is at the end of a month of 2024; answers come a month after receipt. */
  private static String ledger(int month) {
    StringBuilder rows = new StringBuilder(HEADINGS);
    for (int i = 0; i < ROWS * month / 12; i++) {
      int received = i * 12 / ROWS + 1;
      boolean extended = i % 7 == 0;
      boolean answered = month > received || received == 12;
      rows.append(
          "号%d,2024-%02d-05,%s,%s,申请人%d,"
              .formatted(i, received, i % 2 == 0 ? "网站" : "EMS", i % 3 == 0 ? "企业" : "公民", i));
      rows.append(extended ? "2024-%02d-08,10,".formatted(received) : ",,");
      rows.append(answered ? "2024-%02d-20,".formatted(received) : ",");
      rows.append(answered ? i % 2 == 0 ? "公开\n" : "不予公开（国家秘密）\n" : "\n");
    }
    return rows.toString();
  }

  private static JsonPath imported(String organ, String csv) {
    return finished(TestLedgers.importOf(organ, csv));
  }

  private static JsonPath finished(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    return TestLedgers.imported(id);
  }

  private static List<String> state(String organ) {
    return RegisterTables.texts(
        "SELECT concat_ws(' ', source_reference, received_on, outcome, concluded_on)"
            + " FROM requests.application WHERE organ_code = '"
            + organ
            + "' ORDER BY source_reference");
  }

  private static Object tally(String organ) {
    return ApplicationsIT.as(TestClient.ANALYST)
        .get("/tally?year=2024&organ=" + organ)
        .jsonPath()
        .getList("rows");
  }
}
