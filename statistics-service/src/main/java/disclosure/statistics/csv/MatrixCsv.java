package disclosure.statistics.csv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.SpreadsheetText;
import disclosure.requests.contract.ApplicantType;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** The matrix as CSV (RFC 4180), and the metadata that tell what its columns are (W3C CSVW). */
public final class MatrixCsv {

  /** The media type of the tables. */
  public static final String CSV = "text/csv;charset=UTF-8;header=present";

  /** The media type of what their columns are. */
  public static final String CSVW = "application/csvm+json";

  /** Without it, spreadsheets on Chinese systems take the file for GBK. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final CSVFormat PLAIN = CSVFormat.RFC4180;
  private static final CSVFormat QUOTED =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

  private MatrixCsv() {}

  /** One table. */
  public static String csv(Matrix matrix) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    try {
      PLAIN.print("code", csv, true);
      printColumns(csv);
      for (MatrixRow row : matrix.rows()) {
        PLAIN.print(row.code(), csv, true);
        print(row, csv);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return csv.toString();
  }

  /** The first line of tables of several organs. */
  public static void begin(Appendable csv) throws IOException {
    csv.append(BYTE_ORDER_MARK);
    PLAIN.print("organ", csv, true);
    PLAIN.print("organName", csv, false);
    PLAIN.print("code", csv, false);
    printColumns(csv);
  }

  /** A table among those of several organs: 25 lines. */
  public static void print(Matrix matrix, Appendable csv) throws IOException {
    for (MatrixRow row : matrix.rows()) {
      PLAIN.print(matrix.organ().value(), csv, true);
      QUOTED.print(SpreadsheetText.inert(matrix.organName()), csv, false);
      PLAIN.print(row.code(), csv, false);
      print(row, csv);
    }
  }

  private static void printColumns(Appendable csv) throws IOException {
    PLAIN.print("number", csv, false);
    PLAIN.print("label", csv, false);
    for (ApplicantType type : ApplicantType.values()) {
      PLAIN.print(type, csv, false);
    }
    PLAIN.print("TOTAL", csv, false);
    PLAIN.println(csv);
  }

  private static void print(MatrixRow row, Appendable csv) throws IOException {
    PLAIN.print(row.number(), csv, false);
    QUOTED.print(row.label(), csv, false);
    for (ApplicantType type : ApplicantType.values()) {
      PLAIN.print(row.counts().of(type), csv, false);
    }
    PLAIN.print(row.total(), csv, false);
    PLAIN.println(csv);
  }

  /**
   * What the columns of one table are.
   *
   * @param url where the CSV is
   */
  public static ObjectNode metadata(Matrix matrix, String url) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("@context", "http://www.w3.org/ns/csvw");
    metadata.put("url", url);
    metadata.put(
        "dc:title",
        String.format(
            Locale.ROOT,
            "%s收到和处理政府信息公开申请情况（%s至%s）",
            matrix.organName(),
            matrix.from(),
            matrix.to()));
    metadata.put("dc:language", "zh-CN");
    metadata.put("dc:date", matrix.asOf().toString());
    metadata.put("dc:source", "国办公开办函〔2021〕30号");
    ObjectNode schema = metadata.putObject("tableSchema");
    schema.put("primaryKey", "code");
    ArrayNode columns = schema.putArray("columns");
    column(columns, "code", "代码", "string");
    column(columns, "number", "序号", "string");
    column(columns, "label", "项目", "string");
    for (ApplicantType type : ApplicantType.values()) {
      column(columns, type.name(), type.label(), "nonNegativeInteger");
    }
    column(columns, "TOTAL", "总计", "nonNegativeInteger");
    return metadata;
  }

  private static void column(ArrayNode columns, String name, String label, String datatype) {
    ObjectNode column = columns.addObject();
    column.put("name", name);
    column.putArray("titles").add(name);
    column.put("dc:title", label);
    column.put("datatype", datatype);
    column.put("required", true);
  }
}
