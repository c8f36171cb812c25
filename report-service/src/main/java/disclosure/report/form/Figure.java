package disclosure.report.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One figure of a table with all that stands beside and above it.
 *
 * @param row the labels to its left, from the widest to the narrowest; empty in a table of one row
 * @param column the headings above it, from the widest to the narrowest
 * @param value the figure; empty when it isn't entered yet
 */
public record Figure(List<String> row, List<String> column, Optional<BigDecimal> value) {

  /** Defensive copies are kept. */
  public Figure {
    row = List.copyOf(row);
    column = List.copyOf(column);
  }
}
