package disclosure.requests.ledger;

import disclosure.edge.Refusal;
import disclosure.requests.ledger.Sheet.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads spreadsheets as texts: XLSX, or CSV in UTF-8 or GB18030. */
final class LedgerFile {

  static final int MAX_BYTES = 20 * 1024 * 1024;
  static final int MAX_ROWS = 50_000;

  private static final long MAX_INFLATED_BYTES = 300L * 1024 * 1024;
  private static final int MAX_ENTRIES = 2_000;
  static final int MAX_COLUMNS = 200;
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private LedgerFile() {}

  /**
   * Reads all visible sheets.
   *
   * @throws Refusal 400 or 413 for a file that is no spreadsheet, or too large
   */
  static List<Sheet> read(InputStream body) throws IOException {
    byte[] file = body.readNBytes(MAX_BYTES + 1);
    if (file.length > MAX_BYTES) {
      throw Refusal.invalid("", "文件不得超过20 MiB", "a file must not exceed 20 MiB");
    }
    if (file.length == 0) {
      throw Refusal.invalid("", "缺少文件", "a file is required");
    }
    return startsWith(file, ZIP) ? workbook(file) : List.of(CsvSheet.read(text(file)));
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  private static List<Sheet> workbook(byte[] file) throws IOException {
    requireModest(file);
    List<Sheet> sheets = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      for (var sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          sheets.add(new Sheet(sheet.getName(), lines(sheet)));
        }
      }
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof Refusal refusal) {
        throw refusal;
      }
      throw unreadable();
    }
    return sheets;
  }

  private static List<Line> lines(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      rows.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < Math.min(row.getCellCount(), MAX_COLUMNS); i++) {
              cells.add(row.getOptionalCell(i).map(LedgerFile::text).orElse(""));
            }
            Line line = new Line(row.getRowNum(), cells);
            if (!line.isBlank()) {
              lines.add(line);
            }
            requireFew(lines);
          });
    }
    return lines;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      String raw = cell.getRawValue();
      // A spreadsheet keeps 15 digits of a number: a longer one is no more what was typed.
      return number.precision() > 15 || raw.contains("E") && number.abs().compareTo(MAX_EXACT) > 0
          ? number.precision() + "E+" + number.precision()
          : number.stripTrailingZeros().toPlainString();
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private static final BigDecimal MAX_EXACT = new BigDecimal("999999999999999");

  /** A small file may inflate to a very large one. */
  private static void requireModest(byte[] file) {
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      byte[] buffer = new byte[64 * 1024];
      long inflated = 0;
      int entries = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        entries++;
        try (InputStream content = zip.getInputStream(entry)) {
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            inflated += read;
            if (inflated > MAX_INFLATED_BYTES || entries > MAX_ENTRIES) {
              throw Refusal.invalid("", "文件解压后过大", "the file is too large once inflated");
            }
          }
        }
      }
    } catch (IOException broken) {
      throw unreadable();
    }
  }

  private static Refusal unreadable() {
    return Refusal.invalid(
        "", "无法读取，应为 XLSX 工作簿或者 CSV 文件", "can't be read; must be an XLSX workbook or CSV");
  }

  private static String text(byte[] file) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException other) {
        // Tried as the next one.
      }
    }
    throw unreadable();
  }

  static void requireFew(List<Line> lines) {
    if (lines.size() > MAX_ROWS) {
      throw tooManyRows();
    }
  }

  static Refusal tooManyRows() {
    return Refusal.invalid(
        "", "一张工作表最多50000行，请分次导入", "a sheet must not have more than 50,000 rows");
  }
}
