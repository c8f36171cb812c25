package disclosure.requests.page.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who applies is shown in full to who asks for it by the button, and it is told that he did. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class ApplicantPagesIT {

  @TestHTTPResource URL service;

  private SignedIn clerk;
  private String application;

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
                    "applicant.name", "张三<b>丰",
                    "applicant.contact", "13900001234",
                    "applicant.identityNumber", "141124199001011234"))
            .uri()
            .getQuery();
    application = "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");
  }

  @Test
  void the_button_alone_shows_him_and_each_time_is_audited() throws Exception {
    assertThat(clerk.get(application).body())
        .contains("<form method=\"post\" action=\"" + application + "/applicant\"", "查看申请人信息")
        .contains("张**")
        .doesNotContain("13900001234", "141124199001011234");
    assertThat(audited()).isEmpty();

    HttpResponse<String> shown = clerk.post(application + "/applicant", Map.of());
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    assertThat(shown.body())
        .contains("张三&lt;b&gt;丰", "13900001234", "141124199001011234", "已记入审计日志");
    assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(shown.headers().firstValue("Refresh")).contains("600; url=" + application);
    assertThat(shown.uri().toString()).endsWith(application + "/applicant");
    assertThat(audited()).containsExactly("pages");
    clerk.post(application + "/applicant", Map.of());
    assertThat(audited()).hasSize(2);
  }

  @Test
  void two_people_at_the_pages_are_two_in_the_trail() throws Exception {
    clerk.post(application + "/applicant", Map.of());
    SignedIn second = SignedIn.as("second", service.getPort(), "/register");
    HttpResponse<String> shown = second.post(application + "/applicant", Map.of());
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("<span>王&lt;b&gt;丽（second）</span>");
    second.post("/register/search", Map.of("applicantName", "张三<b>丰"));

    assertThat(
            RegisterTables.texts(
                "SELECT person || ' ' || split_part(written_by, E'\\n', 2)"
                    + " FROM requests.audit_entry WHERE subject_id = '"
                    + id()
                    + "' ORDER BY id"))
        .containsExactly("clerk person clerk", "clerk person clerk", "second person second");
    assertThat(
            RegisterTables.texts(
                "SELECT DISTINCT action FROM requests.audit_entry WHERE person = 'second'"))
        .contains("APPLICANT_READ", "APPLICANT_SOUGHT");
  }

  @Test
  void an_address_shows_nobody() throws Exception {
    HttpResponse<String> asked = clerk.get(application + "/applicant");
    assertThat(asked.uri().getPath()).isEqualTo(application);
    assertThat(asked.body()).doesNotContain("13900001234");
    assertThat(audited()).isEmpty();
  }

  @Test
  void who_may_not_is_refused_and_nothing_is_told() throws Exception {
    HttpResponse<String> foreign =
        clerk.post(application + "/applicant", Map.of(), "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    SignedIn head = SignedIn.as("head", service.getPort(), "/register");
    assertThat(head.post(application + "/applicant", Map.of()).statusCode()).isEqualTo(403);
    String nobody = "/register/applications/" + UUID.randomUUID() + "/applicant";
    assertThat(clerk.post(nobody, Map.of()).statusCode()).isEqualTo(404);
    RegisterTables.update(
        "UPDATE requests.application SET organ_code = '"
            + TestOrgans.FOREIGN
            + "' WHERE id = '"
            + id()
            + "'");
    HttpResponse<String> others = clerk.post(application + "/applicant", Map.of());
    assertThat(others.statusCode()).isEqualTo(404);
    assertThat(others.body()).doesNotContain("13900001234");
    assertThat(audited()).isEmpty();
  }

  private List<String> audited() {
    return RegisterTables.texts(
        "SELECT client_id FROM requests.audit_entry"
            + " WHERE action = 'APPLICANT_READ' AND subject_id = '"
            + id()
            + "'");
  }

  private String id() {
    return application.replaceFirst(".*/", "");
  }
}
