package disclosure.report.reading;

import disclosure.report.document.DocxDocument;
import disclosure.report.document.HtmlDocument;
import disclosure.report.document.MissingGlyph;
import disclosure.report.document.OfdDocument;
import disclosure.report.document.PdfDocument;
import disclosure.report.document.TablesCsv;
import disclosure.report.document.TablesJson;
import disclosure.report.document.XlsxDocument;
import disclosure.report.form.AnnualReport;
import disclosure.edge.Text;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Draws a report in a format. The renderers keep parsed fonts, so there is one of each. */
@ApplicationScoped
public class Documents {

  private final HtmlDocument html = new HtmlDocument();
  private final DocxDocument docx = new DocxDocument();
  private final PdfDocument pdf;
  private final OfdDocument ofd;
  private final XlsxDocument xlsx = new XlsxDocument();
  private final TablesCsv csv = new TablesCsv();
  private final TablesJson json = new TablesJson();
  private final RenderingCosts costs;

  Documents(
      @ConfigProperty(name = "report.fonts-directory") Optional<Path> fontsDirectory,
      MeterRegistry metrics) {
    this.costs = new RenderingCosts(metrics);
    this.pdf = new PdfDocument(fontsDirectory);
    this.ofd = new OfdDocument(pdf);
  }

  /**
   * The document's bytes.
   *
   * @throws Refusal 422 when a character of the report can't be printed
   */
  public byte[] render(AnnualReport annual, DocumentFormat format) {
    return printable(() -> costs.of(format, () -> bytes(annual, format)));
  }

  /**
   * Several documents of one report. What is drawn for one of them serves the others too.
   *
   * @throws Refusal 422 when a character of the report can't be printed
   */
  public Map<DocumentFormat, byte[]> render(
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
        drawn.put(format, render(annual, format));
      }
    }
    return drawn;
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
          List.of(Fault.of("format", "无法以此格式输出", "can't be drawn in this format")));
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
