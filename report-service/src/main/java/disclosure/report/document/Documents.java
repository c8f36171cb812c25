package disclosure.report.document;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.document.data.TablesCsv;
import disclosure.report.document.data.TablesJson;
import disclosure.report.document.ofd.OfdDocument;
import disclosure.report.document.office.DocxDocument;
import disclosure.report.document.office.XlsxDocument;
import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.fault.ReportFault;
import disclosure.report.form.AnnualReport;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Draws a report in a format. The renderers keep parsed fonts, so there is one of each, and what is
 * laid out waits for its turn.
 */
@ApplicationScoped
public class Documents {

  /** The formats that are laid out or packed, which takes memory and time. */
  private static final Set<DocumentFormat> LIMITED =
      EnumSet.of(DocumentFormat.PDF, DocumentFormat.OFD, DocumentFormat.DOCX, DocumentFormat.XLSX);

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BACKGROUND_TIMEOUT = Duration.ofMinutes(2);
  private static final String BACKGROUND = "";

  private final HtmlDocument html = new HtmlDocument();
  private final DocxDocument docx = new DocxDocument();
  private final PdfDocument pdf;
  private final OfdDocument ofd;
  private final XlsxDocument xlsx = new XlsxDocument();
  private final TablesCsv csv = new TablesCsv();
  private final TablesJson json = new TablesJson();
  private final RenderingCosts costs;
  private final RenderingLimit limit;

  Documents(DocumentSettings settings, MeterRegistry metrics) {
    this.limit = new RenderingLimit(settings.concurrentRenderings());
    this.costs = new RenderingCosts(metrics);
    this.pdf = new PdfDocument(settings.fontsDirectory());
    this.ofd = new OfdDocument(pdf);
  }

  /**
   * The document's bytes.
   *
   * @param client who waits for it
   * @throws Refusal 422 when a character of the report can't be printed; 503 when too many
   *     documents are being drawn
   */
  public byte[] render(AnnualReport annual, DocumentFormat format, String client) {
    return limited(Set.of(format), client, TIMEOUT, () -> drawn(annual, format));
  }

  /**
   * Several documents of one report. What is drawn for one of them serves the others too.
   *
   * @param client who waits for them
   * @throws Refusal as {@link #render(AnnualReport, DocumentFormat, String)}
   */
  public Map<DocumentFormat, byte[]> render(
      AnnualReport annual, Collection<DocumentFormat> formats, String client) {
    return limited(formats, client, TIMEOUT, () -> drawn(annual, formats));
  }

  /**
   * The same for nobody who waits: it takes its turn among the others, however long they take.
   *
   * @throws Refusal as {@link #render(AnnualReport, DocumentFormat, String)}
   */
  public Map<DocumentFormat, byte[]> renderInBackground(
      AnnualReport annual, Collection<DocumentFormat> formats) {
    return limited(formats, BACKGROUND, BACKGROUND_TIMEOUT, () -> drawn(annual, formats));
  }

  private <T> T limited(
      Collection<DocumentFormat> formats, String client, Duration timeout, Supplier<T> drawing) {
    return formats.stream().noneMatch(LIMITED::contains)
        ? drawing.get()
        : limit.within(client, timeout, drawing);
  }

  private Map<DocumentFormat, byte[]> drawn(
      AnnualReport annual, Collection<DocumentFormat> formats) {
    Map<DocumentFormat, byte[]> drawn = new EnumMap<>(DocumentFormat.class);
    if (formats.containsAll(List.of(DocumentFormat.PDF, DocumentFormat.OFD))) {
      drawn.put(
          DocumentFormat.OFD,
          printable(
              () ->
                  costs.ofPdfAndOfd(
                      () -> ofd.render(annual, bytes -> drawn.put(DocumentFormat.PDF, bytes)))));
    }
    for (DocumentFormat format : formats) {
      if (!drawn.containsKey(format)) {
        drawn.put(format, drawn(annual, format));
      }
    }
    return drawn;
  }

  private byte[] drawn(AnnualReport annual, DocumentFormat format) {
    return printable(() -> costs.of(format, () -> bytes(annual, format)));
  }

  private static byte[] printable(Supplier<byte[]> drawing) {
    try {
      return drawing.get();
    } catch (MissingGlyph missing) {
      String names = MissingGlyph.names(missing.codePoints());
      throw new Refusal(
          422,
          "missing-glyph",
          new Text("有无法打印的字符", "Characters that can't be printed"),
          new Text(
              "报告中有字体不支持的字符：" + names + "。请更换字符，或者配置含有该字符的字体。",
              "The report has characters that the fonts don't have: "
                  + names
                  + ". Replace them, or configure fonts that have them."),
          List.of(ReportFault.NOT_PRINTABLE.at("format")));
    }
  }

  private byte[] bytes(AnnualReport annual, DocumentFormat format) {
    return switch (format) {
      case HTML -> html.render(annual);
      case DOCX -> docx.render(annual);
      case PDF -> pdf.render(annual);
      case OFD -> ofd.render(annual);
      case XLSX -> xlsx.render(annual);
      case CSV -> csv.render(annual);
      case CSVW -> csv.metadata(annual);
      case JSON -> json.render(annual);
    };
  }
}
