package disclosure.requests.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.calendar.WorkingDayCalendar;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SearchIT {

  private static final LocalDate TODAY =
      LocalDate.now(java.time.Clock.system(ZoneId.of("Asia/Shanghai")));

  private static String filtered = "";

  private final String county = TestOrgans.fresh();
  private final String office = TestOrgans.fresh();

  @BeforeEach
  void directory() {
    TestDirectory.register();
    TestDirectory.put(county, "某县人民政府", "GOVERNMENT", "");
    TestDirectory.put(office, "某县办公室", "DEPARTMENT", county);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|甲,乙,丙,丁",
        "&status=CONCLUDED|乙",
        "&status=AWAITING_CORRECTION,AWAITING_FEE|丙,丁",
        "&outcome=NOT_HELD|乙",
        "&outcome=DISCLOSED|",
        "&applicantType=COMMERCIAL_ENTERPRISE|丙",
        "&channel=FAX,EMAIL|丁",
        "&receivedFrom=2024-03-04|乙,丙,丁",
        "&receivedTo=2024-03-04|甲,乙",
        "&receivedFrom=2024-03-04&receivedTo=2024-03-04|乙",
        "&concludedFrom=2024-03-20&concludedTo=2024-03-20|乙",
        "&concludedTo=2024-03-19|",
        "&overdue=true|甲",
        "&overdue=false|甲,乙,丙,丁",
        "&dueTo=2024-12-31|甲",
        "&dueFrom=2024-12-31|",
        "&subject=道路|甲,乙",
        "&subject=ABC 道|乙",
        "&subject=%25|丙",
        "&subject=_|",
      })
  void each_filter_leaves_what_it_says(String filter, String expected) {
    String organ = filtered();
    List<String> found =
        get("/applications?organ=" + organ + (filter == null ? "" : filter).replace(" ", "%20"))
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.sourceReference");
    assertThat(found)
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
  }

  /** An organ with four applications, made for the first filter; no filter changes them. */
  private String filtered() {
    if (filtered.isEmpty()) {
      post(office, "甲", "2024-03-01", "ONLINE", "NATURAL_PERSON", "乡村道路建设");
      String concluded = post(office, "乙", "2024-03-04", "ONLINE", "NATURAL_PERSON", "abc 道路");
      step(concluded, Map.of("type", "CONCLUDED", "on", "2024-03-20", "outcome", "NOT_HELD"));
      String waiting = post(office, "丙", "2024-03-05", "POST", "COMMERCIAL_ENTERPRISE", "100%补贴");
      step(
          waiting,
          Map.of("type", "CORRECTION_REQUESTED", "on", "2024-03-08", "deadline", "2024-04-01"));
      String unpaid = post(office, "丁", "2024-03-06", "FAX", "NATURAL_PERSON", "其他");
      step(
          unpaid,
          Map.of("type", "FEE_NOTIFIED", "on", "2024-03-08", "basis", "BY_PAGE", "amount", 680));
      filtered = office;
    }
    return filtered;
  }

  @Test
  void a_line_tells_where_the_application_stands_and_masks_the_applicant() {
    post(office, "甲", "2024-03-01", "ONLINE", "NATURAL_PERSON", "乡村道路建设");
    get("/applications?organ=" + office)
        .body("items[0].organName", equalTo("某县办公室"))
        .body("items[0].status", equalTo("IN_PROGRESS"))
        .body("items[0].dueOn", equalTo("2024-03-29"))
        .body("items[0].overdue", equalTo(true))
        .body("items[0].late", equalTo(true))
        .body(
            "items[0].workingDaysLeft",
            equalTo(
                -WorkingDayCalendar.bundled().workingDaysBetween(LocalDate.of(2024, 3, 29), TODAY)))
        .body("items[0].applicant.name", equalTo("王**"))
        .body("items[0].applicant.identityNumber", equalTo("****1234"))
        .body("items[0].subject", equalTo("乡村道路建设"));
  }

  @Test
  void a_late_answer_is_told_with_the_day_it_was_due() throws Exception {
    String late = post(office, "迟", "2024-03-01", "ONLINE", "NATURAL_PERSON", "某");
    step(late, Map.of("type", "CONCLUDED", "on", "2024-04-01", "outcome", "NOT_HELD"));
    String onTime = post(office, "早", "2024-03-02", "ONLINE", "NATURAL_PERSON", "某");
    step(onTime, Map.of("type", "CONCLUDED", "on", "2024-03-05", "outcome", "NOT_HELD"));
    get("/applications?organ=" + office)
        .body("items.sourceReference", contains("早", "迟"))
        .body("items.dueOn", contains("2024-04-01", "2024-03-29"))
        .body("items.overdue", contains(false, false))
        .body("items.late", contains(false, true));
    get("/applications/" + late)
        .body("organName", equalTo("某县办公室"))
        .body("dueOn", nullValue())
        .body("answerDueOn", equalTo("2024-03-29"))
        .body("late", equalTo(true));
    get("/applications/" + onTime)
        .body("dueOn", nullValue())
        .body("answerDueOn", equalTo("2024-04-01"))
        .body("late", equalTo(false));
    get("/applications?sort=due&organ=" + office).body("items.size()", equalTo(0));
    List<String> lines = new String(export("csv"), StandardCharsets.UTF_8).lines().skip(1).toList();
    assertThat(lines.get(0)).contains(",2024-04-01,否,否,否,");
    assertThat(lines.get(1)).contains(",2024-03-29,否,是,否,");
  }

  @Test
  void only_applications_of_organs_that_the_reader_acts_for_are_listed() {
    post(office, "甲", "2024-03-01", "ONLINE", "NATURAL_PERSON", "某");
    post(county, "乙", "2024-03-01", "ONLINE", "NATURAL_PERSON", "某");
    get("/applications?organ=" + county).body("items.sourceReference", contains("乙"));
    get("/applications?scope=SUBTREE&organ=" + county)
        .body("items.sourceReference", containsInAnyOrder("甲", "乙"));
    for (String path :
        List.of(
            "/applications?organ=" + office,
            "/worklists/overdue?organ=" + office,
            "/applications/export?organ=" + office)) {
      as(TestClient.OFFICE_RECORDER, path).statusCode(404);
      as(TestClient.ANALYST, path).statusCode(403);
    }
    List<String> organs =
        as(TestClient.OFFICE_RECORDER, "/applications?limit=200")
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.organCode");
    List<String> actedFor =
        RegisterTables.texts(
            "SELECT code FROM requests.organ WHERE '%1$s' IN (code, successor_code)"
                .formatted(TestOrgans.OFFICE));
    assertThat(actedFor).doesNotContain(office, county);
    assertThat(Set.copyOf(organs)).isSubsetOf(actedFor);
    get("/applications?organ=" + TestOrgans.fresh()).statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({"received", "due"})
  void pages_show_every_application_once_while_others_arrive(String sort) {
    Set<String> before = new HashSet<>();
    for (int i = 0; i < 25; i++) {
      before.add(post(office, "甲" + i, "2024-03-0" + (1 + i % 4), "ONLINE", "NATURAL_PERSON", "某"));
    }
    List<String> seen = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    String next = "/applications?limit=4&sort=" + sort + "&organ=" + office;
    for (int page = 0; next != null; page++) {
      JsonPath found = get(next).statusCode(200).extract().jsonPath();
      seen.addAll(found.getList("items.id"));
      found.<String>getList("items." + (sort.equals("due") ? "dueOn" : "receivedOn")).stream()
          .map(LocalDate::parse)
          .forEach(days::add);
      post(office, "乙" + page, "2024-03-05", "ONLINE", "NATURAL_PERSON", "某");
      next = found.getString("next");
      assertThat(page).isLessThan(20);
    }
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    assertThat(days)
        .isSortedAccordingTo(
            sort.equals("due")
                ? java.util.Comparator.naturalOrder()
                : java.util.Comparator.reverseOrder());
  }

  @ParameterizedTest
  @CsvSource({
    "status=OPEN,status",
    "outcome=x,outcome",
    "applicantType=PERSON,applicantType",
    "channel=POST.FAX,channel",
    "receivedFrom=2024-02-30,receivedFrom",
    "dueTo=1,dueTo",
    "receivedFrom=2024-02-02&receivedTo=2024-02-01,receivedTo",
    "overdue=yes,overdue",
    "scope=ALL,scope",
    "scope=SUBTREE,scope",
    "organ=123,organ",
    "sort=name,sort",
    "after=abc,after",
    "after=UkVDRUlWRUQgMjAyNC0wMy0wMSBhYmM,after",
    "limit=201,limit",
    "offset=3,offset",
  })
  void a_wrong_parameter_is_named(String query, String field) {
    get("/applications?" + query).statusCode(400).body("errors.field", contains(field));
  }

  @Test
  void what_is_due_within_some_working_days_is_listed_by_working_days() {
    WorkingDayCalendar calendar = WorkingDayCalendar.bundled();
    String today = TODAY.toString();
    post(office, "甲", today, "ONLINE", "NATURAL_PERSON", "某");
    LocalDate due =
        LocalDate.parse(
            get("/applications?organ=" + office).extract().jsonPath().getString("items[0].dueOn"));
    int left = calendar.workingDaysBetween(TODAY, due);
    String path = "/worklists/due?organ=" + office + "&workingDays=";
    get(path + left)
        .body("items.sourceReference", contains("甲"))
        .body("total", equalTo(1))
        .body("items[0].workingDaysLeft", equalTo(left))
        .body("on", equalTo(today));
    get(path + (left - 1)).body("items", empty()).body("total", equalTo(0));
    post(office, "乙", "2024-03-01", "ONLINE", "NATURAL_PERSON", "某");
    get(path + 0).body("items.sourceReference", contains("乙"));
    get(path + left).body("items.sourceReference", contains("乙", "甲")).body("total", equalTo(2));
    get("/worklists/overdue?organ=" + office)
        .body("items.sourceReference", contains("乙"))
        .body("total", equalTo(1));
    get("/worklists/overdue?scope=SUBTREE&organ=" + county)
        .body("items.sourceReference", contains("乙"));
    get(path + 251).statusCode(400).body("errors.field", contains("workingDays"));
  }

  @Test
  void what_waits_for_the_applicant_is_listed() {
    String waiting = post(office, "丙", "2024-03-05", "POST", "NATURAL_PERSON", "某");
    step(
        waiting,
        Map.of("type", "CORRECTION_REQUESTED", "on", "2024-03-08", "deadline", "2024-04-01"));
    String unpaid = post(office, "丁", "2024-03-06", "FAX", "NATURAL_PERSON", "某");
    step(
        unpaid,
        Map.of("type", "FEE_NOTIFIED", "on", "2024-03-08", "basis", "BY_PAGE", "amount", 680));
    get("/worklists/awaiting-correction?organ=" + office)
        .body("items.sourceReference", contains("丙"))
        .body("total", equalTo(1));
    get("/worklists/awaiting-payment?organ=" + office).body("items.sourceReference", contains("丁"));
  }

  @Test
  void an_answer_that_is_missing_after_its_day_is_listed() {
    String lapsed = post(office, "戊", "2024-03-05", "POST", "NATURAL_PERSON", "某");
    step(
        lapsed,
        Map.of("type", "CORRECTION_REQUESTED", "on", "2024-03-08", "deadline", "2024-04-01"));
    String answered = post(office, "己", "2024-03-06", "POST", "NATURAL_PERSON", "某");
    step(
        answered,
        Map.of("type", "CORRECTION_REQUESTED", "on", "2024-03-08", "deadline", "2024-04-01"));
    step(answered, Map.of("type", "CORRECTION_RECEIVED", "on", "2024-03-20"));
    String today = TODAY.toString();
    String open = post(office, "庚", today, "POST", "NATURAL_PERSON", "某");
    step(
        open,
        Map.of(
            "type", "CORRECTION_REQUESTED", "on", today, "deadline", TODAY.plusDays(1).toString()));
    get("/worklists/answers-missing?organ=" + office)
        .body("items.sourceReference", contains("戊"))
        .body("items[0].answersMissing.code", contains("CORRECTION"))
        .body("items[0].answersMissing.until", contains("2024-04-01"))
        .body("items[0].answersMissing.article", contains("《条例》第三十条"))
        .body("next", equalTo(null));
  }

  @Test
  void an_answer_that_is_missing_is_listed_behind_however_many_that_are_not_yet() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 450; i++) {
      lines.append(
          """
          {"organCode":"%s","sourceReference":"候%d","receivedOn":"2024-03-01","channel":"ONLINE",\
          "applicant":{"type":"NATURAL_PERSON"},"steps":[{"type":"OTHER_ORGAN_CONSULTED",\
          "on":"2024-03-05"}]}
          """
              .formatted(office, i));
    }
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/x-ndjson")
        .body(lines.toString().getBytes(StandardCharsets.UTF_8))
        .post("/applications/batch")
        .then()
        .statusCode(200);
    String path = "/worklists/answers-missing?organ=" + office;
    get(path).body("items", empty()).body("next", equalTo(null));
    for (String number : List.of("辛", "壬")) {
      String lapsed = post(office, number, "2024-03-05", "POST", "NATURAL_PERSON", "某");
      step(
          lapsed,
          Map.of("type", "CORRECTION_REQUESTED", "on", "2024-03-08", "deadline", "2024-04-01"));
    }
    get(path).body("items.sourceReference.size()", equalTo(2)).body("next", equalTo(null));
    String next = get(path + "&limit=1").extract().path("next");
    get(next).body("items.size()", equalTo(1)).body("next", equalTo(null));
  }

  @Test
  void an_export_holds_what_the_list_holds_and_nothing_that_runs() throws Exception {
    String formula = "=HYPERLINK(\"http://x\",\"点\")";
    for (String subject : List.of(formula, "+1", "-1", "@A1", "\t=1", "两行\n文字", "普通")) {
      post(office, "号" + subject.hashCode(), "2024-03-01", "ONLINE", "NATURAL_PERSON", subject);
    }
    byte[] csv = export("csv");
    String text = new String(csv, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF登记编号,行政机关,");
    assertThat(text)
        .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"点\"\")\"")
        .contains(",'+1,", ",'-1,", ",'@A1,", "\"两行\n文字\"", "王**")
        .doesNotContain("王小明", "141124199001011234");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(export("xlsx")))) {
      var sheet = workbook.getSheetAt(0);
      Set<String> subjects = new HashSet<>();
      for (int row = 1; row <= sheet.getLastRowNum(); row++) {
        sheet
            .getRow(row)
            .forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING));
        subjects.add(sheet.getRow(row).getCell(8).getStringCellValue());
      }
      assertThat(subjects).hasSize(7).contains("'" + formula, "'+1", "普通");
    }
  }

  @Test
  void a_list_of_many_is_exported_whole() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_500; i++) {
      lines
          .append("{\"organCode\":\"" + office + "\",\"sourceReference\":\"批" + i)
          .append("\",\"receivedOn\":\"2024-03-01\",\"channel\":\"ONLINE\",")
          .append("\"applicant\":{\"type\":\"NATURAL_PERSON\"},\"subject\":\"某\"}\n");
    }
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/x-ndjson")
        .body(lines.toString().getBytes(StandardCharsets.UTF_8))
        .post("/applications/batch")
        .then()
        .statusCode(200);
    Set<String> references = new HashSet<>();
    for (String line : new String(export("csv"), StandardCharsets.UTF_8).split("\r\n")) {
      references.add(line.split(",")[3]);
    }
    assertThat(references).hasSize(2_501).contains("批0", "批2499");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(export("xlsx")))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2_500);
    }
  }

  private byte[] export(String format) {
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/applications/export?organ=" + office + "&format=" + format)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static String post(
      String organ,
      String reference,
      String receivedOn,
      String channel,
      String type,
      String subject) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("organCode", organ);
    body.put("sourceReference", reference);
    body.put("receivedOn", receivedOn);
    body.put("channel", channel);
    body.put(
        "applicant", Map.of("type", type, "name", "王小明", "identityNumber", "141124199001011234"));
    body.put("subject", subject);
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(body)
        .post("/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void step(String id, Map<String, Object> step) {
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(step)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse get(String path) {
    return as(TestClient.RECORDER, path);
  }

  private static ValidatableResponse as(TestClient client, String path) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(client.token())
        .get(encoded(path))
        .then();
  }

  private static String encoded(String path) {
    StringBuilder ascii = new StringBuilder();
    path.codePoints()
        .forEach(
            point -> {
              if (point < 128) {
                ascii.appendCodePoint(point);
              } else {
                for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                  ascii.append(String.format(java.util.Locale.ROOT, "%%%02X", octet));
                }
              }
            });
    return ascii.toString();
  }
}
