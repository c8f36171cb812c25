package disclosure.requests.page;

import static disclosure.requests.page.NewApplicationForm.filled;
import static disclosure.requests.page.NewApplicationForm.registered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.wording.EnglishPage;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page of the register, for somebody who chose English: nothing but names is in Chinese. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class PagesInEnglishIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern STEP = Pattern.compile("href=\"([^\"]*\\?(?:step|change)=[^\"#]*)");

  /** What people wrote or chose. */
  private static final List<String> THEIRS =
      List.of(
          "(?s)<textarea.*?</textarea>",
          "<option value=\"[0-9A-Z]{18}\"[^>]*>[^<]*</option>",
          " value=\"[^\"]*\"",
          "道路",
          "张三丰",
          "张\\*\\*");

  /** The days off have Chinese names, and are typed as a notice has them. */
  private static final List<String> OF_THE_CALENDAR =
      List.of(
          "<t[dh][^>]*>[^<]*</t[dh]>",
          "<dd>[^<]*</dd>",
          "<span class=\"hint\" id=\"days-hint\">[^<]*");

  @TestHTTPResource URL service;

  private final UUID job = UUID.randomUUID();
  private SignedIn clerk;

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = as("clerk");
  }

  @AfterEach
  void forget() {
    RegisterTables.update(
        "DELETE FROM requests.job_piece WHERE job_id = '%1$s'; DELETE FROM requests.job WHERE id = '%1$s'"
            .formatted(job));
  }

  private SignedIn as(String person) throws Exception {
    SignedIn somebody = SignedIn.as(person, service.getPort(), "/register");
    somebody.get("/register/language?to=en&back=/register");
    return somebody;
  }

  @Test
  void the_worklist() throws Exception {
    String number = UUID.randomUUID().toString();
    registered(clerk, number);
    assertThat(english(clerk.get("/register?sourceReferencePrefix=" + number), 200))
        .contains("To do: by due date", "working days overdue", "Regulation, art. 33(2)");
    for (String view : new String[] {"due", "waiting", "missing", "all"}) {
      english(clerk.get("/register?view=" + view + "&sourceReferencePrefix=" + number), 200);
    }
    assertThat(english(clerk.get("/register?view=nothing"), 400))
        .contains("Please correct the following");
    assertThat(english(clerk.post("/register/search", Map.of("applicantName", "")), 400))
        .contains("Applicant&#39;s name: ");
    english(clerk.post("/register/search", Map.of("applicantName", "张三丰" + number)), 200);
  }

  @Test
  void a_new_application() throws Exception {
    assertThat(english(clerk.get("/register/new"), 200))
        .contains("Log a new application", "<html lang=\"en\">");
    assertThat(english(clerk.post("/register/new", Map.of("more", "true")), 200))
        .contains("Joint applicant 2: Name");
    assertThat(english(clerk.post("/register/new", Map.of("receivedOn", "x")), 400))
        .contains("Please correct the following", "Day of receipt: ");
    Map<String, String> filled = filled(UUID.randomUUID().toString());
    filled.put("applicant.contact", "1390000");
    assertThat(english(clerk.post("/register/new", filled), 200))
        .contains("Logged: ", "The application doesn't give", "looks like a telephone number");
    filled.put("channel", "POST");
    assertThat(english(clerk.post("/register/new", filled), 409))
        .contains("See the application that has this number");
  }

  @Test
  void the_life_of_an_application() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
    String page = english(clerk.get(address), 200);
    assertThat(page).contains("The application as received", "Day by day");
    for (String step : steps(page)) {
      english(clerk.get(step), 200);
    }
    assertThat(english(record(address, 1, "CONCLUDED", Map.of("outcome", "STATE_SECRET")), 400))
        .contains("Please correct the following");
    english(record(address, 1, "EXTENDED", Map.of("on", "2024-03-05", "workingDays", "30")), 200);
    assertThat(english(clerk.get(address + "?done=true"), 200))
        .contains("Recorded, without effect on the due date: ");
    english(record(address, 1, "EXTENDED", Map.of("on", "2024-03-06", "workingDays", "20")), 412);
    Map<String, String> extension =
        Map.of("on", "2024-03-06", "workingDays", "20", "approvedBy", "x");
    String extended = english(record(address, 2, "EXTENDED", extension), 200);
    assertThat(extended).contains("Steps that happened though the law forbids them");
    for (String step : steps(extended)) {
      english(clerk.get(step), 200);
    }
    Map<String, String> answer = Map.of("on", "2024-03-06", "outcome", "DISCLOSED");
    String concluded = english(record(address, 3, "CONCLUDED", answer), 200);
    for (String step : steps(concluded)) {
      english(clerk.get(step), 200);
    }
    english(clerk.get(address + "/handling"), 200);
    english(clerk.post(address + "/handling", Map.of("handler", "wang")), 412);
    assertThat(english(clerk.post(address + "/applicant", Map.of()), 200))
        .contains("This look has been audited");
    english(clerk.get("/register/applications/" + UUID.randomUUID()), 404);
  }

  private HttpResponse<String> record(
      String address, int version, String type, Map<String, String> filled) throws Exception {
    Map<String, String> step = new HashMap<>(filled);
    step.put("type", type);
    step.put("seen", "\"" + version + "\"");
    step.put("steps", Integer.toString(version - 1));
    return clerk.post(address + "/steps", step);
  }

  @Test
  void a_ledger() throws Exception {
    String number = UUID.randomUUID().toString();
    english(clerk.get("/register/ledger"), 200);
    assertThat(ledger("check", "登记编号,收到日期\n" + number + ",x\n", 200))
        .contains("Problems of the headings, to be solved first");
    String rows = "登记编号,收到日期,收到方式,申请人类型,申请人\n" + number + ",2024-03-04,当面,公民,张三丰\n";
    assertThat(ledger("check", rows.replace("当面", "x") + "合计,,,,\n", 200))
        .contains("Rows to be corrected: 1", "row 3: sum");
    assertThat(ledger("check", rows, 200)).contains("the ledger can be imported");
    assertThat(ledger("import", rows.replace("当面", "x"), 422))
        .contains("The ledger was not imported");
    HttpResponse<byte[]> ordered = sent("import", rows);
    String address = ordered.uri().getPath();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(clerk.get(address).body()).contains("The import was finished on"));
    assertThat(english(clerk.get(address), 200)).contains("1 of 1 rows done", "All rows");
    english(clerk.get(address + "?change=REFUSED"), 200);
  }

  private HttpResponse<byte[]> sent(String wish, String rows) throws Exception {
    return clerk.postFile(
        "/register/ledger",
        Map.of("organ", TestOrgans.OFFICE, "wish", wish),
        "ledger.csv",
        rows.getBytes(UTF_8));
  }

  private String ledger(String wish, String rows, int status) throws Exception {
    HttpResponse<byte[]> answer = sent(wish, rows);
    String body = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    // What columns are called, and what is chosen for a cell, stands in the ledger or its template.
    return english(
        body.replaceAll("登记编号|收到日期|收到方式|申请人类型|申请人|合计|姓名或名称", "")
            .replaceAll("the choices are [^<]*", "")
            .replaceAll("[“”]", ""));
  }

  @Test
  void a_dispute() throws Exception {
    String application = registered(clerk, UUID.randomUUID().toString());
    english(clerk.get(application + "/disputes"), 200);
    english(clerk.post(application + "/disputes", Map.of()), 400);
    String page =
        english(
            clerk.post(
                application + "/disputes",
                Map.of(
                    "organCode",
                    TestOrgans.OFFICE,
                    "sourceReference",
                    UUID.randomUUID().toString(),
                    "kind",
                    "RECONSIDERATION",
                    "acceptedOn",
                    "2024-04-10")),
            200);
    String address = page.replaceFirst("(?s).*href=\"(/register/disputes/[0-9a-f-]{36})\".*", "$1");
    String shown = english(clerk.get(address), 200);
    assertThat(shown).contains("Reconsideration", "Pending");
    for (String step : steps(shown)) {
      english(clerk.get(step), 200);
    }
    english(
        clerk.post(
            address + "/steps",
            Map.of(
                "type", "RESULT",
                "seen", "\"1\"",
                "steps", "0",
                "result", "CORRECTED",
                "closedOn", "2024-05-10")),
        200);
    english(
        clerk.post(
            address + "/steps",
            Map.of(
                "type", "REOPENED",
                "seen", "\"2\"",
                "steps", "0",
                "on", "2024-05-11",
                "reason", "x")),
        200);
    english(clerk.post(address + "/steps", Map.of("type", "RESULT", "seen", "\"1\"")), 400);
    english(
        clerk.post(
            address + "/steps",
            Map.of(
                "type", "RESULT",
                "seen", "\"1\"",
                "steps", "0",
                "result", "UPHELD",
                "closedOn", "2024-05-12")),
        412);
  }

  @Test
  void the_organs() throws Exception {
    SignedIn administrator = as("administrator");
    assertThat(english(administrator.get("/register/organs"), 200))
        .contains("Directory of organs (", "Working-day calendar");
    english(administrator.get("/register/organs?on=x"), 400);
    english(administrator.get("/register/organs?name=none"), 200);
    english(administrator.get("/register/organs?top=" + TestOrgans.COUNTY), 200);
    english(administrator.get("/register/organs/new"), 200);
    english(administrator.post("/register/organs/new", Map.of()), 400);
    String organ = english(administrator.get("/register/organs/" + TestOrgans.OFFICE), 200);
    for (String change : steps(organ)) {
      english(administrator.get(change), 200);
    }
  }

  @Test
  void the_calendar() throws Exception {
    SignedIn administrator = as("administrator");
    assertThat(english(without(administrator.get("/register/calendar").body(), OF_THE_CALENDAR)))
        .contains("Due dates are counted in working days");
    english(
        without(
            administrator.get("/register/calendar?year=19&division=x").body(), OF_THE_CALENDAR));
    String year = administrator.get("/register/calendar/2026").body();
    assertThat(year).contains("15 February (Sunday) to 23 February (Monday)", ">Off<");
    english(without(year, OF_THE_CALENDAR));
    english(
        without(administrator.get("/register/calendar/2026?change=true").body(), OF_THE_CALENDAR));
    english(administrator.get("/register/calendar/2026/divisions/141124"), 200);
  }

  @Test
  void the_audit_trail() throws Exception {
    SignedIn administrator = as("administrator");
    registered(clerk, UUID.randomUUID().toString());
    assertThat(english(administrator.get("/register/audit?action=APPLICATION_REGISTERED"), 200))
        .contains("Logged an application", "Who looked at applicants");
    english(administrator.post("/register/audit", Map.of("subject", "x", "from", "y")), 400);
    english(administrator.post("/register/audit", Map.of("person", "nobody")), 200);
  }

  @Test
  void parked_work() throws Exception {
    RegisterTables.update(
        """
        INSERT INTO requests.job (id, kind) VALUES ('%1$s', 'a-kind');
        INSERT INTO requests.job_piece (job_id, key, cause, attempts, parked_at)
        VALUES ('%1$s', '', 'SQLException 22P02 at Rows:1', 5, now())
        """
            .formatted(job));
    assertThat(english(as("administrator").get("/register/parked?told=gone"), 200))
        .contains("whole job", ", attempts: 5", "no longer listed here");
  }

  private static List<String> steps(String page) {
    List<String> found =
        STEP.matcher(page).results().map(link -> link.group(1).replace("&amp;", "&")).toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String english(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    return english(answer.body());
  }

  private static String english(String page) {
    assertThat(EnglishPage.chinese(without(page, THEIRS), names())).isEmpty();
    return page;
  }

  private static String without(String page, List<String> theirs) {
    return theirs.stream().reduce(page, (text, one) -> text.replaceAll(one, ""));
  }

  private static List<String> names() {
    return RegisterTables.texts("SELECT DISTINCT name FROM requests.organ");
  }
}
