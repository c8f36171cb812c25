package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard shows beside table three, of the county that is made up for it. */
class OverviewE2ET extends SamplePages {

  private static final String COUNTY = "11990021000000100G";
  private static final String OFFICE = "111411240123456713";
  private static final String LAST_YEAR =
      Integer.toString(Year.now(ZoneId.of("Asia/Shanghai")).getValue() - 1);
  private static final String WHOLE = "&scope=SUBTREE&year=" + LAST_YEAR;
  private static final String OVERVIEW = "/dashboard/overview?organ=" + COUNTY + WHOLE;

  /**
   * The milliseconds until something was painted, and the bytes of all that it is made of,
   * compressed.
   */
  private static final String WEIGHT =
      """
      () => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
        const all = [...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource')];
        return [paint, all.reduce((sum, one) => sum + one.encodedBodySize, 0)];
      }
      """;

  OverviewE2ET() {
    super("overview");
  }

  @Test
  void charts_say_what_the_api_says_and_each_is_there_as_a_table_and_for_a_spreadsheet() {
    session.signIn(OVERVIEW, "林岚");
    JsonNode trend = ask("/trend").get("figures").get("months");
    assertThat(trend).hasSize(12);
    List<List<String>> months = rows("months");
    for (int i = 0; i < 12; i++) {
      assertThat(months.get(i).subList(0, 3))
          .containsExactly(
              trend.get(i).get("month").asText(),
              trend.get(i).get("received").asText(),
              trend.get(i).get("concluded").asText());
    }
    // Two columns a month, and a mark of the year before at each.
    assertThat(page.locator("#months .broad rect").count()).isEqualTo(24);
    assertThat(page.locator("#months .broad line.before").count()).isEqualTo(24);

    JsonNode times = ask("/timeliness").get("figures").get("all");
    assertThat(rows("timeliness").get(0).subList(1, 5))
        .containsExactly(
            times.get("concluded").asText(),
            times.get("onTime").asText(),
            times.get("late").asText(),
            times.get("untold").asText());
    assertThat(times.get("late").longValue()).isPositive();
    JsonNode compared = ask("/comparison").get("figures").get("rows");
    assertThat(rows("outcomes").get(0).subList(0, 3))
        .containsExactly(
            "予以公开",
            compared.get(2).get("total").asText(),
            compared.get(2).get("yearBefore").asText());
    assertThat(page.locator(".tiles b").first().textContent())
        .isEqualTo(compared.get(0).get("total").asText());

    for (Locator chart : page.locator(".chart").all()) {
      String csv =
          page.request()
              .get(session.front(chart.locator("a[href*='.csv']").getAttribute("href")))
              .text();
      List<String> lines = csv.replaceAll("[\uFEFF\"]", "").lines().toList();
      assertThat(lines.get(0)).isEqualTo(String.join(",", texts(chart.locator("thead th"))));
      assertThat(lines).hasSize(1 + chart.locator("tbody tr").count());
    }
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void the_address_is_the_view_and_what_goes_on_is_compared_with_the_same_days() {
    session.signIn("/dashboard/overview", "林岚");
    assertThat(page.url()).contains("/dashboard/overview?organ=" + COUNTY + "&year=");
    assertThat(page.locator(".facts").first().textContent())
        .contains("上年同期为" + LAST_YEAR + "年1月1日至" + LAST_YEAR + "年");
    page.selectOption("#scope", "SUBTREE");
    page.fill("#year", LAST_YEAR);
    page.getByText("按年查看").click();
    page.waitForURL(
        url -> url.contains("/dashboard/overview?") && url.contains("year=" + LAST_YEAR));
    assertThat(page.locator(".facts").first().textContent()).contains("本行政区域（含所有下级机关）");
    page.getByText("表格", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL(url -> url.contains("/dashboard?") && url.contains("scope=SUBTREE"));
    assertThat(page.locator("a[aria-current=page]").textContent()).isEqualTo("表格");
  }

  @Test
  void what_is_asked_wrongly_or_of_others_is_said_in_words() {
    session.signIn(OVERVIEW, "林岚");
    Response wrong =
        page.navigate(
            session.front("/dashboard/overview?from=2010-01-01&to=2016-01-01&organ=" + COUNTY));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(page.locator("#to-error").textContent()).isNotEmpty();
    session.assertAccessible();
    Response other = page.navigate(session.front("/dashboard/overview?year=2024&organ=" + OFFICE));
    assertThat(other.status()).isEqualTo(404);
    assertThat(page.locator("main").textContent()).contains("没有此行政机关，或者您无权查看它的统计数据。");
    assertThat(status("/dashboard/overview/months.csv?year=2024&organ=" + OFFICE)).isEqualTo(404);
    assertThat(status("/dashboard/overview/nothing.csv?year=2024&organ=" + COUNTY)).isEqualTo(404);
    page.navigate(session.front("/dashboard/overview?year=2009&organ=" + COUNTY));
    page.getByText("这一期间没有收到或者办理的申请。").waitFor();
    session.assertAccessible();
    session.shoot("empty");
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 390})
  void the_charts_are_accessible_light_and_print(int width) throws Exception {
    session.close();
    use(width, true);
    session.signIn(OVERVIEW, "林岚");
    page.reload();
    page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
    @SuppressWarnings("unchecked")
    List<Number> weight = (List<Number>) page.evaluate(WEIGHT);
    System.out.printf(
        "The charts were painted after %s ms, of %s bytes.%n", weight.get(0), weight.get(1));
    assertThat(weight.get(1).doubleValue()).isPositive().isLessThan(200_000);
    session.assertAccessible();
    session.shoot("charts-" + width);
    page.evaluate(
        "() => document.querySelectorAll('.chart details').forEach(one => one.open = true)");
    session.assertAccessible();
    session.shoot("tables-" + width);
    byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    Files.write(session.shots().resolve("charts-" + width + ".pdf"), printed);
    try (PDDocument document = Loader.loadPDF(printed)) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(3);
    }
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void a_number_leads_to_the_applications_that_it_counts_and_on_to_the_register() {
    session.signIn("/dashboard?organ=" + COUNTY + WHOLE, "林岚");
    Locator cell = page.locator("td[data-cell='CARRIED_OUT/NATURAL_PERSON'] a");
    int carried = Integer.parseInt(cell.textContent());
    cell.click();
    page.waitForURL("**/dashboard/applications?**");
    assertThat(page.locator("h1").textContent()).isEqualTo("结转下年度继续办理，自然人");
    assertThat(page.locator("#count").textContent()).isEqualTo(Integer.toString(carried));
    assertThat(page.locator("tbody tr").count()).isEqualTo(carried);
    session.assertAccessible();
    session.shoot("applications");
    page.locator("tbody th a").first().click();
    page.waitForURL("**/register/applications/**");
    assertThat(page.locator("main").textContent()).contains("（示例）");

    // All pages together have as many as the number says, and each application once.
    page.navigate(session.front("/dashboard?organ=" + COUNTY + WHOLE));
    page.locator("td[data-cell='CONCLUDED/COMMERCIAL_ENTERPRISE'] a").click();
    page.waitForURL("**/dashboard/applications?**");
    int concluded = Integer.parseInt(page.locator("#count").textContent());
    assertThat(concluded).isGreaterThan(50);
    Set<String> seen = new HashSet<>();
    int rows = 0;
    while (true) {
      for (Locator link : page.locator("tbody th a").all()) {
        seen.add(link.getAttribute("href"));
        rows++;
      }
      Locator next = page.getByText("下一页");
      if (next.count() == 0) {
        break;
      }
      String before = page.url();
      next.click();
      page.waitForURL(url -> !url.equals(before));
    }
    assertThat(rows).isEqualTo(concluded);
    assertThat(seen).hasSize(concluded);

    Response wrong =
        page.navigate(session.front("/dashboard/applications?row=x&organ=" + COUNTY + WHOLE));
    assertThat(wrong.status()).isEqualTo(400);
    session.assertAccessible();
    assertThat(
            status("/dashboard/applications?row=CONCLUDED&column=TOTAL&year=2024&organ=" + OFFICE))
        .isEqualTo(404);
    page.navigate(
        session.front(
            "/dashboard/applications?row=FEE_OVERDUE&column=TOTAL&organ=" + COUNTY + WHOLE));
    page.getByText("没有申请：这个数字是零。").waitFor();
  }

  @Test
  void who_is_no_clerk_sees_the_applications_without_a_way_to_the_register() {
    session.signIn(
        "/dashboard/applications?row=CONCLUDED&column=TOTAL&year=2024&organ=" + OFFICE, "张文");
    assertThat(page.locator("tbody tr").count()).isEqualTo(26);
    assertThat(page.locator("tbody a").count()).isZero();
  }

  @Test
  void organs_are_ranked_by_the_figure_that_the_address_names() {
    session.signIn("/dashboard/ranking?organ=" + COUNTY + WHOLE, "林岚");
    assertThat(page.locator("tbody tr").count()).isEqualTo(12);
    assertThat(column(3)).isSortedAccordingTo(Comparator.reverseOrder());
    JsonNode first = ask("/ranking", "&by=CARRIED_OUT").get("figures").get("items").get(0);
    page.getByText("在办", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**by=CARRIED_OUT");
    assertThat(page.locator("th[aria-sort]").textContent()).startsWith("在办");
    assertThat(column(5)).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(column(5).get(0)).isEqualTo(first.get("carriedOut").longValue());
    session.assertAccessible();
    session.shoot("ranking");
    String csv =
        page.request().get(session.front(page.locator(".facts a").getAttribute("href"))).text();
    assertThat(csv.lines().toList()).hasSize(13);
    assertThat(page.navigate(session.front("/dashboard/ranking?by=x&organ=" + COUNTY)).status())
        .isEqualTo(400);
    assertThat(status("/dashboard/ranking?year=2024&organ=" + OFFICE)).isEqualTo(404);
    page.navigate(session.front("/dashboard/ranking?organ=" + COUNTY + WHOLE));
    page.locator("tbody th a").first().click();
    page.waitForURL("**/dashboard/overview?**");
  }

  /** The figures of a column of the ranking, without those of the year before. */
  private List<Long> column(int number) {
    return page.locator("tbody tr td:nth-child(" + number + ")").allTextContents().stream()
        .map(text -> Long.parseLong(text.replaceAll("（.*", "").strip()))
        .toList();
  }

  @Test
  void the_large_screen_changes_by_itself() {
    session.close();
    use(WIDTH, true);
    page.setViewportSize(1920, 1080);
    String thisYear = Integer.toString(Integer.parseInt(LAST_YEAR) + 1);
    session.signIn("/dashboard/screen?scope=SUBTREE&year=" + thisYear + "&organ=" + COUNTY, "林岚");
    page.getByText("实时更新中").waitFor();
    session.assertAccessible();
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => document.documentElement.scrollHeight <= 1080"
                        + " && document.querySelectorAll('.chart svg.broad').length === 4"))
        .isTrue();
    session.shoot("screen");
    Locator received = page.locator("[data-cell='NEWLY_RECEIVED/TOTAL']");
    long before = Long.parseLong(received.textContent());
    String drawn = page.locator("#months-summary").textContent();

    register("大屏-" + System.nanoTime(), thisYear + "-01-05");

    page.waitForFunction(
        "count => document.querySelector(\"[data-cell='NEWLY_RECEIVED/TOTAL']\").textContent"
            + " === count",
        Long.toString(before + 1));
    page.waitForFunction(
        "drawn => document.querySelector('#months-summary').textContent !== drawn", drawn);
    assertThat(session.complaints()).isEmpty();
    page.getByText("退出大屏").click();
    page.waitForURL("**/dashboard/overview?**");
    page.setViewportSize(390, 844);
    page.navigate(
        session.front("/dashboard/screen?scope=SUBTREE&year=" + thisYear + "&organ=" + COUNTY));
    session.assertAccessible();
    session.shoot("screen-390");
  }

  private void register(String reference, String receivedOn) {
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
                    .formatted(COUNTY, reference, receivedOn)));
  }

  @Test
  void without_script_the_charts_are_there() {
    session.close();
    use(1366, false);
    session.signIn(OVERVIEW, "林岚");
    assertThat(page.locator(".chart svg.broad").count()).isEqualTo(5);
  }

  private JsonNode ask(String path) {
    return ask(path, "");
  }

  private JsonNode ask(String path, String more) {
    return stack.client().get("analyst", "statistics", path + "?organ=" + COUNTY + WHOLE + more);
  }

  private int status(String path) {
    return page.request().get(session.front(path)).status();
  }

  private List<List<String>> rows(String chart) {
    return page.locator("#" + chart + " tbody tr").all().stream()
        .map(row -> texts(row.locator("th, td")))
        .toList();
  }

  private static List<String> texts(Locator cells) {
    return Arrays.asList(cells.allTextContents().toArray(String[]::new));
  }
}
