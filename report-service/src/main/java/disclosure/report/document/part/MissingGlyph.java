package disclosure.report.document.part;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report holds characters that no font can print; printing something else would be wrong. */
public final class MissingGlyph extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Integer> codePoints;

  /**
   * Of some characters.
   *
   * @param codePoints each once, in the order in which they appear
   */
  public MissingGlyph(List<Integer> codePoints) {
    super("characters without a glyph: " + names(codePoints));
    this.codePoints = List.copyOf(codePoints);
  }

  /** The characters, each once, in the order in which they appear. */
  public List<Integer> codePoints() {
    return codePoints;
  }

  /** The characters with their numbers, for example 𬱖 (U+2CC56); of invisible ones the number. */
  public static String names(List<Integer> codePoints) {
    return codePoints.stream().map(MissingGlyph::name).collect(Collectors.joining(", "));
  }

  private static String name(int codePoint) {
    String number = String.format(Locale.ROOT, "U+%04X", codePoint);
    return Texts.isPrintable(codePoint)
        ? Character.toString(codePoint) + " (" + number + ")"
        : number;
  }
}
