package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.report.content.ReportScope;
import disclosure.report.document.office.DocxDocument;
import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final PdfDocument PDF = new PdfDocument(Optional.empty());

  @Test
  void html_holds_all_175_cells_in_their_order() {
    assertThat(figures(html(TestReports.distinct()))).containsExactlyElementsOf(expected());
  }

  @Test
  void docx_holds_all_175_cells_in_their_order_and_real_headings() throws IOException {
    try (XWPFDocument document = docx(TestReports.distinct())) {
      XWPFTable table = document.getTables().get(4);
      assertThat(table.getNumberOfRows()).isEqualTo(28);
      List<String> figures = new ArrayList<>();
      for (int row = 3; row < 28; row++) {
        var cells = table.getRow(row).getTableCells();
        cells.subList(cells.size() - 7, cells.size()).forEach(cell -> figures.add(cell.getText()));
      }
      assertThat(figures).containsExactlyElementsOf(expected());
      assertThat(document.getParagraphs())
          .filteredOn(paragraph -> "Heading1".equals(paragraph.getStyle()))
          .extracting(paragraph -> paragraph.getText())
          .startsWith("一、总体情况")
          .hasSize(6);
      assertThat(document.getProperties().getCoreProperties().getTitle())
          .isEqualTo("临县人民政府办公室2024年政府信息公开工作年度报告");
    }
  }

  @Test
  void pdf_holds_all_175_cells_as_selectable_text_with_embedded_fonts() throws IOException {
    byte[] bytes = PDF.render(TestReports.distinct());
    Files.write(Path.of("target", "report.pdf"), bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(figures(text)).containsExactlyInAnyOrderElementsOf(expected());
      assertThat(text.codePoints().filter(DocumentsTest::isCompatibilityRadical)).isEmpty();
      assertThat(text.replaceAll("\\s", "")).contains("临县人民政府办公室");
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
      assertThat(document.getDocumentCatalog().getDocumentOutline().children()).hasSize(6);
    }
  }

  @Test
  void table_three_goes_on_between_its_groups_below_its_headings_and_leaves_no_page_half_empty()
      throws IOException {
    byte[] pdf = PDF.render(TestReports.published());
    List<String> pages = pages(pdf);
    assertThat(pages)
        .filteredOn(page -> page.contains("一、本年新收政府信息公开申请数量"))
        .singleElement()
        .asString()
        .contains("第二十条第（八）项", "三、收到和处理政府信息公开申请情况", "3.补正后申请内容仍不明确")
        .doesNotContain("1.信访举报投诉类申请");
    assertThat(pages)
        .filteredOn(page -> page.contains("1.信访举报投诉类申请"))
        .singleElement()
        .asString()
        .contains("申请人情况", "法人或其他组织", "四、结转下年度继续办理", "五、存在的主要问题及改进情况");
    assertThat(pages.get(pages.size() - 1)).contains("本机关 2024 年度", "2025年1月20日");
    try (XWPFDocument document = docx(TestReports.published())) {
      List<XWPFTableRow> rows = document.getTables().get(4).getRows();
      assertThat(rows.subList(0, 7)).allMatch(DocumentsTest::keepsNext);
      assertThat(rows.subList(7, 24)).noneMatch(DocumentsTest::keepsNext);
      assertThat(rows.subList(24, 27)).allMatch(DocumentsTest::keepsNext);
      assertThat(keepsNext(rows.get(27))).isFalse();
      assertThat(rows.subList(0, 3)).allMatch(XWPFTableRow::isRepeatHeader);
      assertThat(document.getTables().get(0).getRows().subList(0, 3))
          .allMatch(DocumentsTest::keepsNext);
    }
  }

  /** With texts of every length table three begins at every height of the page. */
  @Test
  void wherever_table_three_begins_all_its_figures_are_printed_once() throws IOException {
    AnnualReport distinct = TestReports.distinct();
    Set<Integer> pagesOfTheTable = new HashSet<>();
    for (int lines = 0; lines < 22; lines += 3) {
      AnnualReport report =
          TestReports.with(distinct, List.copyOf(Collections.nCopies(lines + 1, "按照要求公开。")));
      byte[] pdf = PDF.render(report);
      assertThat(figures(String.join("", pages(pdf))))
          .containsExactlyInAnyOrderElementsOf(expected());
      pagesOfTheTable.add(
          (int) pages(pdf).stream().filter(page -> !figures(page).isEmpty()).count());
    }
    assertThat(pagesOfTheTable).isSubsetOf(1, 2).contains(2);
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    return pages;
  }

  @Test
  void headings_of_the_second_level_are_in_kaiti_and_numbers_are_not_broken() throws IOException {
    AnnualReport report =
        TestReports.with(
            "临县人民政府办公室", List.of("（一）主动公开。公开信息5074条。", "（二）依申请公开", "联系电话：0358-4422134。"));
    try (XWPFDocument document = docx(report)) {
      var headed = paragraph(document, "（一）主动公开。公开信息5074条。");
      assertThat(headed.getRuns().get(0).text()).isEqualTo("（一）主动公开。");
      assertThat(headed.getRuns().get(0).getStyle()).isEqualTo("HeadingTwo");
      assertThat(headed.getRuns().get(1).getStyle()).isEmpty();
      assertThat(paragraph(document, "（二）依申请公开").getStyle()).isEqualTo("Heading2");
      assertThat(document.getDocument().xmlText()).contains("<w:noBreakHyphen");
      assertThat(document.getStyles().getStyle("Heading2").getCTStyle().xmlText())
          .contains("楷体_GB2312");
    }
    assertThat(html(report))
        .contains("<p><span class=\"heading-two\">（一）主动公开。</span>公开信息5074条。</p>")
        .contains("<h3>（二）依申请公开</h3>")
        .contains("<span class=\"token\">0358-4422134</span>");
    try (PDDocument document = Loader.loadPDF(PDF.render(report))) {
      Set<String> fonts = new HashSet<>();
      for (var name : document.getPage(0).getResources().getFontNames()) {
        fonts.add(document.getPage(0).getResources().getFont(name).getName());
      }
      assertThat(fonts).anyMatch(name -> name.contains("FormKai"));
      assertThat(new PDFTextStripper().getText(document)).contains("0358-4422134");
    }
  }

  private static XWPFParagraph paragraph(XWPFDocument document, String text) {
    return document.getParagraphs().stream()
        .filter(one -> one.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_sum_says_in_its_title_over_which_organs_it_is() {
    AnnualReport own = TestReports.linxian();
    assertThat(html(TestReports.over(own, ReportScope.REGION)))
        .contains("<title>临县人民政府办公室2024年政府信息公开工作年度报告（本行政区域）</title>");
    assertThat(html(TestReports.over(own, ReportScope.LEVEL))).contains("年度报告（本级）</title>");
  }

  @Test
  void tables_on_a_screen_are_named_regions_that_a_keyboard_reaches() {
    assertThat(html(TestReports.linxian()))
        .contains("role=\"region\" aria-label=\"收到和处理政府信息公开申请情况\" tabindex=\"0\"")
        .contains("<html lang=\"zh-CN\"")
        .contains("scope=\"rowgroup\"");
  }

  @Test
  void markup_and_templates_in_a_text_are_only_text() throws IOException {
    String evil = "<b>粗</b>{year}${7*7}&amp;\"'";
    AnnualReport report = TestReports.with("临县人民政府办公室", List.of(evil));
    assertThat(html(report)).contains("&lt;b&gt;粗&lt;/b&gt;{year}${7*7}&amp;amp;");
    try (XWPFDocument document = docx(report)) {
      assertThat(document.getParagraphs()).anyMatch(paragraph -> paragraph.getText().equals(evil));
    }
    try (PDDocument document = Loader.loadPDF(PDF.render(report))) {
      assertThat(new PDFTextStripper().getText(document)).contains("<b>粗</b>{year}${7*7}");
    }
  }

  @Test
  void a_rare_name_prints_and_a_character_without_a_glyph_is_refused_by_name() throws IOException {
    AnnualReport rare = TestReports.with("临县\uD873\uDC56办公室", List.of("无"));
    try (PDDocument document = Loader.loadPDF(PDF.render(rare))) {
      assertThat(new PDFTextStripper().getText(document)).contains("\uD873\uDC56");
    }
    AnnualReport missing = TestReports.with("临县人民政府办公室", List.of("符号\uD83D\uDE00"));
    assertThatThrownBy(() -> PDF.render(missing))
        .isInstanceOf(MissingGlyph.class)
        .hasMessageContaining("U+1F600");
  }

  @Test
  void equal_reports_give_equal_html_and_docx() {
    AnnualReport report = TestReports.linxian();
    assertThat(new HtmlDocument().render(report)).isEqualTo(new HtmlDocument().render(report));
    assertThat(new DocxDocument().render(report)).isEqualTo(new DocxDocument().render(report));
  }

  private static boolean keepsNext(XWPFTableRow row) {
    return row.getCell(0).getParagraphs().get(0).getCTP().getPPr().isSetKeepNext();
  }

  private static String html(AnnualReport report) {
    return new String(new HtmlDocument().render(report), StandardCharsets.UTF_8);
  }

  private static XWPFDocument docx(AnnualReport report) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(new DocxDocument().render(report)));
  }

  /** The figures of {@link TestReports#distinct}, which are the only ones from 1000 to 1299. */
  private static List<String> figures(String text) {
    Matcher matcher = Pattern.compile("(?<!\\d)1[0-2]\\d\\d(?!\\d)").matcher(text);
    return matcher.results().map(result -> result.group()).toList();
  }

  private static List<String> expected() {
    return TestReports.distinctFigures();
  }

  private static boolean isCompatibilityRadical(int codePoint) {
    return codePoint >= 0x2E80 && codePoint <= 0x2FDF || codePoint >= 0xF900 && codePoint <= 0xFAFF;
  }
}
