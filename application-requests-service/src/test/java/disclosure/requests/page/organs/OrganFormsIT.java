package disclosure.requests.page.organs;

import static disclosure.requests.page.organs.AdministeredOrgan.DIRECTORY;
import static disclosure.requests.page.organs.AdministeredOrgan.foreign;
import static disclosure.requests.page.organs.AdministeredOrgan.fresh;
import static disclosure.requests.page.organs.AdministeredOrgan.seen;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with the forms of organs, and where organs are too many to be chosen from. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class OrganFormsIT {

  @TestHTTPResource URL service;

  private final String code = fresh("12");
  private final String address = DIRECTORY + "/" + code;
  private SignedIn administrator;
  private AdministeredOrgan organ;

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    administrator = as("administrator");
    organ = new AdministeredOrgan(administrator, code);
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_was_filled_in_is_kept() throws Exception {
    HttpResponse<String> nothing =
        administrator.post(DIRECTORY + "/new", Map.of("organCode", "123", "validFrom", "昨天"));
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body())
        .contains(
            "id=\"organCode-error\"",
            "id=\"name-error\"",
            "id=\"kind-error\"",
            "id=\"validFrom-error\"")
        .contains("value=\"123\"", "value=\"昨天\"", "href=\"#organCode\"");

    organ.register("甲局", "");
    HttpResponse<String> taken = organ.register("乙局", "");
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("名录中已经有使用这个代码的机关", "href=\"" + address + "\"", "乙局");
    // The same once more is no other organ: a form that was sent twice.
    assertThat(organ.register("甲局", "").uri().getQuery()).isEqualTo("done=true");

    HttpResponse<String> undated =
        organ.change("1", "SINCE", Map.of("name", "丁局", "kind", "OTHER"));
    assertThat(undated.statusCode()).isEqualTo(400);
    assertThat(undated.body()).contains("id=\"since-error\"", "value=\"丁局\"");
    HttpResponse<String> alone =
        organ.change("1", "END", Map.of("successorOrganCode", TestOrgans.OFFICE));
    assertThat(alone.body()).contains("填写了 承继机关 时必须填写");
    HttpResponse<String> itself =
        organ.change(
            "1", "CORRECT", Map.of("name", "甲局", "kind", "OTHER", "parentOrganCode", code));
    assertThat(itself.body()).contains("id=\"parentOrganCode-error\"", "不能是本机关");
    HttpResponse<String> left =
        administrator.post(
            DIRECTORY + "/" + TestOrgans.COUNTY,
            Map.of("change", "END", "seen", seen(TestOrgans.COUNTY), "validTo", "2025-06-30"));
    assertThat(left.statusCode()).isEqualTo(422);
    assertThat(left.body()).contains("id=\"validTo-error\"", "在2025-07-01仍然存续");
    HttpResponse<String> noDay = administrator.get(DIRECTORY + "?on=2024-02-30");
    assertThat(noDay.statusCode()).isEqualTo(400);
    assertThat(noDay.body()).contains("id=\"on-error\"", "value=\"2024-02-30\"");
  }

  @Test
  void where_nobody_can_choose_among_so_many_the_whole_name_is_written() throws Exception {
    organ.register("甲局", "");
    String last = fresh("Y2");
    RegisterTables.update(
        Stream.concat(
                IntStream.range(0, 601).mapToObj(n -> row(fresh("12"), "多" + n)),
                Stream.of(row(last, "多木")))
            .collect(
                Collectors.joining(
                    ", ",
                    "INSERT INTO requests.organ (code, name, kind, version, recorded_at) VALUES ",
                    "")));
    try {
      assertThat(administrator.get(address + "?change=CORRECT").body())
          .contains("名称全称，或者18位统一社会信用代码", "value=\"" + TestOrgans.COUNTY + "\"");
      assertThat(correct("1", " " + foreign() + " ").body()).contains("已保存。", foreign());
      assertThat(correct("2", foreign() + "\u200B").statusCode()).isEqualTo(400);
      // A radical that looks like the character, as PDF readers give it.
      assertThat(correct("2", "多\u2F4A").body()).contains("已保存。", "多木");
      // Behind all that could be chosen, and still what stands in the forms.
      for (String change : new String[] {"CORRECT", "SINCE"}) {
        assertThat(administrator.get(address + "?change=" + change).body())
            .contains("name=\"parentOrganCode\"", "value=\"" + last + "\"");
      }
      String tree = administrator.get(DIRECTORY).body();
      assertThat(tree).contains("下面只列出最上一级", TestOrgans.COUNTY).doesNotContain("depth1");
      assertThat(tree).contains("同级机关超过500个");
    } finally {
      RegisterTables.update(
          "UPDATE requests.organ SET parent_code = NULL WHERE code = '"
              + code
              + "'; DELETE FROM requests.organ WHERE name LIKE '多%'");
    }
  }

  private HttpResponse<String> correct(String seen, String parent) throws Exception {
    return organ.change(
        seen, "CORRECT", Map.of("name", "甲局", "kind", "OTHER", "parentOrganCode", parent));
  }

  private static String row(String organ, String name) {
    return "('" + organ + "', '" + name + "', 'OTHER', 1, now())";
  }

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), "/register");
  }
}
