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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory of organs on its pages, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class OrganPagesIT {

  private static final String MARKUP = "<b>局";

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
  void an_organ_is_registered_and_stands_in_the_tree_below_its_parent() throws Exception {
    HttpResponse<String> registered = organ.register(MARKUP, "2020-03-02");
    assertThat(registered.uri().toString()).endsWith(address + "?done=true");
    assertThat(registered.body())
        .contains("<p class=\"note\" role=\"status\" tabindex=\"-1\" autofocus>已保存。</p>")
        .contains("&lt;b&gt;局", "2020年3月2日", "临县人民政府", "登记的经过")
        .doesNotContain(MARKUP);

    String below = administrator.get(DIRECTORY + "?top=" + TestOrgans.COUNTY).body();
    assertThat(below).contains(address, TestOrgans.OFFICE, "临县人民政府的下级机关");
    // On the eve it wasn't there yet.
    assertThat(administrator.get(DIRECTORY + "?on=2020-03-01&top=" + TestOrgans.COUNTY).body())
        .contains(TestOrgans.OFFICE, "2020年3月1日")
        .doesNotContain(address);
    assertThat(administrator.get(DIRECTORY + "?name=%3Cb%3E").body()).contains(address, "按名称查找的结果");
    assertThat(administrator.get(DIRECTORY + "?top=" + code).body()).contains("这一天没有这样的机关");
  }

  @Test
  void the_whole_directory_is_a_tree() throws Exception {
    String name = "树" + code;
    organ.register(name, "");
    String child = fresh("12");
    put(child, "下" + code, code);
    String below = administrator.get(DIRECTORY + "?top=" + TestOrgans.COUNTY).body();
    assertThat(below)
        .containsPattern("<th scope=\"row\" class=\"depth1\"><a href=\"" + DIRECTORY + "/" + child)
        .containsPattern("(?s)" + code + ".*" + child)
        .contains("top=" + code + "\" aria-label=\"" + name + "的下级\"");
  }

  @Test
  void an_organ_is_renamed_and_moved_from_a_day_on() throws Exception {
    organ.register("甲局", "");
    assertThat(administrator.get(address).body())
        .contains("?change=SINCE#form", "?change=END#form", "?change=CORRECT#form");
    assertThat(administrator.get(address + "?change=SINCE").body())
        .contains("name=\"seen\" value=\"&quot;1&quot;\"", "value=\"甲局\"")
        .contains("<form method=\"post\" action=\"" + address + "\"");
    HttpResponse<String> renamed =
        organ.change(
            "1",
            "SINCE",
            Map.of(
                "since", "2024年3月4日",
                "name", "乙局",
                "kind", "OTHER",
                "parentOrganCode", TestOrgans.FOREIGN));
    assertThat(renamed.uri().getQuery()).isEqualTo("done=true");
    assertThat(renamed.body()).contains("<h1>乙局</h1>", "2024年3月3日", "甲局", foreign(), "临县人民政府");
    assertThat(administrator.get(DIRECTORY + "?on=2024-03-03&top=" + TestOrgans.COUNTY).body())
        .contains("甲局");
    assertThat(administrator.get(DIRECTORY + "?on=2024-03-04&top=" + TestOrgans.FOREIGN).body())
        .contains(address, "乙局");
  }

  @Test
  void an_organ_is_merged_into_another_and_back() throws Exception {
    organ.register("甲局", "2020-01-01");
    HttpResponse<String> ended =
        organ.change(
            "1", "END", Map.of("validTo", "2024-12-31", "successorOrganCode", TestOrgans.OFFICE));
    assertThat(ended.uri().getQuery()).isEqualTo("done=true");
    assertThat(ended.body()).contains("终止日期", "2024年12月31日（已终止）", "承继机关", "临县人民政府办公室");
    assertThat(administrator.get(DIRECTORY + "?on=2025-01-01&top=" + TestOrgans.COUNTY).body())
        .doesNotContain(address);
    HttpResponse<String> again = organ.change("2", "END", Map.of());
    assertThat(again.body()).contains("2020年1月1日").doesNotContain("<dt>终止日期</dt>");
  }

  @Test
  void who_only_took_another_over_has_nothing_below() throws Exception {
    organ.register("甲局", "");
    String successor = fresh("12");
    put(successor, "接" + successor, TestOrgans.COUNTY);
    organ.change("1", "END", Map.of("validTo", "2024-12-31", "successorOrganCode", successor));
    String tree = DIRECTORY + "?on=2025-01-01&top=" + TestOrgans.COUNTY;
    String link = "top=" + successor + "\" aria-label";
    assertThat(administrator.get(tree).body())
        .contains(DIRECTORY + "/" + successor)
        .doesNotContain(link);
    // What was below the other one is below it now.
    put(fresh("12"), "下" + successor, code);
    assertThat(administrator.get(tree).body()).contains(link);
  }

  @Test
  void below_an_organ_another_is_registered() throws Exception {
    organ.register("甲局", "");
    assertThat(administrator.get(address).body())
        .contains("href=\"" + DIRECTORY + "/new?parentOrganCode=" + code + "\"");
    assertThat(administrator.get(DIRECTORY + "/new?parentOrganCode=" + code).body())
        .contains("value=\"" + code + "\"");
  }

  @Test
  void of_two_administrators_the_second_is_shown_what_the_first_put_and_loses_nothing()
      throws Exception {
    organ.register("甲局", "2020-01-01");
    SignedIn deputy = as("deputy");
    Map<String, String> ending = Map.of("change", "END", "seen", "\"1\"", "validTo", "2025-06-30");
    assertThat(organ.change("1", "CORRECT", Map.of("name", "丙局", "kind", "OTHER")).uri().getQuery())
        .isEqualTo("done=true");

    HttpResponse<String> told = deputy.post(address, ending);
    assertThat(told.statusCode()).isEqualTo(412);
    assertThat(told.body())
        .contains("这个机关刚刚被他人更改", "名称：丙局", "value=\"2025-06-30\"")
        .contains("name=\"seen\" value=\"&quot;2&quot;\"");
    Map<String, String> knowingly = new HashMap<>(ending);
    knowingly.put("seen", "\"2\"");
    assertThat(deputy.post(address, knowingly).body()).contains("<h1>丙局</h1>", "2025年6月30日");
    knowingly.remove("seen");
    knowingly.put("validTo", "2026-06-30");
    assertThat(deputy.post(address, knowingly).statusCode()).isEqualTo(412);
  }

  @Test
  void rights_are_those_of_the_api() throws Exception {
    organ.register("甲局", "");
    SignedIn clerk = as("clerk");
    for (String page : new String[] {DIRECTORY, DIRECTORY + "/new", address}) {
      HttpResponse<String> refused = clerk.get(page);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("您的账号没有查看本页的权限").doesNotContain("甲局");
    }
    assertThat(clerk.post(address, Map.of("change", "END", "seen", "\"1\"")).statusCode())
        .isEqualTo(403);
    assertThat(clerk.get("/register").body()).doesNotContain("系统管理");
    assertThat(as("all-rounder").get("/register").body())
        .contains("<a class=\"button quiet\" href=\"" + DIRECTORY + "\">系统管理</a>");
    assertThat(as("all-rounder").get(DIRECTORY).body()).contains("返回待办");
    assertThat(administrator.get("/register").uri().getPath()).isEqualTo(DIRECTORY);

    SignedIn county = as("county-administrator");
    HttpResponse<String> foreign =
        county.post(
            DIRECTORY + "/" + TestOrgans.FOREIGN,
            Map.of(
                "change", "CORRECT",
                "seen", seen(TestOrgans.FOREIGN),
                "name", "改",
                "kind", "GOVERNMENT"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    HttpResponse<String> below =
        county.post(
            DIRECTORY + "/new",
            Map.of(
                "organCode",
                fresh("12"),
                "name",
                "新局",
                "kind",
                "OTHER",
                "parentOrganCode",
                TestOrgans.FOREIGN));
    assertThat(below.statusCode()).isEqualTo(403);
    assertThat(below.body()).contains("id=\"parentOrganCode-error\"", "不在授权的行政机关范围内");
    assertThat(administrator.get(DIRECTORY + "/none").statusCode()).isEqualTo(404);
    assertThat(administrator.get(address + "?change=NONE").statusCode()).isEqualTo(404);
    assertThat(administrator.get(DIRECTORY + "?top=" + fresh("12")).statusCode()).isEqualTo(404);
  }

  private void put(String organ, String name, String parent) throws Exception {
    administrator.post(
        DIRECTORY + "/new",
        Map.of("organCode", organ, "name", name, "kind", "OTHER", "parentOrganCode", parent));
  }

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), "/register");
  }
}
