package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annual reports as editors and publishers make them, in a real browser. */
class WorkbenchE2ET extends SamplePages {

  private static final String OFFICE = "111411240123456713";
  private static final String OFFICE_NAME = "临县人民政府办公室";
  private static final String COUNTY = "11141124012345698T";
  private static final String LEAD = "根据《政府信息公开条例》（国务院令第711号），现公布政府信息公开工作年度报告。";
  private static final String PROBLEMS = "业务水平有待提高，已组织培训。";
  private static final String FEES =
      "发出信息处理费收费通知{{handling.feeNotices}}件，总金额{{handling.noticedYuan}}元，"
          + "实际收取{{handling.paidYuan}}元。";
  private static final String MARKUP = "<img src=x onerror=document.title='run'>";
  private static final Path PUBLISHED =
      Checkout.ROOT.resolve(
          "report-service/examination/src/test/resources/linxian-2024/published-report.txt");

  private static final List<String> FIGURES =
      List.of(
          "regulations.issued",
          "regulations.repealed",
          "regulations.inForce",
          "normativeDocuments.issued",
          "normativeDocuments.repealed",
          "normativeDocuments.inForce",
          "administrativeLicences",
          "administrativePenalties",
          "administrativeCoercion",
          "administrativeFees10kYuan");

  WorkbenchE2ET() {
    super("workbench");
  }

  @Test
  void a_report_is_written_blocked_mended_submitted_returned_published_and_corrected()
      throws Exception {
    String report = "/workbench/" + OFFICE + "/2022";
    session.signIn("/workbench", "张文");
    assertThat(page.url()).isEqualTo(session.front("/workbench/" + OFFICE));
    page.getByLabel("本机关（2022年）").click();
    assertThat(page.url()).isEqualTo(session.front(report));
    page.getByText("还没有开始编写。").waitFor();
    page.locator("a.button").first().click();
    assertThat(page.inputValue("#signedBy")).isEqualTo(OFFICE_NAME);

    fill("本年新收政府信息公开申请5件。" + MARKUP);
    figure("regulations.issued", "五");
    save();
    assertThat(page.locator(".summary").textContent()).contains("请更正以下内容", "规章，本年制发件数");
    assertThat(page.inputValue("#overview")).contains("申请5件", MARKUP);
    figure("regulations.issued", "0");
    save();
    page.getByText("已保存。").waitFor();
    assertThat(page.locator("#part-overview .warned").allTextContents())
        .anySatisfy(finding -> assertThat(finding).contains("5"));

    page.navigate(session.front(report));
    assertThat(page.locator("#findings ~ ul, .findings").first().textContent()).contains("5");
    page.getByText("报送审核").click();
    assertThat(page.locator(".summary").textContent()).contains("勾稽关系校核未通过");

    page.navigate(session.front(report + "/draft"));
    page.fill("#overview", "本年新收政府信息公开申请{{matrix.NEWLY_RECEIVED.total}}件。" + MARKUP);
    save();
    page.getByText("已保存。").waitFor();
    page.navigate(session.front(report + "/preview"));
    assertThat(page.locator("article").textContent()).contains("申请0件。" + MARKUP);
    page.navigate(session.front(report));
    page.getByText("报送审核").click();
    page.getByText("已报送。").waitFor();
    assertThat(page.locator("text=退回修改").count()).as("an editor gives nothing back").isZero();

    as("刘慧", report);
    page.fill("#returned", "落款日期请再核对");
    page.getByText("退回修改").click();
    page.getByText("已退回。").waitFor();
    as("张文", report);
    assertThat(page.locator(".tag").first().textContent()).isEqualTo("已退回");
    assertThat(page.locator(".warned").first().textContent()).contains("退回原因：落款日期请再核对", "liu.hui于");
    page.navigate(session.front(report + "/draft"));
    page.fill("#signedOn", "2023年1月19日");
    save();
    page.navigate(session.front(report));
    page.getByText("报送审核").click();
    page.getByText("已报送。").waitFor();

    as("刘慧", report);
    page.locator("section:has(#publish) button").click();
    page.getByText("已公布。").waitFor();
    page.getByText("已公布的报告").click();
    assertThat(page.locator("article").textContent()).contains("申请0件。" + MARKUP, "2023年1月19日");
    assertThat(page.title()).doesNotContain("run");

    as("张文", report + "/draft");
    figure("normativeDocuments.issued", "1");
    figure("normativeDocuments.inForce", "1");
    save();
    page.navigate(session.front(report));
    Download pdf = page.waitForDownload(() -> page.locator("a[href$='report.pdf']").click());
    Path saved = session.shots().resolve("draft.pdf");
    pdf.saveAs(saved);
    try (PDDocument document = Loader.loadPDF(saved.toFile())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
    page.getByText("报送审核").click();
    page.getByText("已报送。").waitFor();
    as("刘慧", report);
    page.locator("section:has(#publish) button").click();
    assertThat(page.locator(".summary").textContent()).contains("更正");
    page.fill("#correction", "漏计规范性文件一件");
    page.locator("section:has(#publish) button").click();
    page.getByText("已公布。").waitFor();
    page.getByText("已公布的报告").click();
    assertThat(page.locator(".note").textContent()).contains("第1次更正", "漏计规范性文件一件");
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void of_two_editors_the_second_sees_what_the_first_saved_and_loses_nothing() {
    String draft = "/workbench/" + OFFICE + "/2021/draft";
    session.signIn(draft, "张文");
    fill("第一位编辑的总体情况。");
    Page other = page.context().newPage();
    other.navigate(session.front(draft));
    save();
    page.getByText("已保存。").waitFor();
    other.fill("#overview", "第二位编辑的总体情况。");
    FIGURES.forEach(name -> other.locator("[id='proactive." + name + "']").fill("0"));
    other.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(other.locator(".summary").textContent()).contains("另一位编辑刚刚保存了本报告", "zhang.wen");
    assertThat(other.inputValue("#overview")).isEqualTo("第二位编辑的总体情况。");
    assertThat(other.locator("#part-overview").textContent()).contains("第一位编辑的总体情况。");
    other.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
    other.getByText("已保存。").waitFor();
    assertThat(other.inputValue("#overview")).isEqualTo("第二位编辑的总体情况。");
  }

  @Test
  void figures_are_offered_while_one_types_and_written_by_their_names() {
    session.signIn("/workbench/" + OFFICE + "/2023/draft", "张文");
    Locator text = page.locator("#overview");
    text.pressSequentially("新收{{newly_received.total");
    Locator offered = page.locator("#overview-offers");
    offered.waitFor();
    assertThat(offered.locator("[aria-selected=true]").textContent()).contains("总计：");
    text.press("Enter");
    text.pressSequentially("件");
    assertThat(page.inputValue("#overview")).isEqualTo("新收{{matrix.NEWLY_RECEIVED.total}}件");
    assertThat(offered.isVisible()).isFalse();
    text.pressSequentially("，{{");
    offered.waitFor();
    session.assertAccessible();
    text.press("Escape");
    assertThat(offered.isVisible()).isFalse();
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void a_report_is_written_submitted_and_published_by_the_keyboard() {
    String report = "/workbench/" + OFFICE + "/2021";
    session.signIn(report, "张文");
    session.press("a[href='" + report + "/draft']");
    page.waitForURL("**/draft");
    session.type("#lead", LEAD);
    session.type("#overview", "本年新收政府信息公开申请{{matrix.NEWLY_RECEIVED.total}}件。");
    FIGURES.forEach(name -> session.type("[id='proactive." + name + "']", "0"));
    session.type("#problems", PROBLEMS);
    session.type("#otherMatters", FEES);
    session.type("#signedOn", "2022-01-18");
    session.press("form.draft button:not([type])");
    page.waitForURL("**saved=true");
    assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo("已保存。");
    session.press(".trail a");
    page.waitForURL("**" + report);
    session.press("form[action='" + report + "/submission'] button");
    page.getByText("已报送。").waitFor();

    as("刘慧", report);
    session.press("form[action='" + report + "/publication'] button");
    page.getByText("已公布。").waitFor();
    assertThat(session.complaints()).isEmpty();
  }

  @Test
  void rights_are_those_of_the_api_and_forms_of_other_sites_do_nothing() {
    session.signIn("/workbench", "张文");
    for (String address :
        List.of(
            "/workbench/" + COUNTY,
            "/workbench/" + COUNTY + "/2022",
            "/workbench/" + COUNTY + "/2022/draft",
            "/workbench/" + COUNTY + "/2022/collection?scope=LEVEL")) {
      Response answer = page.navigate(session.front(address));
      assertThat(answer.status()).as(address).isEqualTo(404);
    }
    assertThat(
            page.request()
                .post(
                    session.front("/workbench/" + OFFICE + "/2022/publication"),
                    form("seen", "\"1\""))
                .status())
        .isEqualTo(403);
    assertThat(
            page.request()
                .post(
                    session.front("/workbench/" + OFFICE + "/2022/draft"),
                    form("overview", "x").setHeader("Sec-Fetch-Site", "cross-site"))
                .status())
        .isEqualTo(403);
    as("王静", "/workbench");
    assertThat(page.locator("h1").textContent()).contains("没有权限");
  }

  @ParameterizedTest
  @CsvSource({"1366, zh-CN", "390, zh-CN", "1366, en-GB", "390, en-GB"})
  void every_view_is_accessible(int width, String language) {
    session.close();
    use(width, true, language);
    session.signIn("/workbench/" + OFFICE, "张文");
    look("shelf", width, language);
    look("/workbench?organ=", "home", width, language);
    look("/workbench/" + OFFICE + "/2019", "empty", width, language);
    look("/workbench/" + OFFICE + "/2022", "desk", width, language);
    look("/workbench/" + OFFICE + "/2024/draft", "draft", width, language);
    page.evaluate("() => document.querySelectorAll('details').forEach(one => (one.open = true))");
    look("draft-open", width, language);
    look("/workbench/" + OFFICE + "/2020/draft", "former", width, language);
    look("/workbench/" + OFFICE + "/2024/preview", "preview", width, language);
    look("/workbench/" + OFFICE + "/taken-over", "taken-over", width, language);
    look("/workbench/" + COUNTY, "refused", width, language);
    session.close();
    use(width, true, language);
    session.signIn("/workbench", "陈公");
    look("/workbench/" + COUNTY + "/2024/collection?scope=LEVEL", "board", width, language);
    assertThat(page.locator("table.stacked td.day").first().boundingBox().x)
        .as("the deadline is seen at once")
        .isLessThan(width - 100.0);
    look("/workbench/" + COUNTY + "/runs", "runs", width, language);
  }

  @ParameterizedTest
  @CsvSource({"1366, zh-CN", "390, zh-CN", "390, en-GB"})
  void published_reports_are_examined_one_by_one_and_all_at_once(int width, String language)
      throws Exception {
    session.close();
    use(width, true, language);
    session.signIn("/workbench/examination", "刘慧");
    look("/workbench/examination", "examination", width, language);
    page.setInputFiles("#file", PUBLISHED);
    page.locator("button[value='examine']").click();
    page.locator("button[value='summary']").waitFor();
    page.locator("details > summary").all().forEach(Locator::click);
    look("examined", width, language);
    Download letter = page.waitForDownload(() -> page.locator("button[value^='letter.']").click());
    assertThat(letter.suggestedFilename()).isEqualTo("letter.docx");

    Path archive = session.shots().resolve("reports-" + width + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("临县.txt"));
      zip.write(Files.readAllBytes(PUBLISHED));
    }
    look("/workbench/examination/jobs", "examinations", width, language);
    page.setInputFiles("#file", archive);
    page.locator("form:has(#file) button").click();
    page.locator("progress[value='1'][max='1']").waitFor();
    page.locator("table a").first().waitFor();
    look("batch", width, language);
    page.locator("table a").first().click();
    page.waitForURL("**/files/**");
    look("batch-file", width, language);
    assertThat(session.complaints()).isEmpty();
  }

  private void fill(String overview) {
    page.fill("#lead", LEAD);
    page.fill("#overview", overview);
    page.fill("#problems", PROBLEMS);
    page.fill("#otherMatters", FEES);
    FIGURES.forEach(name -> figure(name, "0"));
    page.fill("#signedOn", "2023-01-18");
  }

  private void figure(String name, String value) {
    Locator field = page.locator("[id='proactive." + name + "']");
    field.fill(value);
  }

  private void save() {
    page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
  }

  /** Somebody else at the same screen. */
  private void as(String person, String address) {
    session.close();
    use(1366, true);
    session.signIn(address, person);
  }

  private static RequestOptions form(String name, String value) {
    return RequestOptions.create().setForm(FormData.create().set(name, value)).setMaxRedirects(0);
  }
}
