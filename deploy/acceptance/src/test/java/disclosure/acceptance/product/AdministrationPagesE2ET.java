package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for administrators, in a real browser before the running stack. */
@Tag("soak")
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class AdministrationPagesE2ET {

  private static final String GOVERNMENT = "11141124012345698T";
  private static final String OFFICE = "111411240123456713";
  private static final String ORGANS = "/register/organs";
  private static final String MARKUP = "<img src=x onerror=document.title='run'>";
  private static final int LAST_YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 2;

  private static WebBrowser browser;

  private Launch stack;
  private PageSession session;
  private Page page;

  @BeforeAll
  static void start() {
    browser = WebBrowser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void open(SampleStack sample) {
    stack = sample.launch();
    use(1366, true);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void an_organ_is_registered_renamed_and_ended_by_the_keyboard() {
    String code = fresh();
    session.signIn("/register", "赵管");
    page.waitForURL("**" + ORGANS);
    session.press("a[href='/register/organs/new']");
    page.waitForURL("**/new");
    page.waitForFunction("() => document.activeElement.id === 'organCode'");
    page.keyboard().insertText(code);
    session.type("#name", "某局" + MARKUP);
    session.pick("#parentOrganCode", GOVERNMENT);
    session.press("form.sheet button");
    page.locator(".summary").waitFor();
    assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("summary");
    assertThat(page.getAttribute("#kind", "aria-invalid")).isEqualTo("true");
    assertThat(page.inputValue("#organCode")).isEqualTo(code);
    session.assertAccessible();
    session.shoot("organ-wrong");
    session.pick("#kind", "DEPARTMENT");
    session.press("form.sheet button");
    page.waitForURL("**/" + code + "?done=true");
    assertThat(page.locator("h1").textContent()).isEqualTo("某局" + MARKUP);
    assertThat(page.locator("main img").count()).isZero();

    session.press("a[href*='change=SINCE']");
    page.waitForURL("**change=SINCE**");
    session.type("#since", "2024年3月4日");
    session.type("#name", "新局");
    session.press("form.sheet button");
    page.waitForURL("**?done=true");
    assertThat(page.locator("main").textContent()).contains("2024年3月3日", "某局" + MARKUP);
    assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo("已保存。");
    session.press("a[href*='change=END']");
    page.waitForURL("**change=END**");
    session.type("#validTo", "2025年");
    session.press("form.sheet button");
    page.locator("#validTo-error").waitFor();
    assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("summary");
    session.type("#validTo", "2025-12-31");
    session.pick("#successorOrganCode", OFFICE);
    session.press("form.sheet button");
    page.waitForURL("**?done=true");
    assertThat(page.locator("dl.pairs").textContent()).contains("2025年12月31日", "临县人民政府办公室");
    session.assertAccessible();
    session.shoot("organ-ended");
    page.navigate(session.front(ORGANS + "?on=2025-12-31&top=" + GOVERNMENT));
    assertThat(page.locator("table.list").textContent()).contains("新局");
    page.navigate(session.front(ORGANS + "?on=2026-01-01&top=" + GOVERNMENT));
    assertThat(page.locator("table.list").textContent()).doesNotContain("新局");
    assertThat(page.title()).doesNotContain("run");
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void in_two_windows_the_second_is_shown_what_the_first_did_and_loses_nothing() {
    session.signIn(ORGANS + "/new", "赵管");
    String address = register(fresh());
    page.navigate(session.front(address + "?change=CORRECT"));
    Page other = page.context().newPage();
    other.navigate(session.front(address + "?change=CORRECT"));
    other.fill("#name", "先改的名称");
    other.locator("form.sheet button").click();
    other.waitForURL("**?done=true");
    page.fill("#name", "后改的名称");
    page.locator("form.sheet button").click();
    page.getByText("这个机关刚刚被他人更改").waitFor();
    assertThat(page.locator(".summary").textContent()).contains("名称：先改的名称");
    assertThat(page.inputValue("#name")).isEqualTo("后改的名称");
    session.assertAccessible();
    session.shoot("organ-changed");
    page.locator("form.sheet button").click();
    page.waitForURL("**?done=true");
    assertThat(page.locator("h1").textContent()).isEqualTo("后改的名称");
  }

  @Test
  void a_year_is_announced_without_script() {
    session.close();
    use(1366, false);
    session.signIn("/register/calendar", "赵管");
    page.fill("#year", "" + LAST_YEAR);
    page.getByText("打开", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("尚未登记").waitFor();
    page.locator("a[href*='change=true']").click();
    page.fill("#notice", "关于节假日安排的通知");
    page.fill("#days", "1月1日 放假 元旦\n5月1日至5月2日 放假");
    page.locator("form.sheet button").click();
    assertThat(page.locator("#days-error").textContent()).startsWith("第2行");
    page.fill("#days", "1月1日 放假 元旦\n5月1日至5月2日 放假 劳动节\n10月1日至10月3日 放假 国庆节");
    page.locator("form.sheet button").click();
    page.waitForURL("**?done=true");
    assertThat(page.locator("table.list").textContent()).contains("10月1日", "国庆节", "3天");
  }

  @Test
  void who_revealed_an_applicant_is_found() {
    session.signIn("/register?view=all", "李忠");
    page.locator("table.list tbody a").first().click();
    page.waitForURL("**/register/applications/**");
    String address = page.url().replaceFirst("\\?.*", "");
    page.getByText("查看申请人信息", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/applicant");
    session.close();
    use(1366, true);
    session.signIn("/register/audit", "赵管");
    page.getByText("谁查看过申请人信息").click();
    page.waitForURL("**action=APPLICANT_READ");
    page.fill("#subject", address);
    page.getByText("查找", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**subject=**");
    assertThat(page.locator("table.list tbody").textContent())
        .contains("li.zhong", "查看申请人信息", "临县人民政府办公室");
    session.assertAccessible();
    session.shoot("audit");
  }

  @Test
  void who_is_no_administrator_has_none_of_it() {
    session.signIn("/register", "王静");
    assertThat(page.locator("main").textContent()).doesNotContain("系统管理");
    for (String address :
        new String[] {ORGANS, "/register/calendar", "/register/audit", "/register/parked"}) {
      assertThat(page.navigate(session.front(address)).status()).as(address).isEqualTo(403);
      assertThat(page.locator("main").textContent()).contains("您的账号没有查看本页的权限");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 390})
  void every_view_is_accessible(int width) {
    session.close();
    use(width, true);
    session.signIn(ORGANS + "/new", "赵管");
    String organ = register(fresh());
    show(ORGANS, "organs-" + width);
    show(ORGANS + "?name=无此机关", "organs-none-" + width);
    show(ORGANS + "?on=2024-02-30", "organs-wrong-" + width);
    show(ORGANS + "/new", "organ-new-" + width);
    show(organ, "organ-" + width);
    for (String change : new String[] {"SINCE", "END", "CORRECT"}) {
      show(organ + "?change=" + change, "organ-" + change + "-" + width);
    }
    show("/register/calendar", "calendar-" + width);
    show("/register/calendar/2026", "calendar-2026-" + width);
    show("/register/calendar/2026?change=true", "calendar-change-" + width);
    show("/register/calendar/2026/divisions/141124", "calendar-place-" + width);
    show("/register/audit", "audit-" + width);
    show("/register/audit?to=2020-01-01", "audit-none-" + width);
    show("/register/audit?action=none", "audit-wrong-" + width);
    show("/register/parked", "parked-" + width);
    assertThat(session.complaints()).isEmpty();
  }

  private void show(String address, String picture) {
    page.navigate(session.front(address));
    session.assertAccessible();
    session.shoot(picture);
  }

  /** From the page of a new one. */
  private String register(String code) {
    page.fill("#organCode", code);
    page.fill("#name", "某局" + code);
    page.selectOption("#kind", "OTHER");
    page.selectOption("#parentOrganCode", OFFICE);
    page.locator("form.sheet button").click();
    page.waitForURL("**?done=true");
    return ORGANS + "/" + code;
  }

  private void use(int width, boolean script) {
    session = new PageSession(stack, browser, "administration-pages", width, script);
    page = session.page();
  }

  private static String fresh() {
    String first17 =
        String.format(
            Locale.ROOT, "11141124%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    return first17 + OrganCode.checkCharacter(first17);
  }
}
