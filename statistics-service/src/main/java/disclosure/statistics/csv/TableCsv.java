package disclosure.statistics.csv;

import disclosure.edge.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Any table as CSV (RFC 4180). */
public final class TableCsv {

  private TableCsv() {}

  /** The heads, and a line for each row. */
  public static String csv(List<String> heads, List<List<String>> rows) {
    StringBuilder csv = new StringBuilder(MatrixCsv.BYTE_ORDER_MARK);
    try {
      CSVFormat.RFC4180.printRecord(csv, heads.stream().map(SpreadsheetText::inert).toArray());
      for (List<String> row : rows) {
        CSVFormat.RFC4180.printRecord(csv, row.stream().map(SpreadsheetText::inert).toArray());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return csv.toString();
  }
}
