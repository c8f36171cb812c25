package disclosure.report.document.office;

import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Package;
import disclosure.report.document.part.PackageParts;
import disclosure.report.document.part.Texts;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables of sections two, three and four as a workbook, a sheet each, merged as in the form.
 * Figures are numbers; text is text, whatever it begins with, and there is no formula.
 */
public final class XlsxDocument {

  /** What the document says of the program that wrote it; readers show it nowhere. */
  private static final String WRITER = "disclosure";

  private static final String SHEETS = "xl/worksheets/";
  private static final Pattern MERGED = Pattern.compile("<mergeCell [^>]*>");

  /**
   * The file's bytes; the same report gives the same bytes.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report) {
    Texts.requirePrintable(report);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
      try (Workbook workbook = new Workbook(bytes, WRITER, "1.0")) {
        for (SectionContent section : SectionContent.of(report)) {
          if (!section.tables().isEmpty()) {
            sheet(workbook.newWorksheet(section.section().numbered()), report, section);
          }
        }
      }
      return settled(bytes.toByteArray(), report);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void sheet(Worksheet sheet, AnnualReport report, SectionContent section) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    FormTable widest =
        section.tables().stream()
            .max((one, other) -> Integer.compare(one.columns(), other.columns()))
            .orElseThrow();
    XlsxTable.columns(sheet, widest);
    XlsxTable.title(sheet, 0, report.title(), widest);
    XlsxTable.title(sheet, 1, section.section().numbered(), widest);
    int row = 3;
    for (FormTable table : section.tables()) {
      new XlsxTable(sheet, table, widest, row).write();
      row += table.rows() + 1;
    }
  }

  /**
   * The library stamps the moment of writing into the file and lists merged cells in an order that
   * differs from run to run; here every part is timeless and in order.
   */
  private static byte[] settled(byte[] workbook, AnnualReport report) {
    Package settled = new Package();
    PackageParts.of(workbook)
        .forEach(
            (name, content) ->
                settled.part(name, name.startsWith(SHEETS) ? mergedInOrder(content) : content));
    return settled.part(CoreProperties.PART, CoreProperties.of(report)).bytes();
  }

  private static byte[] mergedInOrder(byte[] sheet) {
    String xml = new String(sheet, StandardCharsets.UTF_8);
    Iterator<String> ordered =
        MERGED.matcher(xml).results().map(MatchResult::group).sorted().iterator();
    return MERGED
        .matcher(xml)
        .replaceAll(merged -> Matcher.quoteReplacement(ordered.next()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
