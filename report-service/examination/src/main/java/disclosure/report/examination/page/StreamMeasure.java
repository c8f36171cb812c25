package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.page.guard.CharacterMap;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts what comes out of a stream, and what it becomes where it is read; keeps maps of characters
 * alone.
 */
final class StreamMeasure extends OutputStream {

  private static final int MAX_STREAM = 40 << 20;

  /** Of streams that tell of objects, each few bytes of which take much more room. */
  private static final int MAX_INDEX = 3 << 20;

  /** A map of all characters, one by one, has about one. */
  private static final int MAX_MAP = 3 << 20;

  private static final long MAX_MAPPED = 2_000_000;

  /** What is kept of an object, and of a number in one. */
  private static final int OBJECT = 60;

  private static final int NUMBER = 10;
  private static final int MAPPED = 5;

  private final Budget budget;
  private final boolean index;
  private final boolean chained;
  private final byte[] part = new byte[16 * 1024];
  private final ByteArrayOutputStream map = new ByteArrayOutputStream(0);
  private int filled;
  private byte[] before = {};
  private long total;

  StreamMeasure(Budget budget, boolean index, boolean chained) {
    this.budget = budget;
    this.index = index;
    this.chained = chained;
  }

  @Override
  public void write(int one) {
    part[filled++] = (byte) one;
    if (filled == part.length) {
      look();
    }
  }

  @Override
  public void write(byte[] some, int from, int length) {
    for (int at = from; at < from + length; ) {
      int taken = Math.min(part.length - filled, from + length - at);
      System.arraycopy(some, at, part, filled, taken);
      filled += taken;
      at += taken;
      if (filled == part.length) {
        look();
      }
    }
  }

  private void look() {
    total += filled;
    budget.spend(1 + filled / 200);
    if (chained) {
      budget.inflate(filled);
    }
    if (total > (index ? MAX_INDEX : MAX_STREAM)) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    if (index) {
      budget.spend(objects());
    } else {
      keepMap();
    }
    filled = 0;
  }

  private long objects() {
    long units = 0;
    boolean digit = false;
    for (int i = 0; i < filled; i++) {
      byte one = part[i];
      boolean begins = one == '(' || one == '<' || one == '[' || one == '/';
      boolean was = digit;
      digit = one >= '0' && one <= '9' || one == '.' || one == '-' || one == '+';
      units += begins ? OBJECT : digit && !was ? NUMBER : 0;
    }
    return units;
  }

  private void keepMap() {
    if (map.size() > 0 || CharacterMap.isNamedIn(before, part, filled)) {
      map.write(before, 0, map.size() == 0 ? before.length : 0);
      map.write(part, 0, filled);
      if (map.size() > MAX_MAP) {
        throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
      }
    }
    before = Arrays.copyOf(part, filled);
  }

  /** How many bytes came out. */
  long total() {
    return total;
  }

  /** All of it came. */
  void ends() {
    look();
    long codes = CharacterMap.codes(map.toString(StandardCharsets.ISO_8859_1));
    if (codes > MAX_MAPPED) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    budget.spend(codes * MAPPED);
  }
}
