package disclosure.report.examination.table;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.examination.line.Line;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads table three. */
public final class ApplicationsReader {

  private ApplicationsReader() {}

  /**
   * What was read.
   *
   * @param figures the table
   * @param remarks what is to be said of the reading
   * @param used which lines belong to the table
   */
  public record Result(ApplicationsFigures figures, List<Remark> remarks, Set<Integer> used) {}

  /** Reads the table from a document's lines. */
  public static Result read(List<Line> lines, Budget budget) {
    GridHeads heads = GridHeads.of(lines, budget);
    ApplicationRows rows = ApplicationRows.of(lines, heads, budget);
    if (!rows.isTable()) {
      return new Result(ApplicationsFigures.NONE, List.of(), Set.of());
    }
    ColumnOrder order = ColumnOrder.of(lines, rows.found(), heads, budget);
    RowCells cells = new RowCells(lines, heads, order);
    ApplicationsFigures figures = figures(rows.found(), cells);
    List<Remark> remarks = new ArrayList<>(rows.remarks());
    remarks.addAll(order.remarks());
    remarks.addAll(cells.remarks());
    return new Result(figures, List.copyOf(remarks), rows.used());
  }

  private static ApplicationsFigures figures(List<FoundRow> found, RowCells cells) {
    Map<FormRow, RowReading> rows = new EnumMap<>(FormRow.class);
    Optional<RowReading> otherHandling = Optional.empty();
    for (FoundRow one : found) {
      RowReading reading = cells.of(one);
      if (one.row().row().isPresent()) {
        rows.put(one.row().row().get(), reading);
      } else {
        otherHandling = Optional.of(reading);
      }
    }
    return new ApplicationsFigures(rows, otherHandling);
  }
}
