package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import disclosure.acceptance.product.ReportingOrgans.Organ;
import disclosure.requests.contract.OrganCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published reports as the public reads them, in a real browser before the running stack. */
class PublishedPagesE2ET extends SamplePages {

  private static final int YEAR = 2023;
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final Organ ORGAN =
      new Organ(3, organ("11141124931234567"), "邻县<b>公开</b>局", "DEPARTMENT", "");

  PublishedPagesE2ET() {
    super("published-pages");
  }

  @Override
  void prepare() {
    publish();
  }

  @Test
  void a_report_is_found_read_taken_along_and_printed_without_signing_in() throws Exception {
    page.navigate(session.front("/"));
    page.getByText("公布：年度报告").click();
    page.fill("#find", "公开");
    page.locator("#year").selectOption(Integer.toString(YEAR));
    page.getByText("查询").click();
    page.getByText(ORGAN.name() + YEAR + "年政府信息公开工作年度报告").click();

    assertThat(page.url()).endsWith("/published/" + ORGAN.code() + "/" + YEAR);
    assertThat(page.locator("article h1").innerText().replaceAll("\\s", ""))
        .isEqualTo(ORGAN.name() + YEAR + "年政府信息公开工作年度报告");
    assertThat(page.locator("article table").count()).isGreaterThan(2);
    assertThat(page.locator(".note").textContent()).contains("第1次更正", "补登一件");
    Download pdf = page.waitForDownload(() -> page.getByText("版式文件（PDF）").first().click());
    Path saved = session.shots().resolve("report.pdf");
    pdf.saveAs(saved);
    try (PDDocument document = Loader.loadPDF(saved.toFile())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
    Files.write(
        session.shots().resolve("printed.pdf"),
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    page.getByText("首次公布").click();
    assertThat(page.locator(".note").first().textContent()).contains("已由第1次更正的版本替代");
    page.getByText("查看现行版本").click();
    assertThat(page.url()).endsWith("/published/" + ORGAN.code() + "/" + YEAR);
    assertThat(page.context().cookies()).isEmpty();
    assertThat(page.request().get(session.front("/robots.txt")).text())
        .isEqualTo(
            "User-agent: *\nDisallow: /\nAllow: /published\nSitemap: "
                + session.front("/published/sitemap.xml\n"));
    assertThat(session.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 390})
  void every_view_is_accessible_also_without_script(int width) {
    session.close();
    use(width, width != 390);
    for (Map.Entry<String, String> view :
        Map.of(
                "list", "/published?year=" + YEAR,
                "organ", "/published?organ=" + ORGAN.code(),
                "nothing", "/published?find=不存在的机关",
                "wrong", "/published?year=x",
                "report", "/published/" + ORGAN.code() + "/" + YEAR,
                "replaced", "/published/" + ORGAN.code() + "/" + YEAR + "?revision=1",
                "none", "/published/" + ORGAN.code() + "/2022")
            .entrySet()) {
      page.navigate(session.front(view.getValue()));
      if (width != 390) {
        session.assertAccessible();
      }
      session.shoot(view.getKey() + "-" + width);
    }
    assertThat(session.complaints()).isEmpty();
  }

  /** Publishes and corrects the report, once. */
  private void publish() {
    Client client = stack.client();
    String path = "/reports/" + ORGAN.code() + "/" + YEAR;
    if (!client.get("analyst", "report", "/reports?organ=" + ORGAN.code()).get("items").isEmpty()) {
      return;
    }
    client.put(
        "administrator",
        "requests",
        "/organs/" + ORGAN.code(),
        Client.JSON
            .createObjectNode()
            .put("name", ORGAN.name())
            .put("kind", ORGAN.kind())
            .toString());
    await()
        .atMost(SOON)
        .until(
            () ->
                client
                    .get(
                        "analyst",
                        "statistics",
                        "/visibility?year=" + YEAR + "&organ=" + ORGAN.code())
                    .get("visible")
                    .booleanValue());
    String draft = ORGAN.draft(YEAR, true).toString();
    Client.json(client.put("editor", "report", path, draft));
    Client.json(client.post("editor", "report", path + "/submission", "", "If-Match", "\"1\""));
    Client.json(
        client.post("publisher", "report", path + "/publication", "{}", "If-Match", "\"1\""));
    String corrected = draft.replace("\"issued\":3", "\"issued\":4");
    Client.json(client.putIfMatching("editor", "report", path, corrected, "\"1\""));
    Client.json(client.post("editor", "report", path + "/submission", "", "If-Match", "\"2\""));
    Client.json(
        client.post(
            "publisher",
            "report",
            path + "/publication",
            "{\"reason\": \"补登一件\"}",
            "If-Match",
            "\"2\""));
  }

  private static String organ(String first17) {
    return first17 + OrganCode.checkCharacter(first17);
  }
}
