package disclosure.requests.ledger.sheet;

import disclosure.edge.AnswerTime;
import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.ledger.sheet.WorkbookParts.SheetPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads spreadsheets as texts: XLSX, or CSV in UTF-8, UTF-16 or GB18030. */
public final class LedgerFile {

  /** How long a file may be. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  static final int MAX_ROWS = 50_000;

  /** Of all cells together; an application is kept in a few hundred. */
  static final int MAX_CHARACTERS = 12_000_000;

  static final int MAX_COLUMNS = 200;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_OR_LOCKED = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};

  private static final Pattern OTHER_KINDS =
      Pattern.compile(
          "%PDF-|\\{\\\\rtf|\\x89PNG|\\xFF\\xD8\\xFF|GIF8|Rar!|7z\\xBC\\xAF|\\x1F\\x8B"
              + "|(?:\\xEF\\xBB\\xBF)?\\s*<(?:[?!]|/?(?i:html|head|body|meta|style|table)\\b)");

  private LedgerFile() {}

  /**
   * Takes a file as a whole, to be read more than once.
   *
   * @throws Refusal 400 for one that is too large
   */
  public static byte[] bytes(InputStream body) throws IOException {
    byte[] file = body.readNBytes(MAX_BYTES + 1);
    if (file.length > MAX_BYTES) {
      throw Refusal.invalid(RegisterFault.FILE_TOO_LARGE.at(""));
    }
    return file;
  }

  /**
   * Reads all visible sheets, line by line.
   *
   * @throws Refusal 400 for a file that is no spreadsheet, or too large; 503 when reading it takes
   *     longer than a client is kept waiting
   */
  public static void read(InputStream body, Lines lines) throws IOException, SQLException {
    byte[] file = bytes(body);
    read(file, lines, AnswerTime.begin());
  }

  /**
   * The same of a file that is read more than once for one answer.
   *
   * @throws Refusal as {@link #read(InputStream, Lines)}
   */
  public static void read(byte[] file, Lines lines, AnswerTime time)
      throws IOException, SQLException {
    if (file.length == 0) {
      throw Refusal.invalid(RegisterFault.FILE_REQUIRED.at(""));
    }
    if (startsWith(file, OLD_OR_LOCKED)) {
      throw Refusal.invalid(RegisterFault.FILE_OLD_OR_LOCKED.at(""));
    }
    if (isOfAnotherKind(file)) {
      throw unreadable();
    }
    Lines bounded = new BoundedLines(lines, time);
    if (startsWith(file, ZIP)) {
      WorkbookLimits.check(file);
      workbook(file, bounded);
    } else {
      CsvSheet.read(file, charset(file), bounded);
    }
  }

  /** What would be read as a text without a heading, and is none: PDF, RTF, pictures, pages. */
  private static boolean isOfAnotherKind(byte[] file) {
    String start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1);
    return OTHER_KINDS.matcher(start).lookingAt();
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  private static void workbook(byte[] file, Lines lines) throws IOException, SQLException {
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      WorkbookParts workbook = legible(() -> WorkbookParts.of(zip));
      for (SheetPart sheet : workbook.sheets()) {
        if (sheet.hidden()) {
          lines.hiddenSheet(sheet.name());
        } else {
          lines.sheet(sheet.name());
          rows(workbook, sheet, lines);
        }
      }
    }
  }

  private static void rows(WorkbookParts workbook, SheetPart part, Lines lines)
      throws IOException, SQLException {
    try (WorkbookSheet sheet = legible(() -> new WorkbookSheet(workbook, part.path()))) {
      Optional<Line> line = legible(sheet::next);
      while (line.isPresent()) {
        lines.line(line.get());
        line = legible(sheet::next);
      }
    }
  }

  /** A part of the workbook; whatever its reader fails with is the file's fault. */
  private static <T> T legible(Callable<T> part) {
    try {
      return part.call();
    } catch (Exception broken) {
      throw unreadable();
    }
  }

  /** By its mark, or the first one that all of the file is in. */
  private static Charset charset(byte[] file) {
    if (startsWith(file, UTF_16LE_MARK)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(file, UTF_16BE_MARK)) {
      return StandardCharsets.UTF_16BE;
    }
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
    return Refusal.invalid(RegisterFault.FILE_UNREADABLE.at(""));
  }

  static Refusal tooManyRows() {
    return Refusal.invalid(RegisterFault.LEDGER_HAS_TOO_MANY_ROWS.at("", Expected.atMost(50_000)));
  }

  static Refusal tooManyCharacters() {
    return Refusal.invalid(
        RegisterFault.LEDGER_HAS_TOO_MANY_CHARACTERS.at("", Expected.atMost(12_000_000)));
  }
}
