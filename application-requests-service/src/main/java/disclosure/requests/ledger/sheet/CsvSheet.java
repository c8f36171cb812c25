package disclosure.requests.ledger.sheet;

import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static final int LOOKED_AT = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(false)
          .setIgnoreSurroundingSpaces(true)
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d{1,14})?[Ee]\\+\\d{2,3}");

  private CsvSheet() {}

  /**
   * Reads the rows.
   *
   * @throws Refusal 400 for too many rows, or one that is too long
   */
  static void read(byte[] file, Charset charset, Lines lines) throws IOException, SQLException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), charset));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    CSVFormat format = FORMAT.builder().setDelimiter(separator(text)).get();
    Records records = new Records(text);
    lines.sheet("");
    try (CSVParser parser = CSVParser.builder().setReader(records).setFormat(format).get()) {
      for (CSVRecord row : parser) {
        records.next();
        List<String> cells = cells(row);
        lines.line(new Line((int) row.getRecordNumber(), cells, cutOff(cells)));
        if (row.getRecordNumber() >= MAX_RECORDS) {
          throw LedgerFile.tooManyRows();
        }
      }
    }
  }

  /** Nothing is kept of an empty cell: a small file has millions of them. */
  private static List<String> cells(CSVRecord row) {
    return row.stream()
        .limit(LedgerFile.MAX_COLUMNS)
        .map(String::strip)
        .map(cell -> cell.isEmpty() ? "" : cell)
        .toList();
  }

  /** Long numbers as spreadsheets write them into CSV. */
  private static Map<Integer, Flaw> cutOff(List<String> cells) {
    return IntStream.range(0, cells.size())
        .filter(column -> SCIENTIFIC.matcher(cells.get(column)).matches())
        .boxed()
        .collect(Collectors.toMap(Function.identity(), column -> Flaw.CUT_OFF));
  }

  /** By what the first lines have most of. */
  private static char separator(BufferedReader text) throws IOException {
    char[] start = new char[LOOKED_AT];
    text.mark(LOOKED_AT);
    int read = 0;
    for (int more = 0; more >= 0 && read < LOOKED_AT; read += Math.max(0, more)) {
      more = text.read(start, read, LOOKED_AT - read);
    }
    text.reset();
    String first = new String(start, 0, read).lines().limit(10).reduce("", String::concat);
    return Stream.of(';', '\t', ',')
        .max(Comparator.comparing(one -> first.chars().filter(c -> c == one).count()))
        .orElseThrow();
  }

  /** The text, of which no record may take too much. */
  private static final class Records extends FilterReader {

    private int length;

    Records(Reader text) {
      super(text);
    }

    void next() {
      length = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
      int read = super.read(buffer, offset, most);
      length += Math.max(0, read);
      if (length > MAX_ROW_LENGTH) {
        throw Refusal.invalid(RegisterFault.FILE_ROW_TOO_LONG.at("", Expected.atMost(1_000_000)));
      }
      return read;
    }
  }
}
