package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.page.guard.CharacterMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Measures each stream of a PDF when it is met, by whatever filters it is decoded, before anything
 * else decodes it into memory.
 */
final class PdfStreams {

  private static final Set<String> INFLATING =
      Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

  private static final Set<String> SPELLING =
      Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");

  private static final List<COSName> PARAMETERS = List.of(COSName.DECODE_PARMS, COSName.DP);

  /** How long a row is that is put together again. */
  private static final Set<COSName> ROW =
      Set.of(COSName.COLUMNS, COSName.COLORS, COSName.BITS_PER_COMPONENT);

  private static final List<COSName> NUMBERS =
      List.of(
          COSName.COLUMNS,
          COSName.COLORS,
          COSName.BITS_PER_COMPONENT,
          COSName.PREDICTOR,
          COSName.EARLY_CHANGE);

  private static final int MAX_FILTERS = 5;
  private static final int WIDTHS = 3;
  private static final int PART = 20;
  private static final int MAX_STREAM = 40 << 20;

  /** Of streams that tell of objects, each few bytes of which take much more room. */
  private static final int MAX_INDEX = 3 << 20;

  /** Of what comes out of one filter and goes into the next. */
  private static final int MAX_BETWEEN = 1 << 20;

  /** Of what is put together again row by row; a row of a large picture has a tenth. */
  private static final long MAX_ROW_BITS = 8 << 20;

  /** What a page draws, or a form on it: its signs become objects of some ten times the size. */
  private static final int MAX_CONTENT = 4 << 20;

  /** A map of all characters, one by one, has about one. */
  private static final int MAX_MAP = 3 << 20;

  private static final long MAX_MAPPED = 2_000_000;

  /** What is kept of an object, of a number in one, and of its place in the file. */
  private static final int OBJECT = 60;

  private static final int NUMBER = 10;
  private static final int PLACE = 100;
  private static final int MAPPED = 5;

  private final Budget budget;
  private final IdentityHashMap<COSStream, Long> lengths = new IdentityHashMap<>();
  private boolean following;

  PdfStreams(Budget budget) {
    this.budget = budget;
  }

  /**
   * Measures a stream that was met. What isn't decoded to text, pictures above all, is left as it
   * lies in the file: none of it is read, whatever names it.
   *
   * @param source is left where it is
   * @throws NotReadable when it takes too much to decode, or its filters stand elsewhere
   */
  void met(COSStream stream, RandomAccessRead source) throws IOException {
    long at = source.getPosition();
    // Another file that has the content: what decodes would take it for the filter.
    stream.removeItem(COSName.F);
    requireAtHand(stream.getItem(COSName.FILTER));
    List<COSName> filters = filters(stream);
    if (!filters.stream().map(COSName::getName).allMatch(PdfStreams::isText)) {
      stream.removeItem(COSName.FILTER);
      filters = List.of();
    }
    if (filters.size() > MAX_FILTERS
        || filters.stream().filter(one -> INFLATING.contains(one.getName())).count() > 1) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    if (!filters.isEmpty()) {
      takeParameters(stream);
    }
    lengths.put(stream, measured(stream, filters));
    source.seek(at);
  }

  private static boolean isText(String filter) {
    return INFLATING.contains(filter) || SPELLING.contains(filter);
  }

  private static void requireAtHand(COSBase filter) {
    boolean elsewhere = filter instanceof COSObject;
    if (filter instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        elsewhere |= several.get(i) instanceof COSObject;
      }
    }
    if (elsewhere) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
  }

  /** Puts them where they are asked for: decoding must not lead on to other objects. */
  private void takeParameters(COSStream stream) {
    for (COSName name : PARAMETERS) {
      COSBase said = atHand(stream.getItem(name));
      if (said instanceof COSArray several) {
        for (int i = 0; i < Math.min(several.size(), MAX_FILTERS); i++) {
          COSBase one = atHand(several.get(i));
          requireShortRows(one);
          several.set(i, one);
        }
      } else {
        requireShortRows(said);
      }
      stream.setItem(name, said);
    }
  }

  /** What it refers to, by one step: nothing that refers to more, or has to be decoded as it is. */
  private COSBase atHand(COSBase said) {
    if (!(said instanceof COSObject reference)) {
      return said;
    }
    if (following) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    following = true;
    try {
      COSBase object = reference.getObject();
      if (object instanceof COSObject || object instanceof COSStream) {
        throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
      }
      return object == null ? COSNull.NULL : object;
    } finally {
      following = false;
    }
  }

  private void requireShortRows(COSBase said) {
    if (said instanceof COSNumber) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
    if (!(said instanceof COSDictionary parameters)) {
      return;
    }
    long bits = 1;
    for (COSName name : NUMBERS) {
      COSBase value = atHand(parameters.getItem(name));
      parameters.setItem(name, value);
      if (value instanceof COSNumber number) {
        long factor = Math.min(Math.abs(number.longValue()), MAX_ROW_BITS + 1);
        bits *= ROW.contains(name) ? Math.max(1, factor) : 1;
      } else if (value != null && value != COSNull.NULL) {
        throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
      }
      if (bits > MAX_ROW_BITS) {
        throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
      }
    }
  }

  private static List<COSName> filters(COSStream stream) {
    List<COSName> filters = new ArrayList<>();
    COSBase said = stream.getFilters();
    if (said instanceof COSName name) {
      filters.add(name);
    } else if (said instanceof COSArray array) {
      for (int i = 0; i < Math.min(array.size(), MAX_FILTERS + 1); i++) {
        filters.add(array.get(i) instanceof COSName name ? name : COSName.getPDFName(""));
      }
    }
    return filters;
  }

  /** How many bytes come out of it. */
  private long measured(COSStream stream, List<COSName> filters) throws IOException {
    boolean index = isIndex(stream);
    Measure measure = new Measure(index, filters.size() > 1);
    try (InputStream content = stream.createRawInputStream()) {
      InputStream in = content;
      for (int i = 0; i < filters.size(); i++) {
        boolean last = i == filters.size() - 1;
        Between between = new Between();
        FilterFactory.INSTANCE
            .getFilter(filters.get(i))
            .decode(in, last ? measure : between, stream, i);
        in = new ByteArrayInputStream(between.toByteArray());
      }
      if (filters.isEmpty()) {
        in.transferTo(measure);
      }
    } catch (IOException | IndexOutOfBoundsException broken) {
      // What is read of it ends there, too.
    }
    measure.ends();
    if (index) {
      places(stream, measure.total);
    }
    return measure.total;
  }

  /**
   * Tells where objects are, or has objects in it: by what makes it be read so, whatever it says.
   */
  private static boolean isIndex(COSStream stream) {
    return COSName.XREF.equals(stream.getItem(COSName.TYPE))
        || COSName.OBJ_STM.equals(stream.getItem(COSName.TYPE))
        || stream.containsKey(COSName.W)
        || stream.containsKey(COSName.N) && stream.containsKey(COSName.FIRST);
  }

  private void places(COSStream stream, long bytes) {
    if (!stream.containsKey(COSName.W)) {
      return;
    }
    long row = 0;
    if (stream.getItem(COSName.W) instanceof COSArray widths) {
      for (int i = 0; i < Math.min(widths.size(), WIDTHS); i++) {
        row += widths.get(i) instanceof COSNumber width ? Math.max(0, width.longValue()) : 0;
      }
    }
    if (row == 0) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
    budget.spend(bytes / row * PLACE);
  }

  /**
   * Refuses a page that draws too much: its parts are put together before they are read, however
   * often it names the same one.
   *
   * @throws NotReadable with the reason
   */
  void requireContent(COSDictionary page) {
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    long total = 0;
    if (contents instanceof COSStream stream) {
      total = length(stream);
    } else if (contents instanceof COSArray parts) {
      for (int i = 0; i < parts.size() && total <= MAX_CONTENT; i++) {
        budget.spend(PART);
        if (parts.getObject(i) instanceof COSStream stream) {
          total += length(stream);
        }
      }
    }
    requireContent(total);
  }

  /**
   * Refuses a form that draws too much.
   *
   * @throws NotReadable with the reason
   */
  void requireForm(COSStream form) {
    requireContent(length(form));
  }

  /** One that was never met is none of the file's. */
  private long length(COSStream stream) {
    return lengths.getOrDefault(stream, Long.MAX_VALUE / 2);
  }

  private static void requireContent(long bytes) {
    if (bytes > MAX_CONTENT) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  /** What goes from one filter into the next. */
  private static final class Between extends ByteArrayOutputStream {

    @Override
    public synchronized void write(int one) {
      requireRoom(1);
      super.write(one);
    }

    @Override
    public synchronized void write(byte[] some, int from, int length) {
      requireRoom(length);
      super.write(some, from, length);
    }

    private void requireRoom(int more) {
      if (size() + more > MAX_BETWEEN) {
        throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
      }
    }
  }

  /**
   * Counts what comes out, and what it becomes where it is read; keeps maps of characters alone.
   */
  private final class Measure extends OutputStream {

    private final boolean index;
    private final boolean chained;
    private final byte[] part = new byte[16 * 1024];
    private final ByteArrayOutputStream map = new ByteArrayOutputStream(0);
    private int filled;
    private byte[] before = {};
    private long total;

    Measure(boolean index, boolean chained) {
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

    void ends() {
      look();
      long codes = CharacterMap.codes(map.toString(StandardCharsets.ISO_8859_1));
      if (codes > MAX_MAPPED) {
        throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
      }
      budget.spend(codes * MAPPED);
    }
  }
}
