package disclosure.report.document.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Resources;
import disclosure.report.document.part.Texts;
import disclosure.report.document.print.HtmlPage.TableBreak;
import disclosure.report.form.AnnualReport;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The report as a PDF on the page of GB/T 9704, with embedded fonts, bookmarks and structure
 * (PDF/A-2a and PDF/UA-1). The same report gives the same bytes.
 */
public final class PdfDocument {

  private static final String STYLES = Resources.text("print.css");
  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private final Optional<Path> fontDirectory;
  private Optional<Fonts> fonts = Optional.empty();

  /**
   * A renderer for any number of threads. The fonts are parsed once, for the first document.
   *
   * @param fontDirectory where the office keeps fonts of its own
   */
  public PdfDocument(Optional<Path> fontDirectory) {
    this.fontDirectory = fontDirectory;
    XRLog.setLoggingEnabled(false);
  }

  /**
   * The file's bytes.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report) {
    return structured(report, (bytes, fonts) -> bytes);
  }

  /**
   * Draws the file, and turns it into another format as well.
   *
   * @param turn takes the file's bytes and the fonts that are in it
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] structured(AnnualReport report, BiFunction<byte[], Fonts, byte[]> turn) {
    return turn.apply(draw(report, fonts(), true), fonts());
  }

  /**
   * Draws the pages without structure, to be turned into another format.
   *
   * @param turn takes the file's bytes and the fonts that are in it
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] plain(AnnualReport report, BiFunction<byte[], Fonts, byte[]> turn) {
    return turn.apply(draw(report, fonts(), false), fonts());
  }

  private synchronized Fonts fonts() {
    if (fonts.isEmpty()) {
      fonts = Optional.of(Fonts.parse(fontDirectory));
    }
    return fonts.get();
  }

  private static byte[] draw(AnnualReport report, Fonts fonts, boolean structured) {
    Texts.requirePrintable(report);
    fonts.requireGlyphs(Texts.printed(report));
    TableBreak needed = TableBreak.ANYWHERE;
    for (boolean settled = false; ; settled = true) {
      String page = HtmlPage.ofPaper(report, STYLES, needed);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
      try (PDDocument document = new DatedPdf(report.dated(), page, structured);
          PdfBoxRenderer renderer = renderer(document, page, fonts, structured, bytes)) {
        renderer.layout();
        needed = settled ? TableBreak.ANYWHERE : BrokenTable.of(renderer, report);
        if (needed.equals(TableBreak.ANYWHERE)) {
          renderer.createPDF();
          return bytes.toByteArray();
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  private static PdfBoxRenderer renderer(
      PDDocument document,
      String page,
      Fonts fonts,
      boolean structured,
      ByteArrayOutputStream bytes) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    for (Fonts.Font font : fonts.all()) {
      builder.useFont(new Supplied(document, font), font.family(), 400, FontStyle.NORMAL, true);
    }
    builder.usePdfUaAccessibility(structured);
    builder.usePdfAConformance(structured ? PdfAConformance.PDFA_2_A : PdfAConformance.PDFA_2_B);
    builder.useColorProfile(COLOURS);
    builder.withHtmlContent(page, null);
    builder.toStream(bytes);
    return builder.buildPdfRenderer();
  }

  /** Embeds a font that is parsed already; its subset belongs to one document. */
  private static final class Supplied extends PDFontSupplier {

    private final PDDocument document;
    private final Fonts.Font font;
    private Optional<PDFont> embedded = Optional.empty();

    Supplied(PDDocument document, Fonts.Font font) {
      super(null);
      this.document = document;
      this.font = font;
    }

    @Override
    public PDFont supply() {
      if (embedded.isEmpty()) {
        try {
          embedded = Optional.of(PDType0Font.load(document, font.font(), true));
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
      return embedded.get();
    }
  }
}
