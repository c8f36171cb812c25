package disclosure.report.text;

import java.math.BigDecimal;
import java.util.Optional;

/** What the tables of a report hold. */
@FunctionalInterface
public interface Figures {

  /**
   * The figure there; empty where the table has none or it couldn't be read: never zero instead.
   */
  Optional<BigDecimal> at(Cell cell);
}
