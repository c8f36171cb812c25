package disclosure.requests.ledger.sheet;

import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads spreadsheets as texts: XLSX, or CSV in UTF-8 or GB18030. */
public final class LedgerFile {

  static final int MAX_BYTES = 20 * 1024 * 1024;
  static final int MAX_ROWS = 50_000;

  /** Of all cells together; an application is kept in a few hundred. */
  static final int MAX_CHARACTERS = 12_000_000;

  static final int MAX_COLUMNS = 200;

  /** Digits behind the point; with more it is no number that anybody wrote into a ledger. */
  private static final int MAX_SCALE = 40;

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private LedgerFile() {}

  /**
   * Reads all visible sheets, line by line.
   *
   * @throws Refusal 400 for a file that is no spreadsheet, or too large
   */
  public static void read(InputStream body, Lines lines) throws IOException, SQLException {
    byte[] file = body.readNBytes(MAX_BYTES + 1);
    if (file.length > MAX_BYTES) {
      throw Refusal.invalid("", "文件不得超过20 MiB", "a file must not exceed 20 MiB");
    }
    if (file.length == 0) {
      throw Refusal.invalid("", "缺少文件", "a file is required");
    }
    Lines bounded = new BoundedLines(lines);
    if (startsWith(file, ZIP)) {
      WorkbookLimits.check(file);
      workbook(file, bounded);
    } else {
      CsvSheet.read(file, charset(file), bounded);
    }
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  private static void workbook(byte[] file, Lines lines) throws IOException, SQLException {
    try (ReadableWorkbook workbook =
        legible(() -> new ReadableWorkbook(new ByteArrayInputStream(file)))) {
      for (Sheet sheet : legible(() -> workbook.getSheets().toList())) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          lines.sheet(sheet.getName());
          rows(sheet, lines);
        }
      }
    }
  }

  private static void rows(Sheet sheet, Lines lines) throws SQLException {
    try (Stream<Row> stream = legible(sheet::openStream)) {
      Iterator<Row> rows = stream.iterator();
      while (legible(rows::hasNext)) {
        lines.line(legible(() -> line(rows.next())));
      }
    }
  }

  private static Line line(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MAX_COLUMNS); i++) {
      cells.add(row.getOptionalCell(i).map(LedgerFile::text).orElse(""));
    }
    return new Line(row.getRowNum(), cells);
  }

  /** A part of the workbook; whatever its reader fails with is the file's fault. */
  private static <T> T legible(Callable<T> part) {
    try {
      return part.call();
    } catch (Exception broken) {
      throw unreadable();
    }
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      // A spreadsheet keeps 15 digits of a number: a longer one is no more what was typed.
      return number.precision() > 15
              || number.precision() - (long) number.scale() > 15
              || number.scale() > MAX_SCALE
          ? number.precision() + "E+" + number.precision()
          : number.stripTrailingZeros().toPlainString();
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  /** The first one that all of the file is in. */
  private static Charset charset(byte[] file) {
    return Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
        .filter(charset -> isIn(charset, file))
        .findFirst()
        .orElseThrow(LedgerFile::unreadable);
  }

  private static boolean isIn(Charset charset, byte[] file) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer some = CharBuffer.allocate(8 * 1024);
    CoderResult result;
    do {
      some.clear();
      result = decoder.decode(bytes, some, true);
    } while (result.isOverflow());
    return !result.isError();
  }

  static Refusal unreadable() {
    return Refusal.invalid(
        "", "无法读取，应为 XLSX 工作簿或者 CSV 文件", "can't be read; must be an XLSX workbook or CSV");
  }

  static Refusal tooManyRows() {
    return Refusal.invalid(
        "", "一份台账最多50000行，请分次导入", "a ledger must not have more than 50,000 rows");
  }

  static Refusal tooManyCharacters() {
    return Refusal.invalid(
        "",
        "一份台账最多1200万字，请分次导入",
        "a ledger must not have more than 12,000,000 characters; take it over in parts");
  }
}
