package disclosure.requests.page.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of disputes take and answer, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class CasePagesIT {

  @TestHTTPResource URL service;

  private SignedIn clerk;
  private String application;

  @BeforeEach
  void register() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
    application = registered();
  }

  @Test
  void a_case_is_recorded_once_and_stands_on_the_page_of_its_application() throws Exception {
    assertThat(clerk.get(application).body())
        .contains("没有登记过针对本申请的案件", application + "/disputes\"");
    assertThat(clerk.get(application + "/disputes").body())
        .contains("value=\"" + TestOrgans.OFFICE + "\" selected", "name=\"caseNumber\"")
        .doesNotContain("name=\"applicationId\"");
    Map<String, String> filled = filled("<b>" + UUID.randomUUID());
    filled.put("forum", "临县人民政府<i>");
    filled.put("caseNumber", "临政复〔2024〕3号");
    assertThat(done(clerk.post(application + "/disputes", filled))).isEqualTo(application);
    assertThat(done(clerk.post(application + "/disputes", filled))).isEqualTo(application);

    String page = clerk.get(application).body();
    assertThat(page.split("href=\"/register/disputes/", -1)).hasSize(2);
    assertThat(page)
        .contains("行政复议</a>", "尚未审结", "2024年4月10日", "临县人民政府&lt;i&gt;", "临政复〔2024〕3号")
        .doesNotContain("<b>", "<i>");
    assertThat(
            RegisterTables.texts(
                "SELECT action FROM requests.audit_entry WHERE subject_id = '"
                    + id(address(page))
                    + "'"))
        .containsExactly("DISPUTE_REGISTERED");

    filled.put("kind", "LITIGATION_DIRECT");
    HttpResponse<String> taken = clerk.post(application + "/disputes", filled);
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body())
        .contains("id=\"sourceReference-error\"", "value=\"LITIGATION_DIRECT\" selected")
        .contains("<a href=\"" + address(page) + "\">查看使用该编号的案件</a>");
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_was_filled_in_is_kept() throws Exception {
    Map<String, String> filled = filled("编号");
    filled.put("kind", "");
    filled.put("acceptedOn", "2024-02-30");
    filled.put("forum", "某县人民法院");
    HttpResponse<String> wrong = clerk.post(application + "/disputes", filled);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("id=\"kind-error\"", "id=\"acceptedOn-error\"", "value=\"2024-02-30\"")
        .contains("value=\"某县人民法院\"");

    filled.put("kind", "RECONSIDERATION");
    filled.put("acceptedOn", "2024-03-01");
    HttpResponse<String> early = clerk.post(application + "/disputes", filled);
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("id=\"acceptedOn-error\"");

    filled.put("acceptedOn", "2024-04-10");
    filled.put("organCode", TestOrgans.FOREIGN);
    HttpResponse<String> foreign = clerk.post(application + "/disputes", filled);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("id=\"organCode-error\"", "某县人民法院");
  }

  @Test
  void a_case_is_closed_goes_on_is_corrected_and_voided_as_the_api_lets_it() throws Exception {
    String dispute = recorded();
    assertThat(clerk.get(dispute).body())
        .contains("?step=RESULT#step", "?step=CORRECTED#step", "?step=VOIDED#step")
        .doesNotContain("?step=REOPENED", "?step=SENT_BACK", "?step=APPEALED", "登记重新答复");
    assertThat(clerk.get(dispute + "?step=APPEALED").body()).doesNotContain("id=\"step\"");
    assertThat(done(step(dispute, "RESULT", 1, Map.of("result", "UPHELD", "closedOn", "20240510"))))
        .isEqualTo(dispute);
    assertThat(clerk.get(dispute + "?step=RESULT").body())
        .contains("更正案件结果", "value=\"UPHELD\" selected", "value=\"2024-05-10\"");
    assertThat(clerk.get(dispute).body())
        .contains("?step=REOPENED", "?step=SENT_BACK", "?step=APPEALED", "2024年5月10日");
    assertThat(
            done(
                step(
                    dispute,
                    "APPEALED",
                    2,
                    Map.of("on", "2024-05-20", "reason", "原告上诉", "forum", "某市中级人民法院"))))
        .isEqualTo(dispute);
    assertThat(clerk.get(dispute).body())
        .contains("1. 进入二审", "登记人：clerk", "原告上诉", "此前的案件结果", "某市中级人民法院", "尚未审结")
        .doesNotContain("?step=APPEALED");
    assertThat(
            done(
                step(
                    dispute,
                    "CORRECTED",
                    3,
                    Map.of("on", "2024-05-21", "reason", "录错", "kind", "LITIGATION_DIRECT"))))
        .isEqualTo(dispute);
    assertThat(clerk.get(dispute).body())
        .contains("<h1>行政诉讼（未经复议直接起诉）", "此前的案件类别</dt><dd class=\"text\">行政复议");
    HttpResponse<String> unsaid = step(dispute, "VOIDED", 4, Map.of("on", "2024-05-22"));
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(unsaid.body()).contains("id=\"reason-error\"");
    assertThat(done(step(dispute, "VOIDED", 4, Map.of("on", "2024-05-22", "reason", "重复"))))
        .isEqualTo(dispute);
    assertThat(clerk.get(dispute).body()).contains("已作废").doesNotContain("?step=");
    HttpResponse<String> late =
        step(dispute, "VOIDED", 5, Map.of("on", "2024-05-22", "reason", "再"));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("案件已作废", "value=\"2024-05-22\"");
  }

  @Test
  void who_has_not_seen_what_others_recorded_is_shown_it_and_what_he_filled_in() throws Exception {
    String dispute = recorded();
    assertThat(
            done(step(dispute, "RESULT", 1, Map.of("result", "UPHELD", "closedOn", "2024-05-10"))))
        .isEqualTo(dispute);
    // The same form once more records nothing.
    assertThat(
            done(step(dispute, "RESULT", 1, Map.of("result", "UPHELD", "closedOn", "2024-05-10"))))
        .isEqualTo(dispute);
    HttpResponse<String> other =
        step(dispute, "RESULT", 1, Map.of("result", "OTHER", "closedOn", "2024-05-11"));
    assertThat(other.statusCode()).isEqualTo(412);
    assertThat(other.body())
        .contains("刚刚被他人修改", "案件现在的结果：结果维持（2024年5月10日审结）", "value=\"2024-05-11\"")
        .contains("name=\"seen\" value=\"&quot;2&quot;\"");

    Map<String, String> reopened = Map.of("on", "2024-05-20", "reason", "撤销原决定");
    assertThat(done(step(dispute, "REOPENED", 2, reopened))).isEqualTo(dispute);
    assertThat(done(step(dispute, "REOPENED", 2, reopened))).isEqualTo(dispute);
    HttpResponse<String> second =
        step(dispute, "CORRECTED", 2, Map.of("on", "2024-05-21", "reason", "录错", "forum", "某院"));
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body()).contains("1. 恢复办理（2024-05-20），登记人：clerk", "尚未审结", "value=\"某院\"");
    assertThat(
            RegisterTables.texts(
                "SELECT type || ' ' || person FROM requests.dispute_step WHERE dispute_id = '"
                    + id(dispute)
                    + "'"))
        .containsExactly("REOPENED clerk");
  }

  @Test
  void who_was_refused_for_something_else_has_not_seen_what_others_recorded() throws Exception {
    String dispute = recorded();
    assertThat(
            done(step(dispute, "RESULT", 1, Map.of("result", "UPHELD", "closedOn", "2024-05-10"))))
        .isEqualTo(dispute);
    HttpResponse<String> wrong = step(dispute, "CORRECTED", 1, Map.of("on", "x", "reason", "录错"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("name=\"seen\" value=\"&quot;1&quot;\"");
  }

  @Test
  void a_new_answer_follows_from_the_case_that_corrected_the_first() throws Exception {
    assertThat(
            done(
                clerk.post(
                    application + "/steps",
                    Map.of(
                        "type",
                        "CONCLUDED",
                        "on",
                        "2024-03-20",
                        "outcome",
                        "NOT_HELD",
                        "seen",
                        "\"1\""))))
        .isEqualTo(application);
    String dispute = recorded();
    assertThat(clerk.get(application).body()).doesNotContain("?step=ANSWERED_AGAIN");
    assertThat(
            done(
                step(
                    dispute, "RESULT", 1, Map.of("result", "CORRECTED", "closedOn", "2024-05-10"))))
        .isEqualTo(dispute);

    assertThat(clerk.get(dispute).body()).contains(application + "?step=ANSWERED_AGAIN#step");
    assertThat(clerk.get(application).body()).contains("?step=ANSWERED_AGAIN#step");
    assertThat(clerk.get(application + "?step=ANSWERED_AGAIN").body())
        .contains("<option value=\"" + id(dispute) + "\" selected>行政复议，", "重新答复日期");
    assertThat(
            done(
                clerk.post(
                    application + "/steps",
                    Map.of(
                        "type",
                        "ANSWERED_AGAIN",
                        "on",
                        "2024-05-20",
                        "outcome",
                        "DISCLOSED",
                        "dispute",
                        id(dispute),
                        "seen",
                        "\"2\""))))
        .isEqualTo(application);
    assertThat(clerk.get(application).body())
        .contains("2. 重新答复", "所依据的复议、诉讼案件</dt><dd class=\"text\">行政复议，")
        .contains("?step=ANSWERED_AGAIN&amp;corrects=2#step");
    assertThat(
            RegisterTables.texts(
                "SELECT content::jsonb ->> 'dispute' FROM requests.application_step"
                    + " WHERE application_id = '"
                    + id(application)
                    + "' AND type = 'ANSWERED_AGAIN'"))
        .containsExactly(id(dispute));
  }

  @Test
  void whatever_is_sent_is_answered_with_a_page_and_others_see_nothing() throws Exception {
    String dispute = recorded();
    String nobody = "/register/disputes/" + UUID.randomUUID();
    assertPage(clerk.get(nobody), 404);
    assertPage(clerk.get("/register/disputes/x"), 404);
    assertPage(clerk.get(dispute + "?step=NONE"), 404);
    assertPage(clerk.post(dispute + "/steps", Map.of()), 404);
    assertPage(clerk.post(nobody + "/steps", Map.of("type", "RESULT")), 404);
    assertPage(clerk.post(dispute + "/steps", Map.of("type", "RESULT")), 400);
    assertPage(clerk.post(application + "/disputes", Map.of()), 400);
    assertPage(clerk.get("/register/applications/" + UUID.randomUUID() + "/disputes"), 404);
    RegisterTables.update(
        "UPDATE requests.dispute SET organ_code = '"
            + TestOrgans.FOREIGN
            + "' WHERE id = '"
            + id(dispute)
            + "'");
    assertPage(clerk.get(dispute), 404);
    assertThat(clerk.get(application).body()).doesNotContain(dispute);
    SignedIn head = SignedIn.as("head", service.getPort(), "/register");
    assertPage(head.get(dispute), 403);
    assertPage(head.get(application + "/disputes"), 403);
  }

  private static void assertPage(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).contains("</html>");
  }

  /** Where it led once it was recorded. */
  private static String done(HttpResponse<String> answer) {
    assertThat(answer.uri().getQuery()).as(answer.body()).isEqualTo("done=true");
    return answer.uri().getPath();
  }

  private HttpResponse<String> step(
      String dispute, String type, int seen, Map<String, String> filled) throws Exception {
    Map<String, String> form = new HashMap<>(filled);
    form.put("type", type);
    form.put("seen", "\"" + seen + "\"");
    form.put("steps", "0");
    return clerk.post(dispute + "/steps", form);
  }

  private String recorded() throws Exception {
    clerk.post(application + "/disputes", filled(UUID.randomUUID().toString()));
    return address(clerk.get(application).body());
  }

  private static String address(String page) {
    return "/register/disputes/"
        + List.of(page.split("href=\"/register/disputes/", -1)).get(1).substring(0, 36);
  }

  private static String id(String address) {
    return address.replaceFirst(".*/", "");
  }

  private static Map<String, String> filled(String number) {
    return new HashMap<>(
        Map.of(
            "organCode",
            TestOrgans.OFFICE,
            "sourceReference",
            number,
            "kind",
            "RECONSIDERATION",
            "acceptedOn",
            "2024-04-10"));
  }

  private String registered() throws Exception {
    String query =
        clerk
            .post(
                "/register/new",
                Map.of(
                    "organCode", TestOrgans.OFFICE,
                    "sourceReference", UUID.randomUUID().toString(),
                    "receivedOn", "2024-03-04",
                    "channel", "FAX",
                    "applicant.type", "NATURAL_PERSON",
                    "applicant.name", "张三丰"))
            .uri()
            .getQuery();
    return "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");
  }
}
