package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import disclosure.requests.contract.OrganCode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register's pages as clerks use them, in a real browser before the running stack. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class RegisterPagesE2ET {

  private static final String OFFICE = "111411240123456713";
  private static final String OWN = organ("11141124911234567");
  private static final String FOREIGN = organ("11141124921234567");
  private static final String MARKUP = "<img src=x onerror=document.title='run'>";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

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
    make(OWN, "某股" + MARKUP, OFFICE);
    make(FOREIGN, "邻县某局", "");
    use(1366, true);
  }

  @AfterEach
  void close() {
    session.close();
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
  void what_is_filled_in_outlives_the_session() {
    session.signIn("/register/new", "李忠");
    String number = "过期-" + UUID.randomUUID();
    page.selectOption("#organCode", OWN);
    page.selectOption("#channel", "FAX");
    page.fill("#sourceReference", number);
    page.selectOption("[id='applicant.type']", "NATURAL_PERSON");
    page.fill("[id='applicant.name']", "孙七\"" + MARKUP);
    page.context().clearCookies();
    page.locator("form.sheet button").click();
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
    page.locator("form.sheet button").click();
    page.waitForURL("**registered=**");
    page.getByText("退出登录").click();
    page.waitForURL(url -> url.startsWith(session.front("/?")));
    page.navigate(session.front("/dashboard"));
    assertThat(page.url()).startsWith(session.issuer());
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 390})
  void every_view_is_accessible(int width) throws Exception {
    session.close();
    use(width, true);
    String id = id(post(OWN, "宽-" + UUID.randomUUID(), TODAY.minusDays(10)));
    session.signIn("/register", "李忠");
    session.assertAccessible();
    session.shoot("worklist-" + width);
    page.navigate(session.front("/register/new"));
    session.assertAccessible();
    session.shoot("new-" + width);
    page.navigate(session.front("/register/applications/" + id));
    session.assertAccessible();
    session.shoot("application-" + width);
    byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (PDDocument document = Loader.loadPDF(printed)) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
    }
    Files.write(session.shots().resolve("application-" + width + ".pdf"), printed);
    for (String step : new String[] {"CONCLUDED", "FEE_NOTIFIED", "RECEIPT_CORRECTED"}) {
      page.navigate(session.front("/register/applications/" + id + "?step=" + step));
      session.assertAccessible();
      session.shoot(step + "-" + width);
    }
  }

  private void use(int width, boolean script) {
    session = new PageSession(stack, browser, "register-pages", width, script);
    page = session.page();
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
