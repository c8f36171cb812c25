package disclosure.report.examination.page;

import disclosure.report.examination.document.NotReadable;
import java.util.ArrayList;
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

/**
 * By what filters a stream of a PDF is decoded: few of them, with parameters that lead on to no
 * other objects and have it put together from short rows.
 */
final class StreamFilters {

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

  /** Of what is put together again row by row; a row of a large picture has a tenth. */
  private static final long MAX_ROW_BITS = 8 << 20;

  private boolean following;

  /**
   * Those of a stream; what isn't decoded to text loses them.
   *
   * @throws NotReadable when they are too many, stand elsewhere, or take too much
   */
  List<COSName> of(COSStream stream) {
    // Another file that has the content: what decodes would take it for the filter.
    stream.removeItem(COSName.F);
    requireAtHand(stream.getItem(COSName.FILTER));
    List<COSName> filters = filters(stream);
    if (!filters.stream().map(COSName::getName).allMatch(StreamFilters::isText)) {
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
    return filters;
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
}
