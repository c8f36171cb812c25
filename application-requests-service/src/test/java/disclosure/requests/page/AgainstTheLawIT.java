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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happened though the law forbids it is recorded on the page, and said to stand for nothing.
 */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class AgainstTheLawIT {

  private static final String MARK = "不符合法定要求、不影响期限";

  @TestHTTPResource URL service;

  private SignedIn clerk;
  private String application;
  private int version = 1;

  @BeforeEach
  void register() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
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
    application = "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");
  }

  @Test
  void a_second_extension_is_recorded_with_its_article_and_moves_nothing() throws Exception {
    assertThat(clerk.get(application).body()).doesNotContain(MARK);
    record("EXTENDED", Map.of("on", "2024-03-20", "workingDays", "20", "approvedBy", "主任甲"));
    String before = due();
    assertThat(clerk.get(application).body())
        .contains("已经发生、但不符合法定要求的环节", "?step=EXTENDED#step", MARK)
        .contains("再次延期不予计入（《条例》第三十三条第二款）");
    assertThat(clerk.get(application + "?step=EXTENDED").body())
        .contains("id=\"step\"", MARK + "：答复期限只能延长一次，再次延期不予计入（《条例》第三十三条第二款）");
    record("EXTENDED", Map.of("on", "2024-03-25", "workingDays", "10", "approvedBy", "主任甲"));

    assertThat(clerk.get(application).body())
        .contains("2. 延长答复期限", "<p class=\"warned\">" + MARK + "：答复期限只能延长一次");
    assertThat(due()).isEqualTo(before);
  }

  @Test
  void what_such_a_form_says_wrongly_is_told_as_in_any_other() throws Exception {
    record("CORRECTION_REQUESTED", Map.of("on", "2024-03-06", "deadline", "2024-03-20"));
    assertThat(clerk.get(application).body())
        .contains("?step=CORRECTION_REQUESTED#step")
        .contains("再次通知补正不影响答复期限（《条例》第三十条）");
    HttpResponse<String> wrong =
        post("CORRECTION_REQUESTED", Map.of("on", "2024-02-30", "deadline", "2024-03-25"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("id=\"on-error\"", MARK, "value=\"2024-03-25\"");
    record("CORRECTION_REQUESTED", Map.of("on", "2024-03-07", "deadline", "2024-03-25"));
  }

  @Test
  void what_can_not_have_happened_has_no_form() throws Exception {
    record("CONCLUDED", Map.of("on", "2024-03-20", "outcome", "NOT_HELD"));
    assertThat(clerk.get(application).body()).doesNotContain("?step=EXTENDED", MARK);
    assertThat(clerk.get(application + "?step=EXTENDED").body()).doesNotContain("id=\"step\"");
  }

  private String due() {
    List<String> due =
        RegisterTables.texts(
            "SELECT due_on::text FROM requests.application WHERE id = '"
                + application.replaceFirst(".*/", "")
                + "'");
    assertThat(due).hasSize(1).doesNotContainNull();
    return due.get(0);
  }

  private void record(String type, Map<String, String> filled) throws Exception {
    HttpResponse<String> answer = post(type, filled);
    assertThat(answer.uri().getQuery()).as(answer.body()).isEqualTo("done=true");
    version++;
  }

  private HttpResponse<String> post(String type, Map<String, String> filled) throws Exception {
    Map<String, String> form = new HashMap<>(filled);
    form.put("type", type);
    form.put("seen", "\"" + version + "\"");
    form.put("steps", Integer.toString(version - 1));
    return clerk.post(application + "/steps", form);
  }
}
