package disclosure.report.examination.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of section two as they were read.
 *
 * @param edition by which edition of the form they are made
 * @param rows the rows that were found, each with as many cells as its headings
 * @param feeUnit the unit of the fees as the heading tells it: 万元, 元; empty when it tells none
 */
public record ProactiveFigures(
    Edition edition, Map<ProactiveRow, List<Reading>> rows, Optional<String> feeUnit) {

  /** A defensive copy is kept. */
  public ProactiveFigures {
    rows = Map.copyOf(rows);
  }

  /** Whether there are such tables. */
  public boolean isThere() {
    return !rows.isEmpty();
  }

  /** The row's cells, if it was found. */
  public Optional<List<Reading>> row(ProactiveRow row) {
    return Optional.ofNullable(rows.get(row));
  }
}
