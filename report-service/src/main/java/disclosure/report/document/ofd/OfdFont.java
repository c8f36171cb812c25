package disclosure.report.document.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** A font of an OFD: the glyphs of the characters that the document uses, and no others. */
final class OfdFont {

  /** What a reader needs to draw; the tables for setting type are left out. */
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
          "post", "prep");

  private static final int OS_2 = 0x4F532F32;
  private static final int DIRECTORY = 12;
  private static final int DIRECTORY_ENTRY = 16;

  private final String id;
  private final String name;
  private final TrueTypeFont font;
  private final Set<Integer> codePoints = new TreeSet<>();
  private final Map<Integer, Integer> glyphs = new HashMap<>();

  OfdFont(String id, String name, TrueTypeFont font) {
    this.id = id;
    this.name = name;
    this.font = font;
  }

  String id() {
    return id;
  }

  /** The font's own name, for example NotoSerifSC-Regular. */
  String name() {
    return name;
  }

  void use(int codePoint) {
    codePoints.add(codePoint);
  }

  /** Whether the subset's character map, which holds 65,536 numbers, has no place for it. */
  static boolean isBeyondTheMap(int codePoint) {
    return Character.isSupplementaryCodePoint(codePoint);
  }

  /** The glyph in the subset of a character beyond the map, once the subset is made. */
  int glyph(int codePoint) {
    return glyphs.get(codePoint);
  }

  /** The font's file with the characters used so far. */
  byte[] subset() {
    try {
      CmapLookup map = font.getUnicodeCmapLookup(false);
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      Map<Integer, Integer> beyond = new HashMap<>();
      for (int codePoint : codePoints) {
        if (isBeyondTheMap(codePoint)) {
          beyond.put(map.getGlyphId(codePoint), codePoint);
        } else {
          subsetter.add(codePoint);
        }
      }
      subsetter.addGlyphIds(new HashSet<>(beyond.keySet()));
      subsetter
          .getGIDMap()
          .forEach(
              (inSubset, inFont) -> {
                if (beyond.containsKey(inFont)) {
                  glyphs.put(beyond.get(inFont), inSubset);
                }
              });
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
      subsetter.writeToStream(bytes);
      return withOldMetrics(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The subsetter writes the OS/2 table in the length of version 0 but under the font's own version
   * number, which strict readers refuse.
   */
  private static byte[] withOldMetrics(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file);
    int tables = buffer.getShort(4);
    for (int table = 0; table < tables; table++) {
      int entry = DIRECTORY + table * DIRECTORY_ENTRY;
      if (buffer.getInt(entry) == OS_2) {
        int at = buffer.getInt(entry + 8);
        int version = buffer.getShort(at) & 0xFFFF;
        buffer.putShort(at, (short) 0);
        buffer.putInt(entry + 4, buffer.getInt(entry + 4) - (version << 16));
      }
    }
    return file;
  }
}
