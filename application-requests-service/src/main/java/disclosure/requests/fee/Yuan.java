package disclosure.requests.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

/**
 * An amount of money in 元, exact to the 分.
 *
 * @param amount never negative, always with two decimals
 */
public record Yuan(BigDecimal amount) implements Comparable<Yuan> {

  private static final BigDecimal LIMIT = new BigDecimal("1000000000");

  /** Nothing. */
  public static final Yuan ZERO = of(0);

  /**
   * @throws IllegalArgumentException when the amount is negative, has parts of a 分, or reaches a
   *     thousand million 元
   */
  public Yuan {
    Objects.requireNonNull(amount, "amount");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("the amount is negative");
    }
    if (amount.compareTo(LIMIT) >= 0) {
      throw new IllegalArgumentException("the amount is too large");
    }
    if (amount.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("the amount has more than two decimals");
    }
    amount = amount.setScale(2, RoundingMode.UNNECESSARY);
  }

  /** Whole 元. */
  public static Yuan of(long yuan) {
    return new Yuan(BigDecimal.valueOf(yuan));
  }

  /** The sum of all amounts; zero for none. */
  public static Yuan sum(Collection<Yuan> amounts) {
    return amounts.stream().reduce(ZERO, Yuan::plus);
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** Both together. */
  public Yuan plus(Yuan other) {
    return new Yuan(amount.add(other.amount));
  }

  /**
   * What is left when the other is taken away.
   *
   * @throws IllegalArgumentException when the other is more
   */
  public Yuan minus(Yuan other) {
    return new Yuan(amount.subtract(other.amount));
  }

  /** So many times the amount; {@code times} is not negative. */
  public Yuan times(int times) {
    return new Yuan(amount.multiply(BigDecimal.valueOf(times)));
  }

  @Override
  public int compareTo(Yuan other) {
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
