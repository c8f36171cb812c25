package disclosure.local.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which language the stack's own pages are, by the rule of the services' pages: what was chosen
 * there, else what the browser prefers; Chinese unless that is English.
 */
public final class BrowserLanguage {

  private static final String CHOSEN = "language=";
  private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

  private BrowserLanguage() {}

  /**
   * Whether a page is to be in English.
   *
   * @param cookies the request's header
   * @param acceptLanguage the request's header; a malformed one counts as absent
   */
  public static boolean isEnglish(Optional<String> cookies, Optional<String> acceptLanguage) {
    return cookies
        .flatMap(BrowserLanguage::chosen)
        .or(() -> acceptLanguage.flatMap(BrowserLanguage::preferred))
        .filter(Locale.ENGLISH::equals)
        .isPresent();
  }

  private static Optional<Locale> chosen(String cookies) {
    return Arrays.stream(cookies.split(";"))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(CHOSEN))
        .map(cookie -> cookie.substring(CHOSEN.length()))
        .flatMap(tag -> OFFERED.stream().filter(one -> one.getLanguage().equals(tag)))
        .findFirst();
  }

  private static Optional<Locale> preferred(String accepted) {
    try {
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return Optional.empty();
    }
  }
}
