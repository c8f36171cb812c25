package disclosure.report.document.print;

import disclosure.report.document.part.MissingGlyph;
import disclosure.report.document.part.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of the PDF. Open ones come with the product; an office that has licensed 仿宋, 楷体 and 小标宋
 * puts them into a directory under the same file names. One set serves all threads: the parser
 * reads every table at once, and what is read is not changed by those who draw with it.
 */
public final class Fonts {

  /**
   * A font by the name that the style sheet calls it.
   *
   * @param family the style sheet's name
   * @param font the parsed font
   */
  record Font(String family, TrueTypeFont font) {}

  private record File(String family, String name) {}

  private static final List<File> FILES =
      List.of(
          new File("Song", "song.ttf"),
          new File("Title", "biaosong.ttf"),
          new File("Hei", "hei.ttf"),
          new File("Kai", "kai.ttf"));

  private final List<Font> fonts = new ArrayList<>();

  private Fonts() {}

  /** Parses a set of fonts. */
  static Fonts parse(Optional<Path> directory) {
    Fonts set = new Fonts();
    for (File file : FILES) {
      try {
        byte[] bytes = bytes(directory, file.name());
        set.fonts.add(
            new Font(file.family(), new TTFParser().parse(new RandomAccessReadBuffer(bytes))));
      } catch (IOException unreadable) {
        throw new UncheckedIOException("the font " + file.name() + " can't be read", unreadable);
      }
    }
    return set;
  }

  List<Font> all() {
    return fonts;
  }

  /** The font with the given name of its own, for example NotoSerifSC-Regular. */
  public TrueTypeFont named(String name) {
    return fonts.stream()
        .map(Font::font)
        .filter(font -> name.equals(nameOf(font)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no font " + name));
  }

  private static String nameOf(TrueTypeFont font) {
    try {
      return font.getName();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Makes sure that the body font, to which all others fall back, has every character.
   *
   * @throws MissingGlyph naming those that it doesn't have
   */
  void requireGlyphs(String text) {
    Set<Integer> missing = new LinkedHashSet<>();
    try {
      CmapLookup glyphs = fonts.get(0).font().getUnicodeCmapLookup(false);
      text.codePoints()
          .filter(character -> !Character.isWhitespace(character))
          .filter(character -> glyphs.getGlyphId(character) == 0)
          .forEach(missing::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (!missing.isEmpty()) {
      throw new MissingGlyph(List.copyOf(missing));
    }
  }

  private static byte[] bytes(Optional<Path> directory, String name) throws IOException {
    Optional<Path> own = directory.map(path -> path.resolve(name)).filter(Files::exists);
    return own.isPresent() ? Files.readAllBytes(own.get()) : Resources.bytes("fonts/" + name);
  }
}
