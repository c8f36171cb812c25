package disclosure.requests.page.calendar;

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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The working-day calendar on its pages, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class CalendarPagesIT {

  private static final String CALENDAR = "/register/calendar";

  /** A place of an organ that no other test has; no due date of others is touched. */
  private static final String DIVISION = "980107";

  private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 2;
  private static final String COUNTRY = CALENDAR + "/" + YEAR;
  private static final String PLACE = CALENDAR + "/2025/divisions/" + DIVISION;
  private static final String DAYS = "1月1日 放假 元旦\n5月1日至2日 放假 劳动节\n10月1日至10月3日 放假 国庆节";

  @TestHTTPResource URL service;

  private SignedIn administrator;

  @BeforeEach
  void signIn() throws Exception {
    RegisterTables.knowTestOrgans();
    RegisterTables.update(
        "INSERT INTO requests.organ (code, name, kind, version, recorded_at) VALUES ('"
            + TestOrgans.coded("11" + DIVISION + "000000001")
            + "', '某区政府', 'OTHER', 1, now()) ON CONFLICT DO NOTHING");
    forget();
    administrator = as("administrator");
  }

  @AfterEach
  void forget() {
    for (String table : new String[] {"calendar_day", "calendar_year"}) {
      RegisterTables.update(
          "DELETE FROM requests."
              + table
              + " WHERE division = '"
              + DIVISION
              + "' OR division = '' AND year = "
              + YEAR);
    }
  }

  @Test
  void the_years_are_listed_and_one_is_opened() throws Exception {
    String years = administrator.get(CALENDAR).body();
    assertThat(years).contains(CALENDAR + "/2024", "2024年", "全年工作日", "aria-current=\"page\">工作日历");
    HttpResponse<String> opened = administrator.get(CALENDAR + "?year=2026&division=");
    assertThat(opened.uri().getPath()).isEqualTo(CALENDAR + "/2026");
    assertThat(opened.body()).contains("2月15日（周日）至2月23日（周一）", "9天", "1月4日（周日）", "上班", "2026-1");
    assertThat(administrator.get(CALENDAR + "?year=2026&division=141124").uri().getPath())
        .isEqualTo(CALENDAR + "/2026/divisions/141124");
    HttpResponse<String> wrong = administrator.get(CALENDAR + "?year=19&division=x");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("id=\"year-error\"", "id=\"division-error\"", "value=\"x\"");
    assertThat(administrator.get(CALENDAR + "/1999").statusCode()).isEqualTo(400);
    assertThat(administrator.get(CALENDAR + "/2026/divisions/abc").statusCode()).isEqualTo(404);
  }

  @Test
  void a_year_is_announced_and_changed() throws Exception {
    assertThat(administrator.get(COUNTRY).body()).contains("尚未登记", "登记放假安排", "暂定");
    assertThat(administrator.get(COUNTRY + "?change=true").body())
        .contains("name=\"seen\" value=\"\"", "<textarea id=\"days\"");
    HttpResponse<String> announced = put(COUNTRY, "", "通知<b>", DAYS);
    assertThat(announced.uri().getQuery()).isEqualTo("done=true");
    assertThat(announced.body())
        .contains("已保存。", "通知&lt;b&gt;", YEAR + "-1", "5月1日", "3天", "劳动节", "更改放假安排");
    assertThat(administrator.get(COUNTRY + "?change=true").body())
        .contains("name=\"seen\" value=\"&quot;1&quot;\"", "5月1日至5月2日 放假 劳动节");
    assertThat(put(COUNTRY, "\"1\"", "通知乙", DAYS).body()).contains("通知乙", YEAR + "-2");
  }

  @Test
  void a_place_has_days_of_its_own() throws Exception {
    assertThat(administrator.get(CALENDAR).body()).doesNotContain(PLACE);
    assertThat(administrator.get(PLACE).body()).contains("没有登记地方性节假日", DIVISION);
    assertThat(put(PLACE, "", "壮族三月三", "3月31日至4月1日 放假 三月三").body())
        .contains("已保存。", "3月31日（周一）至4月1日（周二）");
    assertThat(administrator.get(CALENDAR).body()).contains(PLACE, "壮族三月三");
    HttpResponse<String> mistyped =
        put(CALENDAR + "/2025/divisions/989898", "", "某", "3月31日 放假 三月三");
    assertThat(mistyped.statusCode()).isEqualTo(422);
    assertThat(mistyped.body()).contains("名录中没有行政区划代码为989898的行政机关");
  }

  @Test
  void of_two_administrators_the_second_is_shown_what_the_first_put_and_loses_nothing()
      throws Exception {
    SignedIn deputy = as("deputy");
    put(PLACE, "", "甲通知", "3月31日 放假 三月三");
    // The deputy saw a place without days of its own.
    HttpResponse<String> told = deputy.post(PLACE, filled("", "乙通知", "4月1日 放假 三月三"));
    assertThat(told.statusCode()).isEqualTo(412);
    assertThat(told.body())
        .contains("刚刚被他人更改", "value=\"乙通知\"", "4月1日 放假 三月三</textarea>", "甲通知")
        .contains("name=\"seen\" value=\"&quot;1&quot;\"");
    // What is there already is told as saved, whoever put it.
    assertThat(deputy.post(PLACE, filled("", "甲通知", "3月31日 放假 三月三")).uri().getQuery())
        .isEqualTo("done=true");
    assertThat(deputy.post(PLACE, filled("\"1\"", "乙通知", "4月1日 放假 三月三")).body())
        .contains("2025-2", "乙通知");
    assertThat(put(PLACE, "\"1\"", "丙通知", "4月2日 放假 三月三").statusCode()).isEqualTo(412);
  }

  @Test
  void what_is_wrong_stands_beside_its_field_with_its_line() throws Exception {
    HttpResponse<String> empty = put(COUNTRY, "", "", "");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("id=\"notice-error\"", "id=\"days-error\"");
    HttpResponse<String> unread = put(COUNTRY, "", "", "1月1日 放假 元旦\n十三月 放假");
    assertThat(unread.body()).contains("id=\"notice-error\"", "第2行应写明日期", "十三月 放假</textarea>");
    HttpResponse<String> wrong =
        put(COUNTRY, "", "通知", "1月1日 放假 元旦\n1月1日 放假 元旦\n" + weekday() + " 上班 元旦");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("第2行日期重复出现", "第3行调休上班日应为周六或者周日", "缺少法定节假日")
        .contains("href=\"#days\"");
  }

  @Test
  void rights_are_those_of_the_api() throws Exception {
    assertThat(as("clerk").get(CALENDAR).statusCode()).isEqualTo(403);
    SignedIn county = as("county-administrator");
    assertThat(county.get(CALENDAR).statusCode()).isEqualTo(200);
    assertThat(county.get(PLACE + "?change=true").body()).doesNotContain("<textarea", "登记放假安排");
    assertThat(county.post(PLACE, filled("", "甲通知", "3月31日 放假 三月三")).statusCode()).isEqualTo(403);
    assertThat(administrator.get(PLACE).body()).doesNotContain("甲通知");
  }

  private static String weekday() {
    LocalDate day = LocalDate.of(YEAR, 1, 10);
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    return day.toString();
  }

  private HttpResponse<String> put(String address, String seen, String notice, String days)
      throws Exception {
    return administrator.post(address, filled(seen, notice, days));
  }

  private static Map<String, String> filled(String seen, String notice, String days) {
    return new HashMap<>(Map.of("seen", seen, "notice", notice, "days", days));
  }

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), "/register");
  }
}
