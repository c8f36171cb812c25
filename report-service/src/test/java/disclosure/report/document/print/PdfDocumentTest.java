package disclosure.report.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PdfDocumentTest {

  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final PdfDocument PDF = new PdfDocument(Optional.empty());

  @BeforeAll
  static void verapdf() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void fulfils_pdf_a_2a_for_the_archive_and_pdf_ua_1_for_everyone() throws Exception {
    byte[] pdf = PDF.render(TestReports.published());
    assertThat(violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void a_rare_name_breaks_neither_standard() throws Exception {
    byte[] pdf = PDF.render(TestReports.with("临县䶮㛃\uD873\uDC56办公室", List.of("无")));
    assertThat(violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void is_set_on_the_page_of_gb_t_9704() throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF.render(TestReports.published()))) {
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth() / POINTS_PER_MM).isBetween(209.9, 210.1);
      assertThat(page.getMediaBox().getHeight() / POINTS_PER_MM).isBetween(296.9, 297.1);
      Positions positions = new Positions();
      positions.setEndPage(1);
      positions.getText(document);
      assertThat(positions.left / POINTS_PER_MM).isBetween(27.9, 28.6);
      assertThat(positions.most).isEqualTo(28);
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
    }
  }

  @Test
  void each_table_of_section_two_stays_on_one_page_and_the_first_below_the_heading()
      throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF.render(TestReports.published()))) {
      assertThat(page(document, "行政规范性文件"))
          .isEqualTo(page(document, "第二十条第（一）项"))
          .isEqualTo(page(document, "二、主动公开政府信息情况"));
      assertThat(page(document, "行政许可")).isEqualTo(page(document, "第二十条第（五）项"));
      assertThat(page(document, "行政强制")).isEqualTo(page(document, "第二十条第（六）项"));
      assertThat(page(document, "行政事业性收费")).isEqualTo(page(document, "第二十条第（八）项"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 90, 200, 300})
  void a_table_has_the_same_border_on_both_sides(int resolution) throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF.render(TestReports.published()))) {
      BufferedImage image =
          new PDFRenderer(document)
              .renderImageWithDPI(page(document, "第二十条第（六）项") - 1, resolution, ImageType.GRAY);
      long left = ink(image, 28, resolution);
      long right = ink(image, 210 - 26, resolution);
      assertThat(right).isCloseTo(left, Percentage.withPercentage(20));
    }
  }

  /** How dark the upper half is within a millimetre of an edge of the text. */
  private static long ink(BufferedImage image, int edge, int resolution) {
    long ink = 0;
    for (int x = pixel(edge - 1, resolution); x <= pixel(edge + 1, resolution); x++) {
      for (int y = pixel(40, resolution); y < pixel(90, resolution); y++) {
        ink += 255 - image.getRaster().getSample(x, y, 0);
      }
    }
    return ink;
  }

  private static int pixel(int millimetres, int resolution) {
    return (int) Math.round(millimetres / 25.4 * resolution);
  }

  private static int page(PDDocument document, String text) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      if (stripper.getText(document).contains(text)) {
        return page;
      }
    }
    throw new AssertionError(text);
  }

  @Test
  void equal_reports_give_equal_bytes_and_others_another_identifier() throws Exception {
    AnnualReport report = TestReports.linxian();
    byte[] first = PDF.render(report);
    assertThat(Arrays.equals(new PdfDocument(Optional.empty()).render(report), first)).isTrue();
    assertThat(identifier(PDF.render(TestReports.published()))).isNotEqualTo(identifier(first));
  }

  private static String identifier(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getDocument().getDocumentID().toString();
    }
  }

  private static List<String> violations(byte[] pdf, PDFAFlavour flavour)
      throws VeraPDFException, IOException {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).isPositive();
      return result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
          .distinct()
          .toList();
    }
  }

  /** The leftmost character of the body, and the most body characters on a line. */
  private static final class Positions extends PDFTextStripper {

    private double left = Double.MAX_VALUE;
    private long most;

    Positions() throws IOException {
      super();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      List<TextPosition> body =
          positions.stream().filter(one -> Math.abs(one.getWidthDirAdj() - 15.75) < 0.1).toList();
      body.forEach(one -> left = Math.min(left, one.getXDirAdj()));
      most = Math.max(most, body.size());
    }
  }
}
