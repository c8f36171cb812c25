package disclosure.report.examination.figure;

import disclosure.report.examination.document.Place;
import java.util.List;

/**
 * A row of table three as it was read.
 *
 * @param cells its seven cells, in the order of {@link Column}
 * @param place where the row stands
 * @param label the row's label as it stands there
 */
public record RowReading(List<Reading> cells, Place place, String label) {

  /** A defensive copy is kept. */
  public RowReading {
    cells = List.copyOf(cells);
  }

  /** The cell of that column. */
  public Reading cell(Column column) {
    return cells.get(column.ordinal());
  }

  /** The same, all cells at most that sure. */
  public RowReading atMost(Confidence most) {
    return new RowReading(cells.stream().map(cell -> cell.atMost(most)).toList(), place, label);
  }
}
