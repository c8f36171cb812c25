package disclosure.report.content;

import java.math.BigDecimal;
import java.util.Optional;

/** Figures that may not be entered yet: what is missing stays so in whatever is made of it. */
final class Entered {

  private Entered() {}

  static Optional<Long> sum(Optional<Long> one, Optional<Long> other) {
    return one.flatMap(figure -> other.map(more -> figure + more));
  }

  static Optional<BigDecimal> total(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.flatMap(amount -> other.map(amount::add));
  }

  static Optional<BigDecimal> exact(Optional<Long> figure) {
    return figure.map(BigDecimal::valueOf);
  }

  /** In the shortest plain form, so that equal amounts are equal. */
  static BigDecimal shortest(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
