package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks over a PDF before it is opened: what opens it inflates whole streams into memory, and keeps
 * something of each object that the file tells of.
 */
final class PdfGuard {

  private static final int MAX_OBJECTS = 200_000;
  private static final int MAX_STREAM = 40 << 20;

  /** Of streams that tell of objects, each few bytes of which take much more room. */
  private static final int MAX_INDEX = 3 << 20;

  /** Of streams inflated twice, or by other means than Flate: a hundredth of what may come out. */
  private static final int MAX_CHAINED = 100_000;

  private static final int MAX_DICTIONARY = 4_000;
  private static final long MAX_MAPPED = 2_000_000;

  private static final Pattern CHAINED =
      Pattern.compile(
          "(?:Flate|LZW|RunLength|Fl|RL)(?:Decode)?\\s*/\\s*(?:Flate|LZW|RunLength|Fl\\b|RL\\b)");

  private static final Pattern OTHER_FIRST =
      Pattern.compile(
          "(?:ASCII85|ASCIIHex|A85|AHx)(?:Decode)?\\s*/\\s*(?:Flate|LZW|RunLength|Fl\\b)|LZW|RunLength");

  private static final Pattern ESCAPED = Pattern.compile("/[A-Za-z#]{0,20}#[0-9A-Fa-f]{2}");
  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-Fa-f]{1,8})>\\s*<([0-9A-Fa-f]{1,8})>\\s*[<\\[\\d]");

  private final byte[] file;
  private final Budget budget;

  private PdfGuard(byte[] file, Budget budget) {
    this.file = file;
    this.budget = budget;
  }

  /**
   * Refuses a file that takes too much.
   *
   * @throws NotReadable with the reason
   */
  static void check(byte[] file, Budget budget) {
    new PdfGuard(file, budget).check();
  }

  private void check() {
    int objects = 0;
    int object = 0;
    for (int i = 0; i + 6 < file.length; i++) {
      if (file[i] == 'o' && file[i + 1] == 'b' && file[i + 2] == 'j') {
        objects++;
        object = i;
        if (objects > MAX_OBJECTS) {
          throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
        }
      } else if (isStream(i)) {
        stream(Math.max(object, i - MAX_DICTIONARY), i);
      }
    }
  }

  private boolean isStream(int at) {
    return file[at] == 's'
        && file[at + 1] == 't'
        && file[at + 2] == 'r'
        && file[at + 3] == 'e'
        && file[at + 4] == 'a'
        && file[at + 5] == 'm'
        && (file[at + 6] == '\r' || file[at + 6] == '\n')
        && (at < 3 || file[at - 1] != 'd');
  }

  private void stream(int dictionaryBegin, int at) {
    String dictionary =
        new String(file, dictionaryBegin, at - dictionaryBegin, StandardCharsets.ISO_8859_1);
    int begin = at + 6;
    begin += file[begin] == '\r' ? 1 : 0;
    begin += begin < file.length && file[begin] == '\n' ? 1 : 0;
    if (CHAINED.matcher(dictionary).find()
        || ESCAPED.matcher(dictionary).find() && isHiding(dictionary)) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    if (OTHER_FIRST.matcher(dictionary).find() && lengthFrom(begin) > MAX_CHAINED) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    if (begin + 1 < file.length && (file[begin] & 0x0F) == 8 && isPossibleHeader(begin)) {
      boolean index = dictionary.contains("XRef") || dictionary.contains("ObjStm");
      inflate(begin, index ? MAX_INDEX : MAX_STREAM);
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

  private boolean isPossibleHeader(int at) {
    return ((file[at] & 0xFF) << 8 | file[at + 1] & 0xFF) % 31 == 0;
  }

  private int lengthFrom(int begin) {
    for (int i = begin; i + 9 <= file.length; i++) {
      if (file[i] == 'e' && file[i + 1] == 'n' && file[i + 2] == 'd' && file[i + 3] == 's') {
        return i - begin;
      }
    }
    return file.length - begin;
  }

  private void inflate(int begin, int most) {
    Inflater inflater = new Inflater();
    byte[] buffer = new byte[64 * 1024];
    int total = 0;
    long mapped = 0;
    boolean map = false;
    try {
      inflater.setInput(file, begin, file.length - begin);
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
        String text = "";
        if (total == some || map) {
          text = new String(buffer, 0, some, StandardCharsets.ISO_8859_1);
          map |= text.contains("begincmap") || text.contains("beginbfrange");
        }
        if (map) {
          mapped += mapped(text);
          if (mapped > MAX_MAPPED) {
            throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
          }
        }
      }
    } catch (DataFormatException broken) {
      // What opens the file says so, or reads what there is.
    } finally {
      inflater.end();
    }
  }

  /** How many codes the ranges of a character map name. */
  private static long mapped(String text) {
    long mapped = 0;
    Matcher ranges = RANGE.matcher(text);
    while (ranges.find()) {
      long from = Long.parseLong(ranges.group(1), 16);
      long to = Long.parseLong(ranges.group(2), 16);
      boolean range = ranges.group(1).length() == ranges.group(2).length() && to > from;
      mapped += range ? to - from : 1;
    }
    return mapped;
  }
}
