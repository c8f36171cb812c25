package disclosure.edge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chinese, unless the caller prefers English. */
public final class Language {

  private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

  private Language() {}

  /**
   * The language of an answer.
   *
   * @param acceptLanguage the request's header; a malformed one counts as absent
   */
  public static Locale of(Optional<String> acceptLanguage) {
    try {
      return acceptLanguage
          .map(Locale.LanguageRange::parse)
          .map(ranges -> Locale.lookup(ranges, OFFERED))
          .orElse(Locale.CHINESE);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      // The JDK's reader takes the first part of a range of strokes alone, which has none.
      return Locale.CHINESE;
    }
  }
}
