package disclosure.acceptance.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import disclosure.local.sample.CountySample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Pictures of the pages of a running stack with the sample, for people to look at: {@code
 * deploy/docs/screens}. It tests nothing, and is run by its name alone.
 */
class Screens {

  private static final String FRONT = System.getProperty("screens.front", "http://localhost:8080");
  private static final Path FOLDER =
      Path.of(System.getProperty("screens.to", Checkout.scratch().resolve("screens").toString()));
  private static final boolean ENGLISH = System.getProperty("screens.language", "zh").equals("en");
  private static final int[] WIDTHS = {1366, 390};
  private static final int PHONE = 390;
  private static final String OFFICE = "111411240123456713";
  private static final String GOVERNMENT = "11141124012345698T";
  private static final String REPORT = "/workbench/" + OFFICE + "/2024";
  private static final String COUNTY =
      "organ=" + CountySample.GOVERNMENT + "&year=2025&scope=SUBTREE";
  private static final String LEDGER =
      """
      受理编号,申请人类别,申请渠道,收到申请日期,所需信息内容
      图-1,公民,网上,2024-01-05,批复
      图-2,外星人,网上,2024-02-30,
      图-3,公民,飞鸽,2024-03-05,道路
      """;

  private final List<String> taken = new ArrayList<>();
  private Browser.NewContextOptions window = new Browser.NewContextOptions();
  private WebBrowser browser;
  private Page page;
  private int width;

  @Test
  void take() throws IOException {
    try (WebBrowser started = WebBrowser.start()) {
      browser = started;
      for (int next : WIDTHS) {
        width = next;
        window =
            new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 768)
                .setLocale(ENGLISH ? "en-GB" : "zh-CN");
        everybody();
        clerk();
        administrator();
        county();
        writer();
        publisher();
      }
    }
    Files.writeString(
        FOLDER.resolve("index.html"),
        taken.stream()
            .map(name -> "<h2>" + name + "</h2><img src=\"" + name + "\" alt=\"\">\n")
            .collect(Collectors.joining("", "<!DOCTYPE html><meta charset=\"utf-8\">\n", "")));
    System.out.println(taken.size() + " pictures are in " + FOLDER);
  }

  private void everybody() {
    page = browser.open(window);
    go("/", "front");
    go("/published", "published");
    follow("main a[href*='/published/1']", "published-report");
    go("/published?find=无此机关", "published-none");
    go("/dashboard", "sign-in");
    page.context().close();
  }

  private void clerk() {
    signIn("/register", "李忠");
    shoot("worklist");
    go("/register?view=waiting", "worklist-waiting");
    go("/register?view=missing", "worklist-missing");
    go("/register?view=all", "worklist-all");
    go("/register?handler=nobody", "worklist-none");
    go("/register?view=none", "worklist-wrong");
    page.fill("#applicantName", "张三");
    press("form[action='/register/search'] button");
    shoot("search");
    go("/register/new", "new");
    press("form.sheet button:not([name])");
    shoot("new-wrong");
    go("/register?view=all", "worklist-again");
    follow("table.list tbody a", "application");
    String application = path();
    for (String step : links("a[href*='step=']")) {
      go(step, "application-" + step.replaceFirst(".*\\?", "").replaceAll("[^A-Za-z0-9]+", "-"));
    }
    go(application + "/handling", "handling");
    go(application + "/disputes", "dispute-new");
    go(application, "application-once-more");
    press("form[action$='/applicant'] button");
    shoot("applicant");
    go("/register/ledger", "ledger");
    page.setInputFiles(
        "input[type=file]",
        new FilePayload("台账.csv", "text/csv", LEDGER.getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button").first().click();
    shoot("ledger-checked");
    go("/register/applications/none", "not-there");
    go("/register/organs", "not-yours");
    page.context().close();
  }

  private void administrator() {
    signIn("/register", "赵管");
    shoot("organs");
    go("/register/organs?name=无此机关", "organs-none");
    go("/register/organs?on=2024-02-30", "organs-wrong");
    go("/register/organs/new", "organ-new");
    press("form.sheet button:not([name])");
    shoot("organ-new-wrong");
    String organ = "/register/organs/" + OFFICE;
    go(organ, "organ");
    for (String change : links("a[href*='change=']")) {
      go(change, "organ-" + change.replaceFirst(".*change=([A-Z]*).*", "$1"));
    }
    go("/register/calendar", "calendar");
    go("/register/calendar/2026", "calendar-year");
    go("/register/calendar/2026?change=true", "calendar-change");
    page.fill("#days", "1月1日 放假");
    press("form.sheet button:not([name])");
    shoot("calendar-change-wrong");
    go("/register/calendar/2026/divisions/141124", "calendar-place");
    go("/register/audit", "audit");
    go("/register/audit?action=APPLICANT_READ", "audit-revealed");
    go("/register/audit?to=2020-01-01", "audit-none");
    go("/register/audit?from=x", "audit-wrong");
    go("/register/parked", "parked");
    page.context().close();
  }

  private void county() {
    signIn("/dashboard?" + COUNTY, "林岚");
    page.getByText(ENGLISH ? "Live" : "实时更新中", new Page.GetByTextOptions().setExact(true))
        .waitFor();
    shoot("dashboard");
    follow("td[data-cell] a", "dashboard-applications");
    go("/dashboard/overview?" + COUNTY, "dashboard-overview");
    go("/dashboard/ranking?" + COUNTY, "dashboard-ranking");
    go("/dashboard/screen?" + COUNTY, "dashboard-screen");
    go("/dashboard?" + COUNTY.replace("2025", "2010"), "dashboard-none");
    go("/dashboard?" + COUNTY.replace("2025", "20255"), "dashboard-wrong");
    go("/dashboard?find=局", "dashboard-found");
    go("/dashboard?organ=" + OFFICE, "dashboard-not-yours");
    page.context().close();
  }

  private void writer() {
    signIn("/workbench", "张文");
    shoot("workbench");
    go(REPORT, "report");
    go(REPORT + "/draft", "draft");
    go(REPORT.replace("2024", "2023") + "/draft", "draft-new");
    go(REPORT + "/preview", "preview");
    go("/workbench/" + OFFICE + "/runs", "runs");
    go("/workbench/" + OFFICE + "/taken-over", "taken-over");
    go("/workbench/examination", "examination");
    go("/workbench/examination/jobs", "examination-jobs");
    go("/workbench/" + GOVERNMENT, "workbench-not-yours");
    page.context().close();
  }

  private void publisher() {
    signIn(REPORT, "刘慧");
    shoot("report-publisher");
    page.context().close();
    signIn("/workbench/" + GOVERNMENT, "陈公");
    shoot("workbench-superior");
    go("/workbench/" + GOVERNMENT + "/2024/collection", "collection");
    page.context().close();
  }

  private void signIn(String address, String person) {
    page = browser.open(window);
    page.navigate(FRONT + address);
    page.getByText(person).click();
    page.waitForURL(url -> url.startsWith(FRONT));
  }

  private void go(String address, String name) {
    page.navigate(FRONT + address);
    shoot(name);
  }

  /** Goes where the first of some links leads, if there is any. */
  private void follow(String links, String name) {
    Locator link = page.locator(links);
    if (link.count() == 0) {
      System.out.println("There is no " + links + " at " + page.url());
      return;
    }
    page.navigate(FRONT + link.first().getAttribute("href"));
    shoot(name);
  }

  private void press(String button) {
    page.locator(button).last().click();
    page.waitForLoadState();
  }

  private List<String> links(String selector) {
    return page.locator(selector).all().stream()
        .map(link -> link.getAttribute("href"))
        .distinct()
        .toList();
  }

  private String path() {
    return page.url().substring(FRONT.length()).replaceFirst("[?#].*", "");
  }

  private void shoot(String name) {
    String file = String.format(Locale.ROOT, "%d/%03d-%s.png", width, taken.size(), name);
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(file)));
    if (!(Boolean) page.evaluate("() => document.body.scrollWidth <= window.innerWidth")) {
      System.out.println(file + " is wider than its window");
    }
    taken.add(file);
  }
}
