package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import disclosure.requests.contract.OrganCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register's pages as clerks use them, in a real browser before the running stack. */
class RegisterPagesE2ET extends SamplePages {

  private static final String OFFICE = "111411240123456713";
  private static final String OWN = organ("11141124911234567");
  private static final String FOREIGN = organ("11141124921234567");
  private static final String MARKUP = "<img src=x onerror=document.title='run'>";
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final FilePayload LEDGER =
      ledger("图-1,公民,网上,2024-01-05,批复\n图-2,外星人,网上,2024-02-30,\n图-3,公民,飞鸽,2024-03-05,道路");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  RegisterPagesE2ET() {
    super("register-pages");
  }

  @Override
  void prepare() {
    make(OWN, "某股" + MARKUP, OFFICE);
    make(FOREIGN, "邻县某局", "");
  }

  @Test
  void an_application_is_registered_and_concluded_by_the_keyboard_and_counted_on_the_dashboard() {
    session.signIn("/register", "李忠");
    Page dashboard = page.context().newPage();
    dashboard.navigate(session.front("/dashboard?organ=" + OWN + "&year=" + TODAY.getYear()));
    dashboard.getByText("实时更新中").waitFor();
    Locator disclosed = dashboard.locator("td[data-cell='DISCLOSED/NATURAL_PERSON']");
    long before = Long.parseLong(disclosed.textContent());
    String number = "键盘-" + UUID.randomUUID();

    session.press("a[href='/register/new']");
    page.waitForURL("**/register/new");
    page.waitForFunction("() => document.activeElement.id === 'sourceReference'");
    long began = System.nanoTime();
    page.keyboard().insertText(number);
    session.pick("[id='applicant.type']", "NATURAL_PERSON");
    session.type("[id='applicant.name']", "张三" + MARKUP);
    session.type("[id='subject']", "乡村道路建设的批准文件" + MARKUP);
    session.press("form.sheet button");
    // The organ and the channel were left out: they are named, and all else is kept.
    page.locator(".summary").waitFor();
    assertThat(page.inputValue("#sourceReference")).isEqualTo(number);
    assertThat(page.getAttribute("#channel", "aria-invalid")).isEqualTo("true");
    session.assertAccessible();
    session.shoot("new-wrong");
    session.press(".summary a[href='#organCode']");
    session.pick("#organCode", OWN);
    session.pick("#channel", "ONLINE");
    session.press("form.sheet button");
    page.waitForURL("**registered=**");
    System.out.printf(
        "An application was registered by the keyboard in %d ms, a mistake among them.%n",
        Duration.ofNanos(System.nanoTime() - began).toMillis());
    assertThat(page.url()).doesNotContain("%E5%BC%A0");
    assertThat(page.inputValue("#organCode")).isEqualTo(OWN);
    assertThat(page.inputValue("#channel")).isEqualTo("ONLINE");
    assertThat(page.inputValue("#sourceReference")).isEmpty();
    session.assertAccessible();
    session.shoot("new-next");

    session.back(".note a");
    page.keyboard().press("Enter");
    page.waitForURL("**/register/applications/**");
    assertThat(page.locator("h1").textContent()).contains(number);
    assertThat(page.locator("main").textContent())
        .contains("乡村道路建设的批准文件" + MARKUP, "某股" + MARKUP)
        .doesNotContain("张三");
    assertThat(page.title()).doesNotContain("run");
    session.press("a[href*='step=THIRD_PARTY_CONSULTED']");
    page.waitForURL("**step=THIRD_PARTY_CONSULTED**");
    assertThat(page.inputValue("#on")).isEqualTo(TODAY.toString());
    session.press("#step button");
    page.waitForURL("**done=true*");
    assertThat(page.locator("ol.timeline").textContent()).contains("1. 征求第三方意见");
    assertThat(page.locator("a[href*='step=THIRD_PARTY_REPLIED']").count()).isEqualTo(1);
    session.press("a[href*='step=THIRD_PARTY_REPLIED']");
    page.waitForURL("**step=THIRD_PARTY_REPLIED**");
    session.pick("#opinion", "AGREES");
    session.press("#step button");
    page.waitForURL("**done=true*");
    session.press("a[href*='step=CONCLUDED']");
    page.waitForURL("**step=CONCLUDED**");
    session.pick("#outcome", "DISCLOSED");
    session.type("#documentNumber", "某府公开〔2026〕1号");
    session.shoot("step");
    session.assertAccessible();
    session.press("#step button");
    page.waitForURL("**done=true*");
    assertThat(page.locator("h1").textContent()).contains("已办结");
    assertThat(page.locator("a[href$='step=CONCLUDED#step']").count()).isZero();
    session.assertAccessible();
    session.shoot("concluded");

    dashboard.bringToFront();
    await()
        .atMost(SOON)
        .until(() -> disclosed.textContent(), count -> Long.parseLong(count) == before + 1);
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void the_worklist_says_what_is_due_and_why_and_finds() {
    String number = register(OWN, "清单-" + UUID.randomUUID(), TODAY.minusDays(60));
    session.signIn("/register?organ=" + OWN, "李忠");

    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
    assertThat(row.textContent())
        .contains("已超期", "个工作日", "收到", "《条例》第三十三条", "办理中")
        .doesNotContain("赵六");
    assertThat(row.locator("img").count()).isZero();
    session.assertAccessible();
    session.shoot("worklist");
    page.selectOption("#view", "all");
    page.fill("#sourceReferencePrefix", number);
    page.getByText("筛选", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**view=all**");
    assertThat(page.locator("table.list tbody tr").count()).isEqualTo(1);
    assertThat(page.inputValue("#sourceReferencePrefix")).isEqualTo(number);

    page.fill("#applicantName", "赵六");
    page.getByText("按申请人查找", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("按申请人查找的结果").first().waitFor();
    assertThat(page.url()).isEqualTo(session.front("/register/search"));
    assertThat(page.locator("table.list tbody").textContent()).contains(number);
    session.assertAccessible();
    page.fill("#applicantName", "");
    page.getByText("按申请人查找", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("#applicantName-error").waitFor();
    assertThat(page.navigate(session.front("/register?view=none")).status()).isEqualTo(400);
    assertThat(page.locator("#view-error").textContent()).startsWith("请从列表中选择：“待办：按答复期限”");
    session.assertAccessible();
    page.navigate(session.front("/register?organ=" + OWN + "&handler=无此人"));
    page.getByText("没有符合条件的申请。").waitFor();
    session.assertAccessible();
    session.shoot("empty");
  }

  @Test
  void what_another_organ_has_is_answered_as_what_is_not_there() {
    String foreign = id(post(FOREIGN, "外-" + UUID.randomUUID(), TODAY));
    session.signIn("/register", "王静");
    String unknown = main("/register/applications/" + UUID.randomUUID(), 404);
    assertThat(main("/register/applications/" + foreign, 404)).isEqualTo(unknown);
    assertThat(main("/register/applications/none", 404)).isEqualTo(unknown);
    session.assertAccessible();
    session.shoot("refused");
    String none = main("/register?organ=" + organ("11141124939876543"), 404);
    assertThat(main("/register?organ=" + FOREIGN, 404)).isEqualTo(none).doesNotContain("邻县");
    session.assertAccessible();
    APIResponse posted =
        page.request()
            .post(
                session.front("/register/applications/" + foreign + "/steps"),
                form(Map.of("type", "EXTENDED", "on", TODAY.toString(), "workingDays", "20")));
    assertThat(posted.status()).isEqualTo(404);
    APIResponse registered =
        page.request()
            .post(
                session.front("/register/new"),
                form(
                    Map.of(
                        "organCode", FOREIGN,
                        "sourceReference", "外",
                        "receivedOn", TODAY.toString(),
                        "channel", "FAX",
                        "applicant.type", "NATURAL_PERSON")));
    assertThat(registered.status()).isEqualTo(403);
    assertThat(registered.text()).contains("不在授权的行政机关范围内");
  }

  @Test
  void a_form_that_is_sent_twice_registers_once() {
    session.signIn("/register/new", "李忠");
    Map<String, String> filled =
        new HashMap<>(
            Map.of(
                "key",
                UUID.randomUUID().toString(),
                "organCode",
                OWN,
                "sourceReference",
                "双击-" + UUID.randomUUID(),
                "receivedOn",
                TODAY.toString(),
                "channel",
                "FAX",
                "applicant.type",
                "NATURAL_PERSON"));
    String first = location(filled);
    assertThat(location(filled)).isEqualTo(first);

    filled.put("sourceReference", "双击-" + UUID.randomUUID());
    APIResponse other = page.request().post(session.front("/register/new"), form(filled));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text()).contains("本页刚才已经登记过一件申请", filled.get("sourceReference"));
  }

  @Test
  void in_two_windows_the_second_is_shown_what_the_first_did_and_loses_nothing() {
    String address = "/register/applications/" + id(post(OWN, "两人-" + UUID.randomUUID(), TODAY));
    session.signIn(address + "?step=EXTENDED", "李忠");
    Page other = page.context().newPage();
    other.navigate(session.front(address + "?step=FEE_NOTIFIED"));
    other.selectOption("#basis", "BY_PAGE");
    other.fill("#amount", "40");
    other.locator("#step button").click();
    other.waitForURL("**done=true*");

    page.fill("#workingDays", "20");
    page.fill("#approvedBy", "办公室主任");
    page.locator("#step button").click();
    page.getByText("您在另一窗口刚刚修改了这件申请").waitFor();
    assertThat(page.locator(".summary").textContent()).contains("1. 收费通知", "li.zhong");
    assertThat(page.inputValue("#workingDays")).isEqualTo("20");
    assertThat(page.inputValue("#approvedBy")).isEqualTo("办公室主任");
    session.assertAccessible();
    session.shoot("changed");
    page.locator("#step button").click();
    page.waitForURL("**done=true*");
    assertThat(page.locator("ol.timeline").textContent()).contains("1. 收费通知", "2. 延长答复期限");
  }

  @Test
  void a_wrong_step_is_named_beside_its_field_and_a_wrong_one_is_corrected_and_struck() {
    String address = "/register/applications/" + id(post(OWN, "更正-" + UUID.randomUUID(), TODAY));
    session.signIn(address + "?step=EXTENDED", "李忠");
    page.fill("#on", TODAY.plusDays(1).toString());
    page.fill("#workingDays", "二十");
    page.locator("#step button").click();
    page.locator("#workingDays-error").waitFor();
    assertThat(page.locator("#workingDays-error").textContent()).isEqualTo("应为整数");
    page.fill("#workingDays", "15");
    page.fill("#approvedBy", "主任");
    page.locator("#step button").click();
    page.locator("#on-error").waitFor();
    assertThat(page.locator("#on-error").textContent()).isEqualTo("日期晚于今天");
    page.locator(".summary a").first().click();
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("on");
    session.assertAccessible();
    session.shoot("step-wrong");
    page.fill("#on", TODAY.toString());
    page.locator("#step button").click();
    page.waitForURL("**done=true*");

    page.getByText("更正第1个环节").click();
    page.waitForURL("**corrects=1**");
    assertThat(page.inputValue("#workingDays")).isEqualTo("15");
    page.fill("#workingDays", "20");
    page.locator("#step button").click();
    page.waitForURL("**done=true*");
    assertThat(page.locator("li.gone").textContent()).contains("1. 延长答复期限", "不再有效");
    page.getByText("撤销第2个环节").click();
    page.waitForURL("**corrects=2**");
    page.fill("#reason", "误登");
    page.locator("#step button").click();
    page.waitForURL("**done=true*");
    assertThat(page.locator("a[href*='step=EXTENDED']").count()).isEqualTo(1);
    page.navigate(session.front(address + "?step=RECEIPT_CORRECTED"));
    page.fill("#subject", "桥梁" + MARKUP);
    page.fill("#reason", "误填");
    page.locator("#step button").click();
    page.waitForURL("**done=true*");
    assertThat(page.locator("main").textContent()).contains("桥梁" + MARKUP);
    session.assertAccessible();
    session.shoot("corrected");
  }

  @Test
  void what_is_filled_in_outlives_the_session() {
    session.signIn("/register/new", "李忠");
    String number = "过期-" + UUID.randomUUID();
    page.selectOption("#organCode", OWN);
    page.selectOption("#channel", "FAX");
    page.fill("#sourceReference", number);
    page.selectOption("[id='applicant.type']", "NATURAL_PERSON");
    page.fill("[id='applicant.name']", "孙七\"" + MARKUP);
    page.context().clearCookies();
    page.locator("form.sheet button:not([name])").click();
    page.getByText("登录已过期，所填内容尚未提交").waitFor();
    session.assertAccessible();
    session.shoot("expired");
    Page again = page.context().waitForPage(() -> page.getByText("重新登录（在新窗口中打开）").click());
    session.choose(again, "李忠");
    page.getByText("重新提交所填内容").click();
    page.waitForURL("**registered=**");
    assertThat(page.locator(".note").textContent()).contains(number);
  }

  @Test
  void who_has_another_post_has_no_register_and_without_script_it_works() {
    session.close();
    use(1366, false);
    session.signIn("/register", "张文");
    assertThat(page.locator("main").textContent()).contains("您的账号没有查看本页的权限");
    session.close();
    use(1366, false);
    session.signIn("/register/new", "李忠");
    page.selectOption("#organCode", OWN);
    page.selectOption("#channel", "FAX");
    page.fill("#sourceReference", "无脚本-" + UUID.randomUUID());
    page.selectOption("[id='applicant.type']", "NATURAL_PERSON");
    page.locator("form.sheet button:not([name])").click();
    page.waitForURL("**registered=**");
    page.getByText("退出登录").click();
    page.waitForURL(url -> url.startsWith(session.front("/?")));
    page.navigate(session.front("/dashboard"));
    assertThat(page.url()).startsWith(session.issuer());
  }

  @ParameterizedTest
  @CsvSource({"1366, zh-CN", "390, zh-CN", "1366, en-GB", "390, en-GB"})
  void every_view_is_accessible(int width, String language) throws Exception {
    session.close();
    use(width, true, language);
    String id = id(post(OWN, "宽-" + UUID.randomUUID(), TODAY.minusDays(10)));
    String application = "/register/applications/" + id;
    session.signIn("/register", "李忠");
    look("worklist", width, language);
    look("/register/new", "new", width, language);
    look(application, "application", width, language);
    byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (PDDocument document = Loader.loadPDF(printed)) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
    }
    Files.write(session.shots().resolve("application-" + width + ".pdf"), printed);
    for (String step : List.of("CONCLUDED", "FEE_NOTIFIED", "RECEIPT_CORRECTED")) {
      look(application + "?step=" + step, step, width, language);
    }
    look(application + "/handling", "handling", width, language);
    look(application + "/disputes", "dispute-new", width, language);
    look("/register/ledger", "ledger", width, language);
    check(LEDGER);
    look("ledger-checked", width, language);
    look("/register?view=missing", "worklist-missing", width, language);
    look("/register?handler=nobody", "worklist-none", width, language);
    look("/register?view=none", "worklist-wrong", width, language);
    look("/register/applications/none", "refused", width, language);
    page.navigate(session.front(application));
    page.locator("form[action$='/applicant'] button").click();
    look("applicant", width, language);
    assertThat(session.complaints()).isEmpty();
  }

  /** On a telephone nothing of a row stands beside another. */
  @Test
  void the_reasons_of_a_due_date_have_the_width_of_a_telephone() {
    register(OWN, "手机-" + UUID.randomUUID(), TODAY.minusDays(60));
    session.close();
    use(390, true);
    session.signIn("/register?organ=" + OWN, "李忠");

    Locator reason = page.locator("table.stacked tbody td .hint").first();
    assertThat(reason.boundingBox().width).isGreaterThan(300);
    assertThat(page.locator("table.stacked tbody td[data-of='答复期限']").first().isVisible()).isTrue();
  }

  private void check(FilePayload file) {
    page.selectOption("#organ", OWN);
    page.setInputFiles("#file", file);
    page.locator("form.sheet button[value='check']").click();
    page.locator("#found-title").waitFor();
  }

  private static FilePayload ledger(String row) {
    return new FilePayload(
        "台账.csv",
        "text/csv",
        ("受理编号,申请人类别,申请渠道,收到申请日期,所需信息内容\n" + row + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String main(String address, int status) {
    Response answer = page.navigate(session.front(address));
    assertThat(answer.status()).isEqualTo(status);
    return page.locator("main").textContent();
  }

  private String location(Map<String, String> filled) {
    APIResponse answer =
        page.request().post(session.front("/register/new"), form(filled).setMaxRedirects(0));
    assertThat(answer.status()).isEqualTo(303);
    return answer.headers().get("location");
  }

  private static RequestOptions form(Map<String, String> filled) {
    FormData form = FormData.create();
    filled.forEach(form::set);
    return RequestOptions.create().setForm(form);
  }

  private static String organ(String first17) {
    return first17 + OrganCode.checkCharacter(first17);
  }

  /** Puts an organ, once, and waits until the statistics know it. */
  private void make(String organ, String name, String parent) {
    Client client = stack.client();
    Map<String, String> said = new HashMap<>(Map.of("name", name, "kind", "DEPARTMENT"));
    if (!parent.isEmpty()) {
      said.put("parentOrganCode", parent);
    }
    client.put(
        "administrator", "requests", "/organs/" + organ, Client.JSON.valueToTree(said).toString());
    await()
        .atMost(SOON)
        .until(
            () ->
                client
                    .get(
                        "analyst",
                        "statistics",
                        "/visibility?year=" + TODAY.getYear() + "&organ=" + organ)
                    .get("visible")
                    .booleanValue());
  }

  private String register(String organ, String number, LocalDate receivedOn) {
    post(organ, number, receivedOn);
    return number;
  }

  private JsonNode post(String organ, String number, LocalDate receivedOn) {
    return Client.json(
        stack
            .client()
            .post(
                "recorder",
                "requests",
                "/applications",
                """
                {"organCode": "%s", "sourceReference": "%s", "receivedOn": "%s", "channel": "ONLINE",
                 "applicant": {"type": "NATURAL_PERSON", "name": "赵六"},
                 "subject": "乡村道路%s"}
                """
                    .formatted(organ, number, receivedOn, MARKUP)));
  }

  private static String id(JsonNode answer) {
    return answer.get("id").asText();
  }
}
