package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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
  void table_three_stays_on_one_page_below_its_heading() throws IOException {
    byte[] pdf = PDF.render(TestReports.published());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
      assertThat(pages)
          .filteredOn(page -> page.contains("一、本年新收政府信息公开申请数量"))
          .singleElement()
          .asString()
          .contains("三、收到和处理政府信息公开申请情况", "四、结转下年度继续办理");
      assertThat(pages.get(pages.size() - 1)).contains("本机关 2024 年度", "2025年1月20日");
    }
    try (XWPFDocument document = docx(TestReports.published())) {
      List<XWPFTableRow> rows = document.getTables().get(4).getRows();
      assertThat(rows.subList(0, 27)).allMatch(DocumentsTest::keepsNext);
      assertThat(keepsNext(rows.get(27))).isFalse();
      assertThat(rows.subList(0, 3)).allMatch(XWPFTableRow::isRepeatHeader);
    }
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
