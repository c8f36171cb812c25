package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Measures each stream of a PDF when it is met, by whatever filters it is decoded, before anything
 * else decodes it into memory.
 */
final class PdfStreams {

  private static final int WIDTHS = 3;
  private static final int PART = 20;

  /** Of what comes out of one filter and goes into the next. */
  private static final int MAX_BETWEEN = 1 << 20;

  /** What a page draws, or a form on it: its signs become objects of some ten times the size. */
  private static final int MAX_CONTENT = 4 << 20;

  /** What is kept of an object's place in the file. */
  private static final int PLACE = 100;

  private final Budget budget;
  private final StreamFilters filters = new StreamFilters();
  private final IdentityHashMap<COSStream, Long> lengths = new IdentityHashMap<>();

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
    lengths.put(stream, measured(stream, filters.of(stream)));
    source.seek(at);
  }

  /** How many bytes come out of it. */
  private long measured(COSStream stream, List<COSName> decoders) throws IOException {
    boolean index = isIndex(stream);
    StreamMeasure measure = new StreamMeasure(budget, index, decoders.size() > 1);
    try (InputStream content = stream.createRawInputStream()) {
      InputStream in = content;
      for (int i = 0; i < decoders.size(); i++) {
        boolean last = i == decoders.size() - 1;
        Between between = new Between();
        FilterFactory.INSTANCE
            .getFilter(decoders.get(i))
            .decode(in, last ? measure : between, stream, i);
        in = new ByteArrayInputStream(between.toByteArray());
      }
      if (decoders.isEmpty()) {
        in.transferTo(measure);
      }
    } catch (IOException | IndexOutOfBoundsException broken) {
      // What is read of it ends there, too.
    }
    measure.ends();
    if (index) {
      places(stream, measure.total());
    }
    return measure.total();
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
}
