package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/** Looks over the streams of a PDF that was opened, before any of them is inflated to be read. */
final class PdfStreams {

  private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");
  private static final Set<String> OTHER = Set.of("LZWDecode", "LZW", "RunLengthDecode", "RL");
  private static final int MAX_FILTERS = 5;
  private static final int MAX_OTHER = 100_000;
  private static final int PART = 20;
  private static final int MAX_STREAM = 40 << 20;
  private static final int HEADER = 2;

  /** What a page draws, or a form on it: its signs become objects of some ten times the size. */
  private static final int MAX_CONTENT = 4 << 20;

  private final Budget budget;
  private final byte[] in = new byte[16 * 1024];
  private final byte[] out = new byte[64 * 1024];

  private PdfStreams(Budget budget) {
    this.budget = budget;
  }

  /**
   * Refuses a file with a stream that inflates too far, or more than once.
   *
   * @throws NotReadable with the reason
   */
  static void check(COSDocument document, Budget budget) throws IOException {
    PdfStreams streams = new PdfStreams(budget);
    for (Map.Entry<COSObjectKey, Long> place : List.copyOf(document.getXrefTable().entrySet())) {
      budget.spend(10);
      // What stands in streams of objects is no stream.
      if (place.getValue() > 0) {
        COSObject object = document.getObjectFromPool(place.getKey());
        if (object.getObject() instanceof COSStream stream) {
          streams.check(stream);
        }
      }
    }
  }

  /**
   * Refuses a page that draws too much: its parts are put together before they are read, however
   * often it names the same one.
   *
   * @throws NotReadable with the reason
   */
  static void checkContent(COSDictionary page, Budget budget) throws IOException {
    PdfStreams streams = new PdfStreams(budget);
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    long total = 0;
    if (contents instanceof COSStream stream) {
      total = streams.inflated(stream, MAX_CONTENT);
    } else if (contents instanceof COSArray parts) {
      for (int i = 0; i < parts.size() && total <= MAX_CONTENT; i++) {
        budget.spend(PART);
        if (parts.getObject(i) instanceof COSStream stream) {
          total += streams.inflated(stream, MAX_CONTENT);
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
  static void checkForm(COSStream form, Budget budget) throws IOException {
    requireContent(new PdfStreams(budget).inflated(form, MAX_CONTENT));
  }

  private static void requireContent(long bytes) {
    if (bytes > MAX_CONTENT) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  private void check(COSStream stream) throws IOException {
    COSBase filters = stream.getFilters();
    int flate = 0;
    int other = 0;
    int all = 0;
    if (filters instanceof COSName name) {
      all = 1;
      flate = FLATE.contains(name.getName()) ? 1 : 0;
      other = OTHER.contains(name.getName()) ? 1 : 0;
    } else if (filters instanceof COSArray array) {
      all = array.size();
      for (int i = 0; i < Math.min(all, MAX_FILTERS); i++) {
        if (array.getObject(i) instanceof COSName name) {
          flate += FLATE.contains(name.getName()) ? 1 : 0;
          other += OTHER.contains(name.getName()) ? 1 : 0;
        }
      }
    }
    boolean alone = flate + other <= 1 && all <= MAX_FILTERS;
    boolean small = other == 0 && (flate == 0 || all == 1) || stream.getLength() <= MAX_OTHER;
    if (!alone || !small || flate == 1 && all == 1 && inflated(stream, MAX_STREAM) > MAX_STREAM) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
  }

  /** How many bytes come out of it; of one that is larger, somewhat more than the most. */
  private long inflated(COSStream stream, long most) throws IOException {
    if (stream.getFilters() == null) {
      return stream.getLength();
    }
    Inflater inflater = new Inflater(true);
    long total = 0;
    try (InputStream content = stream.createRawInputStream()) {
      content.skipNBytes(Math.min(HEADER, stream.getLength()));
      for (int some = content.read(in); some > 0; some = content.read(in)) {
        inflater.setInput(in, 0, some);
        while (!inflater.needsInput() && !inflater.finished() && total <= most) {
          int inflated = inflater.inflate(out);
          total += inflated;
          budget.spend(1 + inflated / 200);
        }
        if (inflater.finished() || total > most) {
          break;
        }
      }
    } catch (DataFormatException broken) {
      // What is read of it ends there, too.
    } finally {
      inflater.end();
    }
    return total;
  }
}
