package disclosure.report.examination.page.guard;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks over a PDF before it is opened: what opens it inflates whole streams into memory, and keeps
 * something of each object that the file tells of.
 */
public final class PdfGuard {

  private static final int MAX_OBJECTS = 200_000;

  /** Of words that tell where objects are: each is kept, or what follows it is parsed. */
  private static final int MAX_INDICES = 20_000;

  private static final List<byte[]> INDICES =
      Stream.of("xref", "XRef", "trailer", "%%EOF", "ObjStm")
          .map(word -> word.getBytes(StandardCharsets.US_ASCII))
          .toList();
  private static final int HEADER = 2;
  private static final int MAX_STREAM = 40 << 20;

  /** Of streams that tell of objects, each few bytes of which take much more room. */
  private static final int MAX_INDEX = 3 << 20;

  /** Of streams inflated twice, or by other means than Flate: a hundredth of what may come out. */
  private static final int MAX_CHAINED = 100_000;

  private static final int MAX_DICTIONARY = 64 * 1024;
  private static final int STREAM = 200;

  private static final Pattern CHAINED =
      Pattern.compile(
          "(?:Flate|LZW|RunLength|Fl|RL)(?:Decode)?\\s*/\\s*(?:Flate|LZW|RunLength|Fl\\b|RL\\b)");

  private static final Pattern OTHER_FIRST =
      Pattern.compile(
          "(?:ASCII85|ASCIIHex|A85|AHx)(?:Decode)?\\s*/\\s*(?:Flate|LZW|RunLength|Fl\\b)|LZW|RunLength");

  /** Filters that stand elsewhere aren't seen before the stream is opened. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("/Filter\\s*(?:\\d|\\[[^\\]]{0,200}?\\d++\\s++\\d++\\s++R)");

  private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*");
  private static final Pattern ESCAPED = Pattern.compile("/[A-Za-z#]{0,20}#[0-9A-Fa-f]{2}");
  private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.US_ASCII);

  private final byte[] file;
  private final byte[] buffer = new byte[64 * 1024];
  private final Budget budget;

  private PdfGuard(byte[] file, Budget budget) {
    this.file = file;
    this.budget = budget;
  }

  /**
   * Refuses a file that takes too much.
   *
   * @return whether it says that it is encrypted: then most of its streams can't be looked at here
   * @throws NotReadable with the reason
   */
  public static boolean check(byte[] file, Budget budget) {
    return new PdfGuard(file, budget).check();
  }

  private boolean check() {
    boolean encrypted = false;
    int objects = 0;
    int indices = 0;
    int object = 0;
    for (int i = 0; i + 6 < file.length; i++) {
      if (file[i] == 'o' && file[i + 1] == 'b' && file[i + 2] == 'j') {
        objects++;
        object = i;
        if (objects > MAX_OBJECTS) {
          throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
        }
      } else if (file[i] == '/' && isEncrypt(i)) {
        encrypted = true;
      } else if (isIndex(i)) {
        indices++;
        if (indices > MAX_INDICES) {
          throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
        }
      } else if (isStream(i)) {
        stream(Math.max(object, i - MAX_DICTIONARY), i);
        object = i;
      }
    }
    return encrypted;
  }

  private boolean isIndex(int at) {
    byte first = file[at];
    if (first != 'x' && first != 'X' && first != 't' && first != '%' && first != 'O') {
      return false;
    }
    for (byte[] word : INDICES) {
      int end = at + word.length;
      if (end <= file.length && Arrays.equals(file, at, end, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean isStream(int at) {
    return file[at] == 's'
        && file[at + 1] == 't'
        && file[at + 2] == 'r'
        && file[at + 3] == 'e'
        && file[at + 4] == 'a'
        && file[at + 5] == 'm'
        && (at < 3 || file[at - 1] != 'd');
  }

  private boolean isEncrypt(int at) {
    int end = at + ENCRYPT.length;
    return end < file.length
        && Arrays.equals(file, at, end, ENCRYPT, 0, ENCRYPT.length)
        && !Character.isLetterOrDigit(file[end]);
  }

  private void stream(int dictionaryBegin, int at) {
    int length = at - dictionaryBegin;
    budget.spend(STREAM + length);
    String raw = new String(file, dictionaryBegin, length, StandardCharsets.ISO_8859_1);
    requireSeen(raw);
    String dictionary = raw.indexOf('%') < 0 ? raw : COMMENT.matcher(raw).replaceAll(" ");
    int begin = at + 6;
    while (begin < file.length && file[begin] == ' ') {
      begin++;
    }
    begin += begin < file.length && file[begin] == '\r' ? 1 : 0;
    begin += begin < file.length && file[begin] == '\n' ? 1 : 0;
    requireSeen(dictionary);
    boolean other = OTHER_FIRST.matcher(dictionary).find() || OTHER_FIRST.matcher(raw).find();
    if (other && lengthFrom(begin) > MAX_CHAINED) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    boolean index = raw.contains("XRef") || raw.contains("ObjStm");
    boolean flate = raw.contains("Fl") || raw.contains("#") || length == MAX_DICTIONARY;
    if (flate || isPossibleHeader(begin)) {
      inflate(begin, index ? MAX_INDEX : MAX_STREAM);
    }
  }

  private boolean isPossibleHeader(int at) {
    return at + 1 < file.length
        && (file[at] & 0x0F) == 8
        && ((file[at] & 0xFF) << 8 | file[at + 1] & 0xFF) % 31 == 0;
  }

  private static void requireSeen(String dictionary) {
    if (CHAINED.matcher(dictionary).find()
        || ELSEWHERE.matcher(dictionary).find()
        || ESCAPED.matcher(dictionary).find() && isHiding(dictionary)) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
  }

  /** A filter written so that it isn't seen. */
  private static boolean isHiding(String dictionary) {
    Matcher escaped = ESCAPED.matcher(dictionary);
    while (escaped.find()) {
      String name = escaped.group();
      if (name.startsWith("/F")
          || name.startsWith("/L")
          || name.startsWith("/R")
          || name.startsWith("/#4")) {
        return !dictionary.contains("/FontName") && !dictionary.contains("/FontFile");
      }
    }
    return false;
  }

  private int lengthFrom(int begin) {
    for (int i = begin; i + 9 <= file.length; i++) {
      if (file[i] == 'e' && file[i + 1] == 'n' && file[i + 2] == 'd' && file[i + 3] == 's') {
        budget.spend((i - begin) / 10);
        return i - begin;
      }
    }
    budget.spend((file.length - begin) / 10);
    return file.length - begin;
  }

  /** As what opens the file does it: whatever its two bytes of a header say. */
  private void inflate(int begin, int most) {
    if (begin + HEADER >= file.length) {
      return;
    }
    Inflater inflater = new Inflater(true);
    int total = 0;
    try {
      inflater.setInput(file, begin + HEADER, file.length - begin - HEADER);
      while (!inflater.finished()) {
        int some = inflater.inflate(buffer);
        if (some == 0) {
          break;
        }
        total += some;
        budget.inflate(some);
        budget.spend(some / 100);
        if (total > most) {
          throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
        }
      }
    } catch (DataFormatException broken) {
      // What opens the file says so, or reads what there is.
    } finally {
      inflater.end();
    }
  }
}
