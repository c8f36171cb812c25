package disclosure.report.document.ofd;

import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.print.Fonts;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.form.AnnualReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * The report as OFD (GB/T 33190-2016), the same pages as the PDF: real text, embedded fonts, an
 * outline.
 */
public final class OfdDocument {

  private final PdfDocument pdf;

  /**
   * A renderer for any number of threads.
   *
   * @param pdf draws the pages, and lends its fonts
   */
  public OfdDocument(PdfDocument pdf) {
    this.pdf = pdf;
  }

  /**
   * The file's bytes; the same report gives the same bytes.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report) {
    return pdf.plain(report, (bytes, fonts) -> convert(bytes, fonts, report));
  }

  /**
   * The same, together with the PDF: the pages are drawn once for both.
   *
   * @param alsoPdf takes the PDF's bytes, which are those that {@link PdfDocument#render} gives
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] render(AnnualReport report, Consumer<byte[]> alsoPdf) {
    return pdf.structured(
        report,
        (bytes, fonts) -> {
          alsoPdf.accept(bytes);
          return convert(bytes, fonts, report);
        });
  }

  private static byte[] convert(byte[] bytes, Fonts fonts, AnnualReport report) {
    OfdIds ids = new OfdIds();
    OfdFonts used = new OfdFonts(fonts, ids);
    List<OfdPackage.PlacedPage> pages = new ArrayList<>();
    List<OfdPackage.Mark> outline = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      for (PDPage page : document.getPages()) {
        pages.add(
            new OfdPackage.PlacedPage(
                ids.next(),
                OfdNumber.paper(page.getMediaBox().getWidth()),
                OfdNumber.paper(page.getMediaBox().getHeight()),
                OfdPage.objects(page, used)));
      }
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        int page = document.getPages().indexOf(item.findDestinationPage(document));
        outline.add(new OfdPackage.Mark(item.getTitle(), pages.get(page).id()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new OfdPackage(ids, pages, used.used(), outline).bytes(report);
  }
}
