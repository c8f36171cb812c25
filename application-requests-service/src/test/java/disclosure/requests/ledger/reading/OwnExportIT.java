package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The register's own table, as it was written, and as offices go on with it. */
@Tag("slow")
@QuarkusTest
class OwnExportIT {

  private static final String LEDGER =
      """
      登记编号,收到日期,收到方式,申请人类型,申请人,答复日期,处理结果
      号1,2024-01-05,当面,公民,张三,2024-01-20,公开
      号2,2024-01-08,EMS,企业,某公司,,
      号3,2024-01-09,网站,公民,李四,,
      号4,2024-01-10,网站,公民,王五,2024-01-29,信息不存在
      """;

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    RegisterTables.knowTestOrgans();
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
    imported(LEDGER);
  }

  @Test
  void it_changes_nothing_whatever_has_become_of_its_rows() {
    step("号2", "{\"type\":\"VOIDED\",\"on\":\"2024-01-10\",\"reason\":\"重复登记\"}");
    step(
        "号3",
        "{\"type\":\"TRANSFERRED\",\"on\":\"2024-01-11\",\"reason\":\"属于镇政府职责\",\"toOrgan\":\""
            + TestOrgans.TOWNSHIP
            + "\"}");
    step(
        "号4",
        "{\"type\":\"RECLASSIFIED\",\"on\":\"2024-02-01\",\"applicantType\":\"COMMERCIAL_ENTERPRISE\","
            + "\"reason\":\"录入错误\"}");
    disputeThatIsStruck(id("号1"));
    List<String> before = state();
    for (String format : List.of("csv", "xlsx")) {
      byte[] export = export(format);
      Response look = post(export, format, "&dryRun=true");
      look.then()
          .statusCode(200)
          .body("problems", empty())
          .body("total", equalTo(0))
          .body("changes", empty())
          .body("skipped", hasSize(4));
      post(export, format, "").then().statusCode(422).body("errors.code", contains("ledger-empty"));
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void a_row_that_was_added_to_it_is_taken_over_and_the_others_are_not() {
    String added = text() + row("", organ, "号5");
    post(added, "&dryRun=true")
        .then()
        .body("problems", empty())
        .body("total", equalTo(1))
        .body("importable", equalTo(1))
        .body("skipped.row", contains(2, 3, 4, 5));
    imported(added);
    assertThat(state()).hasSize(5).contains("号5 2024-03-01 DISCLOSED 2024-03-15");
    String id = post(added, "").then().statusCode(202).extract().path("id");
    finished(id);
    assertThat(TestLedgers.imported(id).getInt("repeated")).isOne();
    assertThat(state()).hasSize(5);
  }

  @Test
  void a_row_with_an_id_that_no_record_has_or_of_another_organ_is_a_question() {
    String added =
        text()
            + row(UUID.randomUUID().toString(), organ, "号5")
            + row("号6", organ, "")
            + row("", TestOrgans.TOWNSHIP, "号7");
    post(added, "&dryRun=true")
        .then()
        .body("importable", equalTo(0))
        .body("problems.row", contains(7, 8, 6))
        .body("problems.column", contains("A", "C", "A"))
        .body("problems[0].message", containsString("登记编号留空"));
    assertThat(state()).hasSize(4);
  }

  @Test
  void it_is_known_by_its_ids_without_the_columns_that_it_was_known_by() {
    String rest =
        text()
            .lines()
            .map(line -> line.split(",", -1))
            .map(
                cells ->
                    IntStream.range(0, cells.length)
                        .filter(i -> i != 2 && i != 3)
                        .mapToObj(i -> cells[i])
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    post(rest, "&dryRun=true").then().body("total", equalTo(0)).body("skipped.reason", hasSize(4));
  }

  @Test
  void without_its_ids_nothing_of_it_is_read_for_names_in_it_are_masked() {
    String rest =
        text()
            .lines()
            .map(line -> line.replaceFirst("^[^,]*,", ""))
            .collect(Collectors.joining("\n"));
    post(rest, "&dryRun=true")
        .then()
        .body("importable", equalTo(0))
        .body("problems.heading", contains("登记编号"));
  }

  private static String row(String id, String organ, String number) {
    return id
        + ",某县自然资源局,"
        + organ
        + ","
        + number
        + ",2024-03-01,网络,自然人,赵六,某批复,,,,,否,予以公开,2024-03-15,,,,,,,,,,,,,,\r\n";
  }

  private String text() {
    return new String(export("csv"), StandardCharsets.UTF_8);
  }

  private byte[] export(String format) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .get("/applications/export?organ=" + organ + "&format=" + format)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private void disputeThatIsStruck(String application) {
    String dispute =
        ApplicationsIT.as(TestClient.RECORDER)
            .body(
                """
                {"organCode":"%s","sourceReference":"复议-%s","kind":"RECONSIDERATION",
                 "acceptedOn":"2024-03-01","applicationId":"%s"}\
                """
                    .formatted(organ, application, application))
            .post("/disputes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    ApplicationsIT.as(TestClient.RECORDER)
        .body("{\"type\":\"VOIDED\",\"on\":\"2024-06-03\",\"reason\":\"重复登记\"}")
        .post("/disputes/" + dispute + "/steps")
        .then()
        .statusCode(200);
  }

  private void step(String number, String body) {
    ApplicationsIT.as(TestClient.RECORDER)
        .body(body)
        .post("/applications/" + id(number) + "/steps")
        .then()
        .statusCode(200);
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

  private void imported(String csv) {
    finished(post(csv, "").then().statusCode(202).extract().path("id"));
  }

  private static void finished(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
  }

  private Response post(String csv, String more) {
    return post(csv.getBytes(StandardCharsets.UTF_8), "csv", more);
  }

  private Response post(byte[] file, String format, String more) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType(
            format.equals("csv")
                ? "text/csv"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .body(file)
        .post("/ledger/imports?organ=" + organ + more);
  }

  private List<String> state() {
    return RegisterTables.texts(
        "SELECT concat_ws(' ', source_reference, received_on, outcome, concluded_on)"
            + " FROM requests.application WHERE organ_code = '"
            + organ
            + "' ORDER BY source_reference");
  }
}
