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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who applies beside the applicant, or for him, is written down with the application. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class OtherPersonsPagesIT {

  private static final String JOINT = "applicant.jointApplicants";

  @TestHTTPResource URL service;

  private SignedIn clerk;

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    clerk = SignedIn.as("clerk", service.getPort(), "/register");
  }

  @Test
  void they_are_registered_masked_on_the_page_and_shown_with_the_applicant() throws Exception {
    Map<String, String> filled = filled();
    filled.put("submittedOn", "2024-03-01");
    filled.put("oral", "true");
    filled.put("channel", "IN_PERSON");
    filled.put("requestedForm", "PAPER");
    filled.put("requestedWay", "POST");
    filled.put("applicant.agent.name", "钱代理");
    filled.put("applicant.agent.contact", "13911112222");
    // The first row was left empty.
    filled.put(JOINT + "[0].name", " ");
    filled.put(JOINT + "[1].name", "李四光");
    filled.put(JOINT + "[1].identityNumber", "141124199001015678");
    filled.put(JOINT + "[2].name", "王五常");
    String query = clerk.post("/register/new", filled).uri().getQuery();
    assertThat(query).contains("registered=").doesNotContain("李四光");
    String application =
        "/register/applications/" + query.replaceFirst(".*registered=([^&]*).*", "$1");

    assertThat(clerk.get(application).body())
        .contains("李**、王**", "代理人</dt><dd>钱**", "口头提出", "2024年3月1日")
        .doesNotContain("李四光", "王五常", "钱代理", "13911112222");
    assertThat(clerk.post(application + "/applicant", Map.of()).body())
        .contains("李四光", "141124199001015678", "王五常", "钱代理", "13911112222");
  }

  @Test
  void what_is_wrong_with_one_stands_beside_his_field() throws Exception {
    Map<String, String> filled = filled();
    filled.put(JOINT + "[0].name", "");
    filled.put(JOINT + "[1].contact", "13911112222");
    filled.put("applicant.agent.contact", "13933334444");
    HttpResponse<String> wrong = clerk.post("/register/new", filled);

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("<details open>", "id=\"applicant.agent.name-error\"", "value=\"13933334444\"")
        .contains("id=\"" + JOINT + "[0].name-error\"", "共同申请人1姓名")
        .contains("name=\"" + JOINT + "[0].contact\" value=\"13911112222\"");
  }

  @Test
  void there_is_room_for_more_of_them_and_nothing_is_registered_meanwhile() throws Exception {
    assertThat(clerk.get("/register/new").body())
        .contains("name=\"" + JOINT + "[1].name\"")
        .doesNotContain("name=\"" + JOINT + "[2].name\"");
    Map<String, String> filled = filled();
    filled.put(JOINT + "[0].name", "李四光");
    filled.put(JOINT + "[1].name", "");
    filled.put("more", "true");
    HttpResponse<String> more = clerk.post("/register/new", filled);

    assertThat(more.statusCode()).isEqualTo(200);
    assertThat(more.body())
        .contains("value=\"李四光\"", "value=\"张三丰\"", "name=\"" + JOINT + "[3].name\"")
        .contains("name=\"key\" value=\"" + filled.get("key") + "\"", "<details open>");
    assertThat(
            RegisterTables.number(
                "SELECT count(*) FROM requests.application WHERE source_reference = '"
                    + filled.get("sourceReference")
                    + "'"))
        .isZero();
    for (int row = 0; row < 20; row++) {
      filled.put(JOINT + "[" + row + "].name", "某" + row);
    }
    assertThat(clerk.post("/register/new", filled).body())
        .contains("value=\"某19\"")
        .doesNotContain("name=\"" + JOINT + "[20].name\"");
  }

  private static Map<String, String> filled() {
    return new HashMap<>(
        Map.of(
            "key", UUID.randomUUID().toString(),
            "organCode", TestOrgans.OFFICE,
            "sourceReference", UUID.randomUUID().toString(),
            "receivedOn", "2024-03-04",
            "channel", "FAX",
            "applicant.type", "NATURAL_PERSON",
            "applicant.name", "张三丰"));
  }
}
