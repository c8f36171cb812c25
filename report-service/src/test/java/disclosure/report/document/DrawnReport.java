package disclosure.report.document;

import disclosure.report.document.data.TablesCsv;
import disclosure.report.document.data.TablesJson;
import disclosure.report.document.ofd.OfdDocument;
import disclosure.report.document.office.DocxDocument;
import disclosure.report.document.office.XlsxDocument;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Draws the published report of 2024 in every format into a folder, to be looked at. */
final class DrawnReport {

  private DrawnReport() {}

  /** Takes the folder; {@code target/documents} unless one is named. */
  public static void main(String[] arguments) throws IOException {
    Path folder =
        arguments.length > 0 ? Path.of(arguments[0]) : Path.of("target").resolve("documents");
    draw(TestReports.published(), Files.createDirectories(folder));
  }

  static void draw(AnnualReport report, Path folder) throws IOException {
    Files.write(folder.resolve("report.html"), new HtmlDocument().render(report));
    Files.write(folder.resolve("report.docx"), new DocxDocument().render(report));
    Files.write(folder.resolve("report.pdf"), new PdfDocument(Optional.empty()).render(report));
    Files.write(
        folder.resolve("report.ofd"),
        new OfdDocument(new PdfDocument(Optional.empty())).render(report));
    Files.write(folder.resolve("report.xlsx"), new XlsxDocument().render(report));
    Files.write(folder.resolve("report.csv"), new TablesCsv().render(report));
    Files.write(folder.resolve("report.json"), new TablesJson().render(report));
  }
}
