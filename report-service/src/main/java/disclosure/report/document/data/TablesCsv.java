package disclosure.report.document.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.report.content.FormEdition;
import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Texts;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.Figure;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * The tables of sections two, three and four as CSV (RFC 4180), one figure a line, and what its
 * columns are (W3C CSVW). The file holds the form's own words and figures alone, no text of an
 * editor's, so that nothing in it can be a formula.
 */
public final class TablesCsv {

  /** Without it, spreadsheets on Chinese systems take the file for GBK. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String BETWEEN_LABELS = " / ";

  private static final CSVFormat HEADER = CSVFormat.RFC4180;
  private static final CSVFormat FIGURES =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

  /** The file's bytes in UTF-8; the same report gives the same bytes. */
  public byte[] render(AnnualReport report) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    try {
      HEADER.printRecord(csv, "section", "table", "row", "column", "figure");
      for (SectionContent section : SectionContent.of(report)) {
        for (FormTable table : section.tables()) {
          for (Figure figure : table.figures()) {
            print(section, table, figure, csv);
          }
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The metadata of the CSV that the same address gives with {@code format=csv}.
   *
   * @throws MissingGlyph when a character can't be printed
   */
  public byte[] metadata(AnnualReport report) {
    Texts.requirePrintable(report);
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("@context", "http://www.w3.org/ns/csvw");
    metadata.put("url", "?format=csv");
    metadata.put("dc:title", report.title());
    metadata.put("dc:creator", report.organName());
    metadata.put("dc:language", "zh-CN");
    metadata.put("dc:source", FormEdition.of(report.year()).notice());
    ObjectNode schema = metadata.putObject("tableSchema");
    schema.putArray("primaryKey").add("section").add("table").add("row").add("column");
    ArrayNode columns = schema.putArray("columns");
    column(columns, "section", "部分", "string", true);
    column(columns, "table", "表", "string", true);
    column(columns, "row", "行", "string", false).put("default", "");
    column(columns, "column", "列", "string", true);
    column(columns, "figure", "数值", "decimal", report.proactive().complete());
    return metadata.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode column(
      ArrayNode columns, String name, String label, String datatype, boolean required) {
    ObjectNode column = columns.addObject();
    column.put("name", name);
    column.putArray("titles").add(name);
    column.put("dc:title", label);
    column.put("datatype", datatype);
    return column.put("required", required);
  }

  private static void print(SectionContent section, FormTable table, Figure figure, Appendable csv)
      throws IOException {
    FIGURES.printRecord(
        csv,
        section.section().number(),
        table.caption(),
        joined(figure.row()),
        joined(figure.column()),
        figure.value().map(BigDecimal::toPlainString).orElse(""));
  }

  private static String joined(List<String> labels) {
    return String.join(BETWEEN_LABELS, labels);
  }
}
