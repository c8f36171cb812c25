package disclosure.report.document.ofd;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.document.part.PackageParts;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

class OfdDocumentTest {

  private static final OfdDocument OFD = new OfdDocument(new PdfDocument(Optional.empty()));

  @Test
  void another_reader_finds_all_175_cells_as_text() throws IOException {
    String text = text(TestReports.distinct());
    List<String> figures =
        Pattern.compile("(?<!\\d)1[0-2]\\d\\d(?!\\d)")
            .matcher(text)
            .results()
            .map(result -> result.group())
            .toList();
    assertThat(figures).containsExactlyInAnyOrderElementsOf(TestReports.distinctFigures());
    assertThat(text.codePoints().filter(OfdDocumentTest::isCompatibilityRadical)).isEmpty();
  }

  @Test
  void another_reader_finds_the_texts_the_pages_and_the_outline() throws IOException {
    byte[] ofd = OFD.render(TestReports.published());
    try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd))) {
      assertThat(reader.getNumberOfPages()).isEqualTo(6);
    }
    assertThat(text(TestReports.published()).replaceAll("\\s", ""))
        .contains("临县人民政府办公室", "2024年政府信息公开工作年度报告", "六、其他需要报告的事项", "2025年1月20日");
    String document = part(ofd, "Doc_0/Document.xml");
    assertThat(document).contains("Title=\"三、收到和处理政府信息公开申请情况\"");
    assertThat(Pattern.compile("<ofd:OutlineElem ").matcher(document).results()).hasSize(6);
    assertThat(document).contains("<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>");
    assertThat(part(ofd, "Doc_0/Pages/Page_0/Content.xml"))
        .contains("<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>");
    assertThat(part(ofd, "OFD.xml")).contains("<ofd:CreationDate>2025-01-20</ofd:CreationDate>");
  }

  @Test
  void a_character_beyond_the_basic_plane_is_drawn_by_its_glyph() throws IOException {
    byte[] ofd = OFD.render(TestReports.with("临县\uD873\uDC56办公室", List.of("无")));
    Map<String, byte[]> parts = PackageParts.of(ofd);
    String page = new String(parts.get("Doc_0/Pages/Page_0/Content.xml"), StandardCharsets.UTF_8);
    var drawn =
        Pattern.compile(
                "Font=\"(\\d+)\"[^>]*><ofd:CGTransform CodePosition=\"0\" CodeCount=\"2\""
                    + " GlyphCount=\"1\"><ofd:Glyphs>(\\d+)</ofd:Glyphs></ofd:CGTransform><ofd:TextCode"
                    + " [^>]*>\uD873\uDC56</ofd:TextCode>")
            .matcher(page);
    assertThat(drawn.find()).isTrue();
    byte[] file = parts.get("Doc_0/Res/font_" + drawn.group(1) + ".ttf");
    try (TrueTypeFont subset = new TTFParser(true).parse(new RandomAccessReadBuffer(file))) {
      int glyph = Integer.parseInt(drawn.group(2));
      assertThat(glyph).isPositive();
      assertThat(subset.getGlyph().getGlyph(glyph).getNumberOfContours()).isNotZero();
    }
    assertThat(text(TestReports.with("临县\uD873\uDC56办公室", List.of("无")))).contains("\uD873\uDC56");
  }

  @Test
  void its_fonts_hold_a_glyph_for_every_character_of_the_map() throws IOException {
    Map<String, byte[]> parts = PackageParts.of(OFD.render(TestReports.published()));
    List<String> fonts = parts.keySet().stream().filter(name -> name.endsWith(".ttf")).toList();
    assertThat(fonts).hasSize(4);
    for (String name : fonts) {
      try (TrueTypeFont font =
          new TTFParser(true).parse(new RandomAccessReadBuffer(parts.get(name)))) {
        assertThat(font.getOS2Windows().getVersion()).isZero();
      }
    }
  }

  @Test
  void markup_in_a_text_is_only_text() throws IOException {
    String evil = "</ofd:TextCode><b>粗</b>{year}${7*7}&amp;";
    assertThat(text(TestReports.with("临县人民政府办公室", List.of(evil))).replaceAll("\\s", ""))
        .contains(evil);
  }

  @Test
  void equal_reports_give_equal_bytes() {
    AnnualReport report = TestReports.linxian();
    byte[] first = OFD.render(report);
    OfdDocument other = new OfdDocument(new PdfDocument(Optional.empty()));
    assertThat(Arrays.equals(other.render(report), first)).isTrue();
  }

  @Test
  void drawn_together_with_the_pdf_both_are_the_same_as_drawn_alone() {
    AnnualReport report = TestReports.linxian();
    AtomicReference<byte[]> pdf = new AtomicReference<>();

    byte[] ofd = OFD.render(report, pdf::set);

    assertThat(Arrays.equals(ofd, OFD.render(report))).isTrue();
    assertThat(Arrays.equals(pdf.get(), new PdfDocument(Optional.empty()).render(report))).isTrue();
  }

  private static String text(AnnualReport report) throws IOException {
    List<String> lines = new ArrayList<>();
    try (OFDReader reader = new OFDReader(new ByteArrayInputStream(OFD.render(report)))) {
      ContentExtractor extractor = new ContentExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        lines.addAll(extractor.getPageContent(page));
      }
    }
    return String.join("\n", lines);
  }

  private static String part(byte[] ofd, String name) {
    return new String(PackageParts.of(ofd).get(name), StandardCharsets.UTF_8);
  }

  private static boolean isCompatibilityRadical(int codePoint) {
    return codePoint >= 0x2E80 && codePoint <= 0x2FDF || codePoint >= 0xF900 && codePoint <= 0xFAFF;
  }
}
