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
import disclosure.requests.registration.ApplicationsIT;
import disclosure.storage.job.JobTransactions;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One organ's ledger that two clients import, or that another client has posted before. */
@Tag("slow")
@QuarkusTest
class NumbersOfOthersIT {

  private static final String HEADINGS = "受理编号,收到日期,收到方式,申请人类型,申请人,答复日期,处理结果\n";

  @Inject DataSource database;
  @Inject Jobs jobs;
  @Inject JobTransactions transactions;
  @Inject LedgerWorker worker;

  private final String year = "县办" + UUID.randomUUID();

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void what_another_client_has_registered_is_held_back_and_told_and_counts_once() {
    imported(TestClient.RECORDER, rows("1", "2"), "");
    String colleague = rows("2", "3").replace(year + "-2", year.replace("县办", "县 办") + " — 2");

    JsonPath look = post(TestClient.COUNTY_RECORDER, colleague, "&dryRun=true").jsonPath();
    assertThat(look.getInt("setAside")).isOne();
    assertThat(look.getInt("importable")).isOne();
    assertThat(look.getInt("repeated")).isZero();
    assertThat(look.getList("problems")).isEmpty();
    assertThat(look.getList("changes.row")).containsExactly(2);
    assertThat(look.getList("changes.heading")).containsExactly("受理编号");
    assertThat(look.getString("changes[0].message"))
        .contains("“" + year + "-2”", "“recorder”", id(year + "-2"))
        .doesNotContain("申请人2");

    JsonPath done = imported(TestClient.COUNTY_RECORDER, colleague, "");
    assertThat(done.getInt("setAside")).isOne();
    assertThat(done.getInt("registered")).isOne();
    assertThat(done.getInt("refused")).isZero();
    assertThat(done.getList("problems.row")).containsExactly(2);
    ApplicationsIT.as(TestClient.COUNTY_RECORDER)
        .get("/ledger/imports/" + done.getString("id") + "/rows?change=SET_ASIDE")
        .then()
        .body("items.row", contains(2))
        .body("items[0].problems.field", contains("受理编号"));
    assertThat(registered()).isEqualTo(3);
    assertThat(imported(TestClient.RECORDER, rows("1", "2"), "").getInt("repeated")).isEqualTo(2);
  }

  @Test
  void rows_that_are_said_to_be_other_applications_are_taken_and_are_their_clients_own_after() {
    imported(TestClient.RECORDER, rows("1", "2"), "");
    String other = rows("1", "2");
    post(TestClient.COUNTY_RECORDER, other, "&dryRun=true&acceptDuplicates=true")
        .then()
        .body("setAside", equalTo(0))
        .body("changes", empty());
    assertThat(
            imported(TestClient.COUNTY_RECORDER, other, "&acceptDuplicates=true")
                .getInt("registered"))
        .isEqualTo(2);
    assertThat(registered()).isEqualTo(4);
    assertThat(imported(TestClient.COUNTY_RECORDER, other, "").getInt("repeated")).isEqualTo(2);
    post(TestClient.RECORDER, other, "&acceptDuplicates=x").then().statusCode(400);
  }

  @Test
  void what_a_portal_has_posted_is_no_news_in_the_offices_ledger_until_it_is_voided() {
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"%s-1","receivedOn":"2024-01-05","channel":"ONLINE",
             "applicant":{"type":"NATURAL_PERSON"}}\
            """
                .formatted(TestOrgans.OFFICE, year))
        .post("/applications")
        .then()
        .statusCode(201);
    assertThat(imported(TestClient.RECORDER, rows("1"), "").getInt("setAside")).isOne();
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .body("{\"type\":\"VOIDED\",\"on\":\"2024-01-10\",\"reason\":\"重复登记\"}")
        .post("/applications/" + id(year + "-1") + "/steps")
        .then()
        .statusCode(200);
    assertThat(imported(TestClient.RECORDER, rows("1"), "").getInt("registered")).isOne();
  }

  /** As one is that was posted at the same moment, which neither of both could see. */
  @Test
  void what_a_portal_posts_after_a_number_was_imported_is_told_of_the_row_too() {
    JsonPath done = imported(TestClient.RECORDER, rows("1", "2"), "");
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"%s-1","receivedOn":"2024-01-05","channel":"ONLINE",
             "applicant":{"type":"NATURAL_PERSON"}}\
            """
                .formatted(TestOrgans.OFFICE, year))
        .post("/applications")
        .then()
        .statusCode(201)
        .body("possibleDuplicate", contains("SAME_NUMBER"));
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/ledger/imports/" + done.getString("id") + "/rows")
        .then()
        .body("items.change", contains("ADDED", "ADDED"))
        .body("items[0].possibleDuplicate", contains("SAME_NUMBER"))
        .body("items[1].possibleDuplicate", nullValue());
  }

  @Test
  void who_asks_the_same_again_is_told_of_the_row() {
    String asked = "受理编号,收到日期,收到方式,申请人类型,申请人,申请内容\n%s-1,2024-01-05,网站,公民,%s,某地块征收\n";
    imported(TestClient.RECORDER, asked.formatted(year, "张三" + year), "");
    String again =
        asked.formatted(year + "再", "张三" + year) + year + "-9,2024-01-05,网站,公民,李四,某地块征收\n";
    JsonPath done = imported(TestClient.COUNTY_RECORDER, again, "");
    assertThat(done.getInt("registered")).isEqualTo(2);
    ApplicationsIT.as(TestClient.COUNTY_RECORDER)
        .get("/ledger/imports/" + done.getString("id") + "/rows")
        .then()
        .body("items[0].possibleDuplicate", contains("SAME_REQUEST"))
        .body("items[1].possibleDuplicate", nullValue());
  }

  @Test
  void of_two_clients_that_import_the_same_at_once_one_registers_each_number() {
    String ledger = rows(IntStream.range(0, 400).mapToObj(String::valueOf).toArray(String[]::new));
    List<JsonPath> done;
    try (JobWorkers other = OtherInstance.workers(database, jobs, transactions, worker)) {
      other.start();
      List<String> imports =
          Stream.of(TestClient.RECORDER, TestClient.COUNTY_RECORDER, TestClient.OFFICE_RECORDER)
              .map(client -> order(client, ledger, ""))
              .toList();
      done = imports.stream().map(NumbersOfOthersIT::finished).toList();
    }
    assertThat(registered()).isEqualTo(400);
    assertThat(done.stream().mapToInt(one -> one.getInt("registered")).sum()).isEqualTo(400);
    assertThat(done.stream().mapToInt(one -> one.getInt("setAside")).sum()).isEqualTo(800);
  }

  private String rows(String... numbers) {
    return Stream.of(numbers)
        .map(n -> year + "-" + n + ",2024-01-05,网站,公民,申请人" + n + ",2024-01-20,公开\n")
        .collect(Collectors.joining("", HEADINGS, ""));
  }

  private long registered() {
    return RegisterTables.number(
        "SELECT count(*) FROM requests.application WHERE status <> 'VOIDED' AND reference_key LIKE"
            + " '"
            + year
            + "-%'");
  }

  private static String id(String number) {
    return RegisterTables.texts(
            "SELECT id::text FROM requests.application WHERE source_reference = '" + number + "'")
        .get(0);
  }

  private static JsonPath imported(TestClient client, String csv, String more) {
    return finished(order(client, csv, more));
  }

  private static String order(TestClient client, String csv, String more) {
    return post(client, csv, more).then().statusCode(202).extract().path("id");
  }

  private static Response post(TestClient client, String csv, String more) {
    return ApplicationsIT.as(client)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?organ=" + TestOrgans.OFFICE + more);
  }

  private static JsonPath finished(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    return TestLedgers.imported(id);
  }
}
