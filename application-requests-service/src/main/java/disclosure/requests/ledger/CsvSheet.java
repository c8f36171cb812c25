package disclosure.requests.ledger;

import disclosure.edge.Refusal;
import disclosure.requests.ledger.Sheet.Line;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A ledger as CSV: records of RFC 4180, with commas, semicolons or tabs between, as spreadsheets
 * and people write them. Lines are numbered as records.
 */
final class CsvSheet {

  /** Of one row, in characters; so much a mark of quotation that nobody closed may swallow. */
  static final int MAX_ROW_LENGTH = 1_000_000;

  /** As many as a worksheet has, blank ones included. */
  private static final int MAX_RECORDS = 1 << 20;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(false)
          .setIgnoreSurroundingSpaces(true)
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private CsvSheet() {}

  /**
   * Reads the rows with anything in them.
   *
   * @throws Refusal 400 for too many rows, or one that is too long
   */
  static Sheet read(String text) throws IOException {
    List<Line> lines = new ArrayList<>();
    Records records = new Records(text);
    CSVFormat format = FORMAT.builder().setDelimiter(separator(text)).get();
    try (CSVParser parser = CSVParser.builder().setReader(records).setFormat(format).get()) {
      for (CSVRecord row : parser) {
        records.next();
        Line line = new Line((int) row.getRecordNumber(), cells(row));
        if (!line.isBlank()) {
          lines.add(line);
        }
        LedgerFile.requireFew(lines);
        if (row.getRecordNumber() >= MAX_RECORDS) {
          throw LedgerFile.tooManyRows();
        }
      }
    }
    return new Sheet("", lines);
  }

  /** Nothing is kept of an empty cell: a small file has millions of them. */
  private static List<String> cells(CSVRecord row) {
    return row.stream()
        .limit(LedgerFile.MAX_COLUMNS)
        .map(String::strip)
        .map(cell -> cell.isEmpty() ? "" : cell)
        .toList();
  }

  private static char separator(String text) {
    String first = text.lines().limit(10).reduce("", String::concat);
    return Stream.of(';', '\t', ',')
        .max(Comparator.comparing(one -> first.chars().filter(c -> c == one).count()))
        .orElseThrow();
  }

  /** The text, of which no record may take too much. */
  private static final class Records extends FilterReader {

    private int length;

    Records(String text) {
      super(new StringReader(text));
    }

    void next() {
      length = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
      int read = super.read(buffer, offset, most);
      length += Math.max(0, read);
      if (length > MAX_ROW_LENGTH) {
        throw Refusal.invalid(
            "",
            "有一行超过100万字，请检查引号是否成对",
            "a row is longer than 1,000,000 characters; look for a quotation mark that is not"
                + " closed");
      }
      return read;
    }
  }
}
