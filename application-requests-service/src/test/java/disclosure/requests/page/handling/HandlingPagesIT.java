package disclosure.requests.page.handling;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who handles an application, on its pages and in the worklist, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class HandlingPagesIT {

  private static final String MARKUP = "<b>工号7";

  @TestHTTPResource URL service;

  private SignedIn clerk;
  private String address;

  @BeforeEach
  void register() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
    String query =
        clerk
            .post(
                "/register/new",
                Map.of(
                    "key",
                    UUID.randomUUID().toString(),
                    "organCode",
                    TestOrgans.OFFICE,
                    "sourceReference",
                    UUID.randomUUID().toString(),
                    "receivedOn",
                    "2024-03-04",
                    "channel",
                    "FAX",
                    "applicant.type",
                    "NATURAL_PERSON"))
            .uri()
            .getQuery();
    address = "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");
  }

  @Test
  void the_handler_and_the_note_are_seen_and_replaced() throws Exception {
    assertThat(clerk.get(address).body()).contains("承办人：尚未指定", address + "/handling");
    assertThat(clerk.get(address + "/handling").body())
        .contains("name=\"seen\" value=\"&quot;0&quot;\"", "maxlength=\"2000\"");

    HttpResponse<String> saved = put("\"0\"", MARKUP, "先打电话\r\n再发函");
    assertThat(saved.uri().getQuery()).isEqualTo("done=true");
    assertThat(saved.body()).contains("承办人：&lt;b&gt;工号7", "备注：先打电话\n再发函").doesNotContain(MARKUP);
    assertThat(clerk.get(address + "/handling").body())
        .contains("value=\"&lt;b&gt;工号7\"", "先打电话\n再发函</textarea>");
    assertThat(put("\"1\"", "", "").body()).contains("承办人：尚未指定").doesNotContain("备注：");
  }

  @Test
  void who_has_not_seen_what_somebody_else_put_is_shown_it_and_loses_nothing() throws Exception {
    put("\"0\"", "甲", "甲的备注");
    HttpResponse<String> told = put("\"0\"", "乙", "乙的备注");
    assertThat(told.statusCode()).isEqualTo(412);
    assertThat(told.body())
        .contains("刚刚被他人更改", "承办人：甲", "备注：甲的备注", "value=\"乙\"", "乙的备注</textarea>")
        .contains("name=\"seen\" value=\"&quot;1&quot;\"");
    assertThat(put("", "乙", "").statusCode()).isEqualTo(412);
    assertThat(clerk.get(address).body()).contains("承办人：甲");
    assertThat(put("\"1\"", "乙", "乙的备注").body()).contains("承办人：乙");
  }

  @Test
  void a_form_that_is_sent_twice_is_saved_once_and_told_as_saved() throws Exception {
    put("\"0\"", "甲", "甲的备注");
    HttpResponse<String> again = put("\"0\"", "甲", "甲的备注");
    assertThat(again.uri().getQuery()).isEqualTo("done=true");
    assertThat(clerk.get(address + "/handling").body())
        .contains("name=\"seen\" value=\"&quot;1&quot;\"");
  }

  @Test
  void a_note_that_no_key_opens_takes_nothing_else_away_and_can_be_replaced() throws Exception {
    put("\"0\"", "甲", "甲的备注");
    RegisterTables.update(
        "UPDATE requests.application SET note = set_byte(note, 9, 255 - get_byte(note, 9))"
            + " WHERE id = '"
            + address.replaceFirst(".*/", "")
            + "'");
    for (String page : new String[] {address, address + "?step=EXTENDED"}) {
      HttpResponse<String> shown = clerk.get(page);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).contains("承办人：甲", "备注：（无法解密）");
    }
    assertThat(
            clerk
                .post(
                    address + "/steps",
                    Map.of("type", "REASONS_REQUESTED", "on", "2024-03-05", "seen", "\"1\""))
                .uri()
                .getQuery())
        .isEqualTo("done=true");
    assertThat(clerk.get(address + "/handling").body()).contains("原有备注无法解密", "></textarea>");

    // Another handler doesn't cost the note, which may be readable again some day.
    assertThat(put("\"1\"", "乙", "").body()).contains("承办人：乙", "备注：（无法解密）");
    assertThat(put("\"2\"", "乙", "新的备注").body()).contains("备注：新的备注").doesNotContain("无法解密");
  }

  @Test
  void what_is_too_long_stands_beside_its_field() throws Exception {
    HttpResponse<String> answer = put("\"0\"", "长".repeat(101), "注".repeat(2001));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("href=\"#handler\"", "id=\"handler-error\"", "id=\"note-error\"")
        .contains("value=\"" + "长".repeat(101) + "\"", "注".repeat(2001));
  }

  @Test
  void who_handles_something_has_a_list_of_his_own() throws Exception {
    RegisterTables.update("UPDATE requests.application SET handler = NULL WHERE handler = 'clerk'");
    assertThat(clerk.get("/register").body()).doesNotContain("由我承办");
    put("\"0\"", "clerk", "");
    assertThat(clerk.get("/register").body())
        .contains("<a class=\"button quiet\" href=\"/register?handler=clerk\">由我承办");
    assertThat(clerk.get("/register?handler=clerk").body()).contains(address, "value=\"clerk\"");
    assertThat(clerk.get("/register?handler=nobody").body()).doesNotContain(address);
  }

  @Test
  void what_others_have_is_not_there() throws Exception {
    RegisterTables.update(
        "UPDATE requests.application SET organ_code = '"
            + TestOrgans.FOREIGN
            + "' WHERE id = '"
            + address.replaceFirst(".*/", "")
            + "'");
    assertThat(clerk.get(address + "/handling").statusCode()).isEqualTo(404);
    assertThat(put("\"0\"", "甲", "").statusCode()).isEqualTo(404);
    assertThat(clerk.get("/register/applications/none/handling").statusCode()).isEqualTo(404);
    SignedIn head = SignedIn.as("head", service.getPort(), "/register");
    assertThat(head.get(address + "/handling").statusCode()).isEqualTo(403);
    clerk.endSession();
    HttpResponse<String> expired = put("\"0\"", "甲", "只有我知道");
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(expired.body()).contains("登录已过期", "只有我知道");
  }

  private HttpResponse<String> put(String seen, String handler, String note) throws Exception {
    return clerk.post(
        address + "/handling", Map.of("seen", seen, "handler", handler, "note", note));
  }
}
