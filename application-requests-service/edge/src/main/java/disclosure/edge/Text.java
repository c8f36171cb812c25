package disclosure.edge;

import java.util.Locale;

/**
 * A sentence in both languages of the service.
 *
 * @param chinese for everybody who doesn't ask for English
 * @param english for {@code Accept-Language: en}
 */
public record Text(String chinese, String english) {

  /** A sentence with values of ours in the places that {@link String#format} marks. */
  public static Text of(String chinese, String english, Object... values) {
    return new Text(
        String.format(Locale.ROOT, chinese, values), String.format(Locale.ROOT, english, values));
  }

  /** The same sentence with such values. */
  Text with(Object... values) {
    return of(chinese, english, values);
  }

  /** The sentence in the given language; Chinese unless that is English. */
  public String in(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
  }
}
