package disclosure.report.examination.figure;

import disclosure.requests.contract.FormRow;
import java.util.Map;
import java.util.Optional;

/**
 * Table three as it was read.
 *
 * @param rows the rows that were found
 * @param otherHandlingInOne （六）其他处理 where it is one row, as in the form of 2019
 */
public record ApplicationsFigures(
    Map<FormRow, RowReading> rows, Optional<RowReading> otherHandlingInOne) {

  /** No table. */
  public static final ApplicationsFigures NONE =
      new ApplicationsFigures(Map.of(), Optional.empty());

  /** A defensive copy is kept. */
  public ApplicationsFigures {
    rows = Map.copyOf(rows);
  }

  /** Whether there is such a table. */
  public boolean isThere() {
    return !rows.isEmpty();
  }

  /** The row, if it was found. */
  public Optional<RowReading> row(FormRow row) {
    return Optional.ofNullable(rows.get(row));
  }
}
