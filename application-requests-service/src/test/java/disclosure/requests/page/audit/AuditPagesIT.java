package disclosure.requests.page.audit;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did or read what, on its page, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class AuditPagesIT {

  private static final String TRAIL = "/register/audit";
  private static final String READ = "查看申请人信息</td>";

  @TestHTTPResource URL service;

  private SignedIn administrator;
  private SignedIn clerk;
  private String id;

  @BeforeEach
  void register() throws Exception {
    RegisterTables.knowTestOrgans();
    administrator = as("administrator");
    clerk = as("clerk");
    id =
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
                    "NATURAL_PERSON",
                    "applicant.name",
                    "张三丰"))
            .uri()
            .getQuery()
            .replaceFirst(".*registered=([^&]*).*", "$1");
  }

  @Test
  void who_revealed_an_applicant_is_found_by_the_address_of_the_application() throws Exception {
    clerk.post("/register/applications/" + id + "/applicant", Map.of());
    HttpResponse<String> found =
        administrator.get(
            TRAIL
                + "?subject=http://localhost:8080/register/applications/"
                + id
                + "?step=EXTENDED");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body())
        .contains(
            READ,
            "<td>登记申请</td>",
            "<th scope=\"row\">clerk <span class=\"hint\">",
            "客户端 pages</span>")
        .contains("临县人民政府办公室", "value=\"" + id + "\"", "谁查看过申请人信息")
        .doesNotContain("张三丰", "打开申请");
    assertThat(administrator.get(TRAIL + "?action=APPLICANT_READ&subject=" + id).body())
        .contains(READ, "<option value=\"APPLICANT_READ\" selected>")
        .doesNotContain("<td>登记申请</td>");
    assertThat(administrator.get(TRAIL + "?person=nobody&subject=" + id).body())
        .contains("没有符合条件的记录");
    assertThat(administrator.get(TRAIL + "?person=clerk&subject=" + id).body()).contains(READ);
    assertThat(as("all-rounder").get(TRAIL + "?subject=" + id).body())
        .contains("<a href=\"/register/applications/" + id + "\">打开申请</a>");
  }

  @Test
  void who_looked_for_somebody_is_told_without_whom() throws Exception {
    clerk.post("/register/search", Map.of("applicantName", "张三丰"));
    assertThat(administrator.get(TRAIL + "?action=APPLICANT_SOUGHT").body())
        .contains("按申请人信息查找", "姓名或者名称")
        .doesNotContain("张三丰");
  }

  @Test
  void days_choose_and_parts_follow_one_another() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String days = "?from=" + today.minusDays(1) + "&to=" + today.plusDays(1);
    assertThat(administrator.get(TRAIL + days + "&subject=" + id).body()).contains("登记申请");
    assertThat(administrator.get(TRAIL + "?from=2024年3月4日&to=20240305&subject=" + id).body())
        .contains("没有符合条件的记录", "value=\"2024-03-04\"", "value=\"2024-03-05\"");
    for (int i = 0; i < 51; i++) {
      clerk.post("/register/applications/" + id + "/applicant", Map.of());
    }
    String first = administrator.get(TRAIL + "?subject=" + id).body();
    assertThat(first.split(READ, -1)).hasSize(51);
    String next = first.replaceFirst("(?s).*<a href=\"([^\"]*before=[^\"]*)\">下一页.*", "$1");
    assertThat(administrator.get(next.replace("&amp;", "&")).body())
        .contains(READ, "<td>登记申请</td>")
        .doesNotContain("下一页");
  }

  @Test
  void what_is_wrong_stands_beside_its_field() throws Exception {
    HttpResponse<String> wrong =
        administrator.get(TRAIL + "?from=2026-03-02&to=2026-03-01&action=x&before=y");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("id=\"to-error\"", "id=\"action-error\"", "value=\"2026-03-01\"")
        .doesNotContain("id=\"from-error\"");
  }

  @Test
  void what_is_about_a_person_comes_into_no_address() throws Exception {
    for (String about : new String[] {"张三丰", "142302199001011234", "13812345678", "a@b.cn"}) {
      HttpResponse<String> refused = administrator.post(TRAIL, Map.of("subject", about));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.uri().getQuery()).isNull();
      assertThat(refused.body())
          .contains("id=\"subject-error\"", "不得填写姓名、证件号码", "value=\"" + about + "\"")
          .doesNotContain("subject=");
    }
    HttpResponse<String> found =
        administrator.post(
            TRAIL,
            Map.of(
                "subject", " https://localhost/register/applications/" + id + " ",
                "action", "APPLICATION_REGISTERED",
                "person", "",
                "from", "",
                "to", ""));
    assertThat(found.uri().getQuery())
        .isEqualTo("subject=" + id + "&action=APPLICATION_REGISTERED");
    assertThat(found.body()).contains("<td>登记申请</td>");
    for (String known : new String[] {TestOrgans.OFFICE, "2024", "2024@141124", "17"}) {
      assertThat(administrator.get(TRAIL + "?subject=" + known).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void of_a_name_that_the_trail_does_not_know_there_is_nothing_and_it_comes_into_no_address()
      throws Exception {
    for (String about : new String[] {"wang.fang", "张三丰", "142302199001011234"}) {
      HttpResponse<String> nothing = administrator.post(TRAIL, Map.of("person", about));
      assertThat(nothing.statusCode()).isEqualTo(200);
      assertThat(nothing.uri().getQuery()).isNull();
      assertThat(nothing.body())
          .contains("没有这个登录名的记录", "不要填写申请人的姓名", "value=\"" + about + "\"")
          .doesNotContain("person=", "person-error", "请更正", "<td>");
    }
    HttpResponse<String> found =
        administrator.post(TRAIL, Map.of("person", " clerk ", "subject", id));
    assertThat(found.uri().getQuery()).isEqualTo("person=clerk&subject=" + id);
    assertThat(found.body()).contains("<td>登记申请</td>");
  }

  @Test
  void rights_are_those_of_the_api() throws Exception {
    assertThat(clerk.post(TRAIL, Map.of("subject", id)).statusCode()).isEqualTo(403);
    assertThat(clerk.get(TRAIL).statusCode()).isEqualTo(403);
    assertThat(as("county-administrator").get(TRAIL + "?subject=" + id).body()).contains("登记申请");
    assertThat(as("all-rounder").get(TRAIL + "?subject=" + TestOrgans.COUNTY).body())
        .contains("没有符合条件的记录");
  }

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), "/register");
  }
}
