package disclosure.report.document;

import java.util.List;
import java.util.Locale;

/** A report holds characters that no font can print; printing something else would be wrong. */
public final class MissingGlyph extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Integer> codePoints;

  MissingGlyph(List<Integer> codePoints) {
    super("characters without a glyph: " + names(codePoints));
    this.codePoints = List.copyOf(codePoints);
  }

  /** The characters, each once, in the order in which they appear. */
  public List<Integer> codePoints() {
    return codePoints;
  }

  /** The characters with their numbers, for example 𬱖 (U+2CC56). */
  public static String names(List<Integer> codePoints) {
    return codePoints.stream()
        .map(
            codePoint ->
                String.format(Locale.ROOT, "%s (U+%04X)", Character.toString(codePoint), codePoint))
        .reduce((first, second) -> first + ", " + second)
        .orElse("");
  }
}
