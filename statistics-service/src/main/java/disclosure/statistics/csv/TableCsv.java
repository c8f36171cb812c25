package disclosure.statistics.csv;

import disclosure.edge.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** Any table as CSV (RFC 4180). */
public final class TableCsv {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

  /** What stands on pages where there is no number. */
  private static final String NONE = "—";

  private TableCsv() {}

  /** The heads, and a line for each row. */
  public static String csv(List<String> heads, List<List<String>> rows) {
    StringBuilder csv = new StringBuilder(MatrixCsv.BYTE_ORDER_MARK);
    try {
      CSVFormat.RFC4180.printRecord(csv, heads.stream().map(SpreadsheetText::inert).toArray());
      for (List<String> row : rows) {
        CSVFormat.RFC4180.printRecord(csv, row.stream().map(TableCsv::cell).toArray());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return csv.toString();
  }

  /** A number stays one, whatever its sign; what could be run doesn't. */
  private static String cell(String text) {
    if (text.equals(NONE)) {
      return "";
    }
    return NUMBER.matcher(text).matches() ? text : SpreadsheetText.inert(text);
  }
}
