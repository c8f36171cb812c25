package disclosure.requests.page;

import static disclosure.requests.page.NewApplicationForm.filled;
import static disclosure.requests.page.NewApplicationForm.registered;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.UnreadableHeads;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Somebody cut it from a letter, say. */
  @Test
  void an_address_of_a_page_that_is_none_is_answered_with_a_page() {
    String answer =
        UnreadableHeads.answer(service, "GET /register?organ=%zz HTTP/1.1\r\nHost: localhost\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("content-type: text/html")
        .contains("请求有误");
  }

  @Test
  void a_day_that_was_typed_in_full_width_is_shown_back_as_it_was_understood() throws Exception {
    Map<String, String> filled = filled("编号");
    filled.put("receivedOn", "２０２４ 年 ３ 月 ４ 日");
    filled.put("channel", "");
    HttpResponse<String> answer = clerk.post("/register/new", filled);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("id=\"channel-error\"", "value=\"2024-03-04\"")
        .doesNotContain("id=\"receivedOn-error\"", "２０２４");
  }

  @Test
  void a_number_that_is_taken_leads_to_the_application_that_has_it() throws Exception {
    Map<String, String> filled = filled(UUID.randomUUID().toString());
    String first =
        clerk
            .post("/register/new", filled)
            .uri()
            .getQuery()
            .replaceFirst(".*registered=([^&]*).*", "$1");
    filled.put("channel", "POST");
    HttpResponse<String> second = clerk.post("/register/new", filled);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body())
        .contains("id=\"sourceReference-error\"")
        .contains("<a href=\"/register/applications/" + first + "\">查看使用该编号的申请</a>");
    assertThat(clerk.get("/register/applications/" + first).statusCode()).isEqualTo(200);
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
    String address = registered(clerk, UUID.randomUUID().toString());
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
        .contains("name=\"seen\" value=\"&quot;2&quot;\"", "您在另一窗口刚刚修改了这件申请")
        .doesNotContain("2. 要求说明理由", "被他人修改");
  }

  @Test
  void what_somebody_else_recorded_meanwhile_is_told_as_his() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
    SignedIn colleague = SignedIn.as("colleague", service.getPort(), "/register");
    Map<String, String> asked =
        Map.of("type", "REASONS_REQUESTED", "on", "2024-03-05", "seen", "\"1\"", "steps", "0");
    assertThat(colleague.post(address + "/steps", asked).uri().getQuery()).isEqualTo("done=true");

    HttpResponse<String> told =
        clerk.post(
            address + "/steps",
            Map.of(
                "type", "EXTENDED",
                "on", "2024-03-06",
                "workingDays", "20",
                "approvedBy", "主任甲",
                "seen", "\"1\"",
                "steps", "0"));
    assertThat(told.statusCode()).isEqualTo(412);
    assertThat(told.body())
        .contains("这件申请刚刚被他人修改", "1. 要求说明理由（2024-03-05），登记人：colleague", "value=\"主任甲\"")
        .doesNotContain("您在另一窗口");
  }

  @Test
  void who_was_refused_for_something_else_has_not_seen_what_others_recorded() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
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
    String address = registered(clerk, UUID.randomUUID().toString());
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
    String address = "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");
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
  void an_applicant_whose_time_to_correct_is_over_stands_in_the_worklist() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
    recorded(
        address,
        Map.of("type", "CORRECTION_REQUESTED", "on", "2024-03-06", "deadline", "2024年3月28日"));

    String worklist = clerk.get("/register?organ=" + TestOrgans.OFFICE).body();
    assertThat(worklist)
        .contains("对方的期限已过", address, "<span class=\"late\">补正期限已过（2024年3月28日）</span>", "三（六）1");
    assertThat(clerk.get("/register?view=waiting").body()).contains("补正期限已过（2024年3月28日）");
    assertThat(clerk.get(address).body()).contains("补正期限已过（2024年3月28日），对方没有答复");
  }

  @Test
  void a_step_without_effect_is_answered_with_that_and_why() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
    HttpResponse<String> extended =
        recorded(
            address,
            Map.of(
                "type", "EXTENDED", "on", "2024-03-06", "workingDays", "30", "approvedBy", "主任甲"));
    assertThat(extended.body())
        .contains("已登记，但对答复期限没有影响：延长的期限最长不得超过20个工作日，本次延期全部不予计入（《条例》第三十三条第二款）。");
    HttpResponse<String> asked =
        recorded(address, Map.of("type", "REASONS_REQUESTED", "on", "2024-03-07"));
    assertThat(asked.body()).contains("已登记。");
  }

  @Test
  void what_was_corrected_of_the_receipt_is_named_with_what_stood_before() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
    assertThat(clerk.get(address + "?step=RECEIPT_CORRECTED").body())
        .contains("现为：2024-03-04", "现为：张**", "不更正")
        .contains(
            "name=\"receivedOn\" value=\"\" autocomplete=\"off\" size=\"12\" aria-describedby");
    String life =
        recorded(
                address,
                Map.of(
                    "type", "RECEIPT_CORRECTED",
                    "on", "2024-03-08",
                    "receivedOn", "2024-03-01",
                    "applicant.contact", "13800000000",
                    "reason", "误登记"))
            .body();
    assertThat(life)
        .contains("2024-03-01（更正前：2024-03-04）", "一并更正", "<dd class=\"text\">联系方式</dd>")
        .doesNotContain("13800000000");
  }

  @Test
  void what_an_application_lacks_or_has_wrong_is_told_at_once() throws Exception {
    Map<String, String> filled = filled(UUID.randomUUID().toString());
    filled.remove("applicant.name");
    filled.put("applicant.contact", "1383580");
    HttpResponse<String> next = clerk.post("/register/new", filled);

    assertThat(next.body())
        .contains("没有写明申请人的姓名或者名称、身份证明、申请公开的政府信息", "《条例》第二十九条", "位数却不对")
        .doesNotContain("1383580");
    assertThat(next.uri().toString()).contains("doubt=contact").doesNotContain("1383580");
  }

  @Test
  void an_organ_is_handed_to_by_name_and_one_of_others_is_refused_beside_its_field()
      throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
    String form = clerk.get(address + "?step=TRANSFERRED").body();
    assertThat(form).contains("接收机关的登记编号", "移送后本机关不能再为这件申请登记环节");
    HttpResponse<String> refused =
        recorded(
            address,
            Map.of(
                "type", "TRANSFERRED",
                "on", "2024-03-06",
                "toOrgan", TestOrgans.FOREIGN,
                "reason", "属于其职责"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("属于其职责", "id=\"toOrgan-error\"");
  }

  @Test
  void who_finds_nothing_in_a_view_is_led_to_all() throws Exception {
    assertThat(clerk.get("/register?documentNumber=" + UUID.randomUUID()).body())
        .contains("href=\"/register?view=all&amp;documentNumber=", "在全部申请中查找");
  }

  private HttpResponse<String> recorded(String address, Map<String, String> step) throws Exception {
    String seen = clerk.get(address).body();
    Map<String, String> form = new HashMap<>(step);
    form.put("key", UUID.randomUUID().toString());
    form.put("seen", "\"" + (seen.split("登记人：", -1).length) + "\"");
    return clerk.post(address + "/steps", form);
  }

  @Test
  void what_can_not_follow_is_not_offered() throws Exception {
    String address = registered(clerk, UUID.randomUUID().toString());
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
    String address = registered(clerk, UUID.randomUUID().toString());
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
    assertPage(clerk.get(address + "?corrects=99999999999999999999"), 400);
    assertPage(clerk.postBody("/register/new", "subject=a%ED%A0%80b"), 400);
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

  @Test
  void a_session_that_can_not_be_read_is_dropped_and_locks_nobody_out() throws Exception {
    HttpClient anybody = HttpClient.newHttpClient();
    HttpResponse<String> page =
        anybody.send(
            unreadable("/register?channel=FAX").build(), HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location")).contains("/register?channel=FAX");
    assertThat(dropped(page))
        .containsExactlyInAnyOrder("q_session_pages.session", "q_session_pages.session_chunk_1");

    HttpResponse<String> form =
        anybody.send(
            unreadable("/register/new")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "applicant.name=%E5%BC%A0%E4%B8%89%E4%B8%B0"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertPage(form, 401);
    assertThat(form.body()).contains("登录已过期", "action=\"/register/new\"", "value=\"张三丰\"");
    assertThat(dropped(form)).hasSize(2);

    HttpResponse<String> end =
        anybody.send(
            unreadable("/register/logout").POST(HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString());
    assertLedToTheIssuersEnd(end);
    assertThat(dropped(end)).hasSize(2);
  }

  /** Else the next one at that computer would be signed in as him, without a password. */
  @Test
  void who_signs_out_when_his_session_has_ended_ends_that_of_the_issuer() throws Exception {
    assertLedToTheIssuersEnd(
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(base() + "/register/logout"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString()));
  }

  private void assertLedToTheIssuersEnd(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith(
            "/endsession?client_id=pages&post_logout_redirect_uri="
                + URLEncoder.encode(base() + "/", StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH", "TRACE", "FOO"})
  void a_method_that_no_page_knows_is_refused_as_one(String method) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(base() + "/register"))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertPage(answer, 405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  private String base() {
    return "http://localhost:" + service.getPort();
  }

  private HttpRequest.Builder unreadable(String address) {
    return HttpRequest.newBuilder(URI.create(base() + address))
        .header("Cookie", "q_session_pages.session=abc; q_session_pages.session_chunk_1=def")
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  /** The names of the cookies that a browser is told to forget. */
  private static List<String> dropped(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.contains("Max-Age=0") && cookie.contains("Path=/;"))
        .map(cookie -> cookie.substring(0, cookie.indexOf('=')))
        .toList();
  }

  private static void assertPage(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).contains("</html>");
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }
}
