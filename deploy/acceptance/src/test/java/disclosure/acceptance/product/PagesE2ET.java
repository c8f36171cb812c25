package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import disclosure.requests.contract.OrganCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The pages as people use them, in a real browser before the front door of the running stack. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class PagesE2ET {

  private static final String OFFICE = "111411240123456713";
  private static final String LINXIAN = "/dashboard?organ=" + OFFICE + "&year=2024";
  private static final String REFUSED = "没有此行政机关，或者您无权查看它的统计数据。";
  private static final String MARKUP = "某局<img src=x onerror=document.title='run'>";
  private static final String OTHER = organ("11141124901234567");
  private static final Duration SOON = Duration.ofMinutes(2);

  /** The names of all heads of a number, in the order in which it names them. */
  private static final String HEADS =
      """
      cell => document.querySelector(`td[data-cell="${cell}"]`).getAttribute('headers')
        .split(' ').map(id => document.getElementById(id).textContent.trim()).join(' / ')
      """;

  private static WebBrowser browser;

  private final List<String> complaints = new ArrayList<>();
  private Launch stack;
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
    page = open(1366, true);
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  @Test
  void the_head_of_the_office_sees_its_figures_without_a_click() {
    signIn("/dashboard", "李忠");
    assertThat(page.url()).startsWith(front("/dashboard?organ=" + OFFICE + "&year="));

    page.navigate(front(LINXIAN));
    assertThat(Figures.ofCells(page.locator("td[data-cell]").allTextContents()))
        .isEqualTo(Figures.publishedOfLinxian());
    assertThat(page.locator("caption").textContent())
        .isEqualTo("临县人民政府办公室2024年收到和处理政府信息公开申请情况：本机关");
    assertThat(page.evaluate(HEADS, "NOT_HELD/COMMERCIAL_ENTERPRISE"))
        .isEqualTo("三、本年度办理结果 / （四）无法提供 / 1.本机关不掌握相关政府信息 / 申请人情况 / 法人或其他组织 / 商业企业");
    assertThat(page.evaluate(HEADS, "CONCLUDED/TOTAL")).isEqualTo("三、本年度办理结果 / （七）总计 / 申请人情况 / 总计");
    page.getByText("实时更新中").waitFor();
    page.navigate(front(LINXIAN + "&scope=SUBTREE"));
    assertThat(page.locator("caption").textContent()).endsWith("：本机关和所有下级机关");
    page.navigate(front("/dashboard?organ=" + OFFICE + "&from=2024-01-01&to=2024-02-29"));
    assertThat(page.locator("caption").textContent()).contains("2024年1月1日至2024年2月29日");
    assertThat(complaints).isEmpty();
  }

  @Test
  void what_is_registered_changes_the_open_page_and_markup_stays_text() {
    make(OTHER, MARKUP);
    signIn("/dashboard?organ=" + OTHER, "赵管");
    assertThat(page.locator("h1").textContent()).isEqualTo(MARKUP);
    page.getByText("这一期间没有收到或者办理的申请。").waitFor();
    page.getByText("实时更新中").waitFor();
    Locator cell = page.locator("td[data-cell='NEWLY_RECEIVED/NATURAL_PERSON']");
    assertThat(cell.textContent()).isEqualTo("0");

    register(OTHER, "页面-1");
    long posted = System.nanoTime();
    page.locator("td.changed[data-cell='NEWLY_RECEIVED/NATURAL_PERSON']").waitFor();
    Duration shown = Duration.ofNanos(System.nanoTime() - posted);

    assertThat(cell.textContent()).isEqualTo("1");
    assertThat(shown).isLessThan(Duration.ofSeconds(2));
    System.out.printf("A post was on the open page after %d ms.%n", shown.toMillis());
    assertThat(page.locator("#live-told").textContent()).contains("一本年新收政府信息公开申请数量，自然人，由0变为1");
    assertThat(page.title()).contains(MARKUP);
    assertThat(page.locator("#no-figures").count()).isZero();
    shoot("live");
    page.locator("td.changed").first().waitFor(gone());
  }

  @Test
  void another_organs_address_is_refused_in_words() {
    make(OTHER, MARKUP);
    signIn(LINXIAN, "王静");
    for (String organ : List.of(OTHER, organ("11141124909876543"))) {
      Response answer = page.navigate(front("/dashboard?year=2024&organ=" + organ));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(page.locator("main").textContent()).contains(REFUSED).doesNotContain("某局");
      assertThat(page.locator("td[data-cell]").count()).isZero();
    }
    assertAccessible();
    shoot("refused");
    page.navigate(front("/dashboard?find=某局"));
    page.getByText("没有找到您可以查看的行政机关。").waitFor();
    assertThat(get("/dashboard/live?organ=" + OTHER).status()).isEqualTo(404);
    assertThat(get("/dashboard/table.csv?year=2024&organ=" + OTHER).status()).isEqualTo(404);
  }

  @Test
  void a_session_is_for_pages_alone_and_ends_everywhere() {
    signIn(LINXIAN, "李忠");
    String api = "http://localhost:" + stack.port(8082) + "/matrix?year=2024&organ=" + OFFICE;
    assertThat(cookie().httpOnly).isTrue();
    assertThat(cookie().sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(page.request().get(api).status()).isEqualTo(401);
    assertThat(page.request().get(api, bearing("made-up")).status()).isEqualTo(401);
    assertThat(page.request().get(front(LINXIAN), bearing("made-up")).status()).isEqualTo(200);
    assertThat(page.request().get(api, bearing("made-up")).status()).isEqualTo(401);
    String token = stack.client().tokenOf("analyst");
    assertThat(page.request().get(api, bearing(token)).status()).isEqualTo(200);

    page.getByText("退出登录").click();
    awaitAddress(front("/?"));
    assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
    assertThat(page.request().get(api).status()).isEqualTo(401);
    page.navigate(front(LINXIAN));
    assertThat(page.url()).startsWith(issuer());
    assertThat(
            page.request()
                .get(
                    front(LINXIAN),
                    bearing(token).setMaxRedirects(0).setHeader("X-Forwarded-Host", "evil.example"))
                .headers()
                .get("location"))
        .startsWith(issuer())
        .contains("redirect_uri=http%3A%2F%2Flocalhost%3A" + stack.port(8080))
        .contains("code_challenge=");
  }

  @Test
  void a_form_of_another_origin_is_refused() throws Exception {
    signIn(LINXIAN, "李忠");
    try (PageServer other = PageServer.start()) {
      page.navigate(other.origin());
      Response answer =
          page.waitForResponse(
              response -> response.url().endsWith("/logout"),
              () ->
                  page.evaluate(
                      """
                      address => {
                        const form = document.createElement('form');
                        form.method = 'post';
                        form.action = address;
                        document.body.append(form);
                        form.submit();
                      }
                      """,
                      front("/dashboard/logout")));
      assertThat(answer.status()).isEqualTo(403);
      page.waitForURL("**/logout");
      page.navigate(other.origin());
      Response followed =
          page.waitForResponse(
              response -> response.url().endsWith("/logout"),
              () ->
                  page.evaluate("address => { location = address; }", front("/dashboard/logout")));
      assertThat(followed.status()).isEqualTo(303);
      page.waitForURL("**/dashboard*");
    }
    page.navigate(front(LINXIAN));
    assertThat(page.url()).isEqualTo(front(LINXIAN));
  }

  @Test
  void a_wrong_parameter_is_named_beside_its_field_and_kept() {
    signIn(LINXIAN, "李忠");
    page.fill("#year", "20244");
    page.getByText("按年查看").click();
    page.waitForURL("**year=20244");

    assertThat(page.locator("#year").inputValue()).isEqualTo("20244");
    assertThat(page.locator("#year").getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.locator("#year-error").textContent()).startsWith("应为2008至");
    page.locator(".summary a").click();
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("year");
    assertAccessible();
    shoot("wrong");

    Response unknown = page.navigate(front(LINXIAN + "&%3Cb%3E=1"));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(page.locator("main").textContent()).contains("<b>：未知查询参数");
    assertThat(page.navigate(front("/dashboard/nothing")).status()).isEqualTo(404);
    assertThat(page.locator("main").textContent()).contains("返回“政府信息公开统计”");
    assertAccessible();
  }

  @Test
  void who_has_no_session_any_more_signs_out_without_signing_in() {
    signIn(LINXIAN, "李忠");
    page.context().clearCookies();
    page.getByText("退出登录").click();
    awaitAddress(front("/"));
    assertThat(page.locator("h1").textContent()).isEqualTo("政府信息公开");
  }

  @Test
  void what_is_behind_a_semicolon_changes_nothing() {
    signIn(LINXIAN, "李忠");
    String token = stack.client().tokenOf("analyst");
    APIResponse answer =
        page.request().get(front(LINXIAN.replace("?", ";a=b?")), bearing(token).setMaxRedirects(0));
    assertThat(answer.status()).isNotEqualTo(200);
    assertThat(answer.headers()).containsKey("content-security-policy");
  }

  @Test
  void a_connection_that_says_nothing_is_noticed() {
    page.context().close();
    page = open(1366, true);
    page.clock().install();
    signIn(LINXIAN, "李忠");
    page.getByText("实时更新中").waitFor();
    page.route("**/dashboard/live*", route -> {});
    page.clock().fastForward(Duration.ofSeconds(50).toMillis());
    page.getByText("连接已断开，正在重新连接").waitFor();
    assertThat(page.locator("live-matrix[stale]").count()).isEqualTo(1);
  }

  @Test
  void one_person_takes_no_streams_of_others() throws Exception {
    signIn(LINXIAN, "李忠");
    List<HttpURLConnection> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 14; i++) {
        streams.add(stream());
      }
      assertThat(statuses(streams.subList(0, 11))).containsOnly(200);
      assertThat(streams.get(13).getResponseCode()).isEqualTo(429);
      assertThat(Integer.parseInt(streams.get(13).getHeaderField("Retry-After"))).isPositive();
      page.context().close();
      page = open(1366, true);
      signIn(LINXIAN, "王静");
      streams.add(stream());
      assertThat(streams.get(14).getResponseCode()).isEqualTo(200);
    } finally {
      streams.forEach(HttpURLConnection::disconnect);
    }
  }

  /** As another tab would; nothing of it is read. */
  private HttpURLConnection stream() throws IOException {
    HttpURLConnection stream =
        (HttpURLConnection)
            URI.create(front("/dashboard/live?organ=" + OFFICE + "&year=2024"))
                .toURL()
                .openConnection();
    stream.setReadTimeout((int) SOON.toMillis());
    stream.setRequestProperty("Cookie", "%s=%s".formatted(cookie().name, cookie().value));
    stream.getResponseCode();
    return stream;
  }

  private static List<Integer> statuses(List<HttpURLConnection> streams) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (HttpURLConnection stream : streams) {
      statuses.add(stream.getResponseCode());
    }
    return statuses;
  }

  @Test
  void without_script_it_works() {
    page.context().close();
    page = open(1366, false);
    signIn("/dashboard", "李忠");
    page.fill("#year", "2024");
    page.getByText("按年查看").click();
    page.waitForURL("**year=2024");
    assertThat(Figures.ofCells(page.locator("td[data-cell]").allTextContents()))
        .isEqualTo(Figures.publishedOfLinxian());
    page.fill("#find", "临县 人民政府　办公室");
    page.getByText("查找", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".organs a").click();
    awaitAddress(front("/dashboard?organ=" + OFFICE + "&year=2024"));
    String csv = page.locator(".facts a").getAttribute("href");
    assertThat(page.request().get(front(csv)).text()).contains("\n三（四）1,本机关不掌握相关政府信息,21,");
    page.getByText("退出登录").click();
    awaitAddress(front("/?"));
    assertThat(page.locator("h1").textContent()).isEqualTo("政府信息公开");
  }

  @Test
  void an_ended_session_is_told_where_the_figures_are() {
    signIn(LINXIAN, "李忠");
    page.getByText("实时更新中").waitFor();
    page.context().clearCookies();
    page.evaluate(
        """
        () => {
          const live = document.querySelector('live-matrix');
          const parent = live.parentNode;
          live.remove();
          parent.append(live);
        }
        """);
    page.getByText("会话已过期，请重新登录").waitFor();
    assertThat(page.locator("#live-state").textContent()).contains("起未更新");
    assertThat(page.locator("live-matrix[stale]").count()).isEqualTo(1);
    shoot("expired");
    page.getByText("重新登录", new Page.GetByTextOptions().setExact(true)).click();
    awaitAddress(issuer());
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 390})
  void every_view_is_accessible(int width) throws Exception {
    page.context().close();
    page = open(width, true);
    signIn(LINXIAN, "李忠");
    page.getByText("实时更新中").waitFor();
    assertAccessible();
    assertThat((Boolean) page.evaluate("() => document.body.scrollWidth <= window.innerWidth"))
        .isTrue();
    shoot("figures-" + width);
    byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    try (PDDocument document = Loader.loadPDF(printed)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
    Files.write(shots().resolve("figures-" + width + ".pdf"), printed);
    page.navigate(front("/dashboard?find=临"));
    assertAccessible();
    shoot("found-" + width);
  }

  private Page open(int width, boolean script) {
    Page opened =
        browser.open(
            new Browser.NewContextOptions()
                .setViewportSize(width, width == 390 ? 844 : 768)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(script));
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    opened.onPageError(complaints::add);
    return opened;
  }

  private void signIn(String address, String person) {
    page.navigate(front(address));
    assertThat(page.url()).startsWith(issuer());
    page.getByText(person).click();
    awaitAddress(front("/"));
  }

  private void awaitAddress(String beginning) {
    page.waitForURL(url -> url.startsWith(beginning));
  }

  private void assertAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(violation -> violation.getId() + " " + violation.getNodes())
        .isEmpty();
  }

  private void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(shots().resolve(name + ".png")));
  }

  private static Path shots() {
    return Checkout.scratch().resolve("pages");
  }

  private String front(String path) {
    return "http://localhost:" + stack.port(8080) + path;
  }

  private String issuer() {
    return "http://localhost:" + stack.port(8084) + "/";
  }

  private APIResponse get(String path) {
    return page.request().get(front(path));
  }

  private static RequestOptions bearing(String token) {
    return RequestOptions.create().setHeader("Authorization", "Bearer " + token);
  }

  private Cookie cookie() {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.startsWith("q_session"))
        .findFirst()
        .orElseThrow();
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }

  private static String organ(String first17) {
    return first17 + OrganCode.checkCharacter(first17);
  }

  /** Puts an organ, once, and waits until the statistics know it. */
  private void make(String organ, String name) {
    Client client = stack.client();
    client.put(
        "administrator",
        "requests",
        "/organs/" + organ,
        Client.JSON.valueToTree(Map.of("name", name, "kind", "DEPARTMENT")).toString());
    await()
        .atMost(SOON)
        .until(
            () ->
                client
                    .get("analyst", "statistics", "/visibility?year=2024&organ=" + organ)
                    .get("visible")
                    .booleanValue());
  }

  private void register(String organ, String reference) {
    Client.json(
        stack
            .client()
            .post(
                "recorder",
                "requests",
                "/applications",
                """
                {"organCode": "%s", "sourceReference": "%s", "receivedOn": "%s",
                 "channel": "ONLINE", "applicant": {"type": "NATURAL_PERSON"}}
                """
                    .formatted(organ, reference, page.locator("#year").inputValue() + "-01-05")));
  }
}
