package disclosure.requests.application;

import java.util.Objects;

/**
 * One sentence in both languages of the product. It never holds a value that a client sent.
 *
 * @param zh Chinese, the default
 * @param en English
 */
public record BilingualText(String zh, String en) {

  /** Both languages are present. */
  public BilingualText {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }
}
