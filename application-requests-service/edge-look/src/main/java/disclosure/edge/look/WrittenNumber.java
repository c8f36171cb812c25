package disclosure.edge.look;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them into fields of the pages. */
public final class WrittenNumber {

  /** Separators stand before every third digit or nowhere: 1,2 may have been meant for 1.2. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?");

  private WrittenNumber() {}

  /**
   * The number, in whatever width; empty where there is none, or it isn't sure which.
   *
   * @return with as many decimals as were written
   */
  public static Optional<BigDecimal> read(String text) {
    String plain = narrow(text).strip().replace('\u2212', '-');
    return NUMBER.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain.replace(",", "")))
        : Optional.empty();
  }

  /**
   * The text in half width; but a figure in a circle, above or below the line stays what it is,
   * since it may be a note's.
   */
  public static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              String sign = Character.toString(point);
              narrow.append(
                  Character.getType(point) == Character.OTHER_NUMBER
                      ? sign
                      : Normalizer.normalize(sign, Normalizer.Form.NFKC));
            });
    return narrow.toString();
  }
}
