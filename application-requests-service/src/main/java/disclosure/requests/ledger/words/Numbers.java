package disclosure.requests.ledger.words;

import disclosure.edge.PlainText;
import disclosure.edge.look.WrittenNumber;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as offices write them with their units, each by the one rule for written numbers. */
public final class Numbers {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

  private Numbers() {}

  /** A number of days, pieces or pages below a million, such as 20, 20日 or 20个工作日. */
  public static Optional<Integer> whole(String text) {
    return WrittenNumber.read(plain(text).replaceAll("(个工作日|天|日|件|页)$", ""))
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= 0 && isBelow(MILLION, number))
        .map(BigDecimal::intValueExact);
  }

  /** An amount of yuan below a billion as it was written, such as 40.50, 1,000元 or ￥40. */
  public static Optional<BigDecimal> amount(String text) {
    return WrittenNumber.read(plain(text).replaceAll("^¥|元$", ""))
        .filter(number -> isBelow(BILLION, number));
  }

  private static boolean isBelow(BigDecimal bound, BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(bound) < 0;
  }

  private static String plain(String text) {
    return WrittenNumber.narrow(text)
        .codePoints()
        .filter(point -> Character.isWhitespace(point) || !PlainText.isInvisible(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
