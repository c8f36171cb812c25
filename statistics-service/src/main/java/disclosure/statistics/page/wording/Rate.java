package disclosure.statistics.page.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Shares in a hundred as all pages tell them: rounded to one decimal, half up, and never all where
 * one is missing, nor nothing where there is one. What two parts of a whole are told to be is
 * always a hundred together.
 */
public final class Rate {

  private static final BigDecimal ALL = new BigDecimal("100.0");
  private static final BigDecimal NONE = new BigDecimal("0.0");
  private static final BigDecimal LEAST = new BigDecimal("0.1");

  private Rate() {}

  /** How many in a hundred of the whole the part is; empty for a part of nothing. */
  public static Optional<BigDecimal> of(long part, long whole) {
    return whole == 0 ? Optional.empty() : Optional.of(rounded(part, whole));
  }

  /** How many in a hundred the rest is. */
  public static Optional<BigDecimal> ofRest(long part, long whole) {
    return of(part, whole).map(ALL::subtract);
  }

  private static BigDecimal rounded(long part, long whole) {
    BigDecimal rate =
        BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    if (part < whole && rate.compareTo(ALL) == 0) {
      return ALL.subtract(LEAST);
    }
    return part > 0 && rate.compareTo(NONE) == 0 ? LEAST : rate;
  }
}
