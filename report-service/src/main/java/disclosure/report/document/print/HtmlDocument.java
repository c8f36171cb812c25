package disclosure.report.document.print;

import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Resources;
import disclosure.report.document.part.Texts;
import disclosure.report.form.AnnualReport;
import java.nio.charset.StandardCharsets;

/** The report as one HTML file that needs nothing else, readable on any screen and by ear. */
public final class HtmlDocument {

  private static final String STYLES = Resources.text("screen.css");

  /** The report for a page that has styles for it: an {@code article} of the class report. */
  public static String fragment(AnnualReport report) {
    return HtmlPage.ofFragment(report);
  }

  /**
   * The file's bytes in UTF-8; the same report gives the same bytes.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report) {
    Texts.requirePrintable(report);
    return HtmlPage.ofScreen(report, STYLES).getBytes(StandardCharsets.UTF_8);
  }
}
