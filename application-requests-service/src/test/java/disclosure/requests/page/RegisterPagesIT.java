package disclosure.requests.page;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the register's pages take and answer, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class RegisterPagesIT {

  @TestHTTPResource URL service;

  private SignedIn clerk;

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
  }

  @Test
  void what_is_registered_is_listed_and_markup_stays_text() throws Exception {
    String number = "<b>" + UUID.randomUUID();
    Map<String, String> filled = filled(number);
    filled.put("subject", "路".repeat(3990) + "<script>");
    HttpResponse<String> next = clerk.post("/register/new", filled);

    assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
    assertThat(next.uri().getQuery()).contains("registered=", "channel=FAX").doesNotContain("张三");
    assertThat(next.body()).contains("已登记", escaped(number)).doesNotContain(number);
    HttpResponse<String> found = clerk.post("/register/search", Map.of("applicantName", "张三丰"));
    assertThat(found.body()).contains("按申请人查找的结果", escaped(number)).doesNotContain("<script>");
    assertThat(found.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(found.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_was_filled_in_is_kept() throws Exception {
    Map<String, String> filled = filled("编号");
    filled.put("receivedOn", "2026-02-30");
    filled.put("channel", "");
    filled.put("applicant.type", "");
    filled.put("applicant.name", "");
    filled.put("subject", "道路");
    HttpResponse<String> answer = clerk.post("/register/new", filled);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "id=\"receivedOn-error\"",
            "id=\"applicant.type-error\"",
            "id=\"channel-error\"",
            "value=\"2026-02-30\"",
            "道路")
        .contains("href=\"#receivedOn\"");
  }

  @Test
  void a_step_of_somebody_who_has_not_seen_the_last_one_is_kept_and_shown_it() throws Exception {
    String address = registered();
    String seen = clerk.get(address + "?step=EXTENDED").body();
    assertThat(seen).contains("name=\"seen\" value=\"&quot;1&quot;\"", "name=\"workingDays\"");
    Map<String, String> step =
        new HashMap<>(
            Map.of(
                "type", "REASONS_REQUESTED",
                "on", "2024-03-05",
                "seen", "\"1\"",
                "key", UUID.randomUUID().toString(),
                "steps", "0"));
    assertThat(clerk.post(address + "/steps", step).uri().getQuery()).isEqualTo("done=true");
    // The same form once more records nothing.
    assertThat(clerk.post(address + "/steps", step).uri().getQuery()).isEqualTo("done=true");

    HttpResponse<String> second =
        clerk.post(
            address + "/steps",
            Map.of(
                "type", "EXTENDED",
                "on", "2024-03-06",
                "workingDays", "20",
                "approvedBy", "主任甲",
                "seen", "\"1\"",
                "key", UUID.randomUUID().toString(),
                "steps", "0"));
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body())
        .contains("1. 要求说明理由（2024-03-05），登记人：clerk", "value=\"主任甲\"")
        .contains("name=\"seen\" value=\"&quot;2&quot;\"")
        .doesNotContain("2. 要求说明理由");
  }

  @Test
  void who_was_refused_for_something_else_has_not_seen_what_others_recorded() throws Exception {
    String address = registered();
    assertThat(
            clerk
                .post(
                    address + "/steps",
                    Map.of(
                        "type",
                        "REASONS_REQUESTED",
                        "on",
                        "2024-03-05",
                        "seen",
                        "\"1\"",
                        "steps",
                        "0"))
                .uri()
                .getQuery())
        .isEqualTo("done=true");
    Map<String, String> stale =
        new HashMap<>(
            Map.of(
                "type",
                "EXTENDED",
                "on",
                "2024-02-30",
                "workingDays",
                "20",
                "approvedBy",
                "主任甲",
                "seen",
                "\"1\"",
                "steps",
                "0"));

    HttpResponse<String> refused = clerk.post(address + "/steps", stale);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("name=\"seen\" value=\"&quot;1&quot;\"", "name=\"steps\" value=\"0\"");
    stale.put("on", "2024-03-06");
    HttpResponse<String> told = clerk.post(address + "/steps", stale);
    assertThat(told.statusCode()).isEqualTo(412);
    assertThat(told.body()).contains("1. 要求说明理由（2024-03-05），登记人：clerk");
  }

  @Test
  void a_due_date_that_was_reckoned_again_is_no_change_of_somebody_else() throws Exception {
    String address = registered();
    RegisterTables.update(
        "UPDATE requests.application SET version = version + 1 WHERE id = '"
            + address.replaceFirst(".*/", "")
            + "'");
    HttpResponse<String> told =
        clerk.post(
            address + "/steps",
            Map.of("type", "REASONS_REQUESTED", "on", "2024-03-05", "seen", "\"1\"", "steps", "0"));
    assertThat(told.statusCode()).isEqualTo(412);
    assertThat(told.body())
        .contains("办理期限刚刚重新计算", "name=\"seen\" value=\"&quot;2&quot;\"")
        .doesNotContain("被他人修改");
  }

  @Test
  void that_an_application_was_made_orally_can_be_taken_back() throws Exception {
    Map<String, String> filled = filled(UUID.randomUUID().toString());
    filled.put("channel", "IN_PERSON");
    filled.put("oral", "true");
    String query = clerk.post("/register/new", filled).uri().getQuery();
    String address = "/register/applications/" + query.replaceFirst(".*registered=", "");
    assertThat(clerk.get(address + "?step=RECEIPT_CORRECTED").body())
        .contains("<option value=\"false\">否</option>", "不更正");
    assertThat(
            clerk
                .post(
                    address + "/steps",
                    Map.of(
                        "type",
                        "RECEIPT_CORRECTED",
                        "on",
                        "2024-03-05",
                        "oral",
                        "false",
                        "reason",
                        "误勾选",
                        "seen",
                        "\"1\""))
                .uri()
                .getQuery())
        .isEqualTo("done=true");
    assertThat(
            RegisterTables.texts(
                "SELECT oral::text FROM requests.application WHERE id = '"
                    + address.replaceFirst(".*/", "")
                    + "'"))
        .containsExactly("false");
  }

  @Test
  void a_form_that_meets_an_outage_comes_back_with_what_was_filled_in() throws Exception {
    Map<String, String> filled = filled("停用\"><b>");
    Connection held = RegisterTables.lockTable("application");
    HttpResponse<String> answer;
    try {
      answer = clerk.post("/register/new", filled);
    } finally {
      held.close();
    }
    assertPage(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .contains("重新提交所填内容", "action=\"/register/new\"", "value=\"张三丰\"")
        .contains(filled.get("key"))
        .doesNotContain("<b>");
    assertThat(clerk.post("/register/new", filled).uri().getQuery()).contains("registered=");
  }

  @Test
  void what_can_not_follow_is_not_offered() throws Exception {
    String address = registered();
    assertThat(clerk.get(address).body())
        .contains("?step=CONCLUDED#step")
        .doesNotContain("?step=CORRECTION_RECEIVED", "?step=ANSWERED_AGAIN");
    assertThat(clerk.get(address + "?step=CORRECTION_RECEIVED").body())
        .doesNotContain("id=\"step\"");
    HttpResponse<String> tried =
        clerk.post(
            address + "/steps",
            Map.of("type", "CORRECTION_RECEIVED", "on", "2024-03-05", "seen", "\"1\""));
    assertThat(tried.statusCode()).isEqualTo(422);
    assertThat(tried.body()).contains("没有待补正的通知");
    HttpResponse<String> nothing =
        clerk.post(
            address + "/steps",
            Map.of(
                "type", "RECEIPT_CORRECTED", "on", "2024-03-05", "reason", "误", "seen", "\"1\""));
    assertThat(nothing.body()).contains("至少填写一项更正内容：收到申请日期、申请渠道").doesNotContain("receivedOn、");
  }

  @Test
  void whatever_is_sent_is_answered_with_a_page() throws Exception {
    String address = registered();
    assertPage(clerk.postBody("/register/new", "subject=%zz"), 400);
    assertPage(clerk.postBody("/register/new", "a=" + "b".repeat(129 << 10)), 413);
    assertPage(clerk.post("/register/new", Map.of(), "Sec-Fetch-Site", "cross-site"), 403);
    assertPage(clerk.post("/register/new", Map.of()), 400);
    assertPage(clerk.post("/register/search", Map.of()), 400);
    assertPage(clerk.post(address + "/steps", Map.of("type", "NONE")), 404);
    assertPage(clerk.post(address + "/steps", Map.of("type", "VOIDED", "corrects", "x")), 400);
    assertPage(clerk.post(address + "/steps", Map.of("type", "EXTENDED", "on", "x\0y")), 400);
    assertPage(clerk.get(address + "?step=NONE"), 404);
    assertPage(clerk.get(address + "?corrects=1&step=VOIDED"), 200);
    assertPage(clerk.get("/register?after=none"), 400);
    assertPage(clerk.get("/register?nothing=1"), 400);
    assertPage(clerk.get("/register/new?registered=none"), 200);
    assertPage(clerk.get("/register?organ=" + TestOrgans.FOREIGN), 404);
    assertPage(SignedIn.as("head", service.getPort(), "/register").get("/register"), 403);
  }

  @Test
  void a_form_without_a_session_comes_back_with_what_was_filled_in() throws Exception {
    clerk.endSession();
    Map<String, String> filled = filled("过期\"><b>");
    HttpResponse<String> answer = clerk.post("/register/new", filled);

    assertPage(answer, 401);
    assertThat(answer.body())
        .contains("登录已过期", "action=\"/register/new\"", "value=\"张三丰\"")
        .doesNotContain("<b>");
  }

  private static void assertPage(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).contains("</html>");
  }

  private String registered() throws Exception {
    String query =
        clerk.post("/register/new", filled(UUID.randomUUID().toString())).uri().getQuery();
    return "/register/applications/" + query.replaceFirst(".*registered=", "");
  }

  private static Map<String, String> filled(String number) {
    return new HashMap<>(
        Map.of(
            "key", UUID.randomUUID().toString(),
            "organCode", TestOrgans.OFFICE,
            "sourceReference", number,
            "receivedOn", "2024-03-04",
            "channel", "FAX",
            "applicant.type", "NATURAL_PERSON",
            "applicant.name", "张三丰"));
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }
}
