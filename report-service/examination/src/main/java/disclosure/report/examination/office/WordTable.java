package disclosure.report.examination.office;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Grid;
import disclosure.report.examination.document.NotReadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that is being read, row by row and cell by cell, and what stands within its cells. */
final class WordTable {

  /** More cells than any form's row has. */
  private static final int MAX_ROW_CELLS = 1_000;

  /** What is kept of a cell or a row. */
  private static final int KEPT = 50;

  /** A table whose cells hold tables has so few cells in each row if it only lays a page out. */
  private static final int MAX_LAYOUT_CELLS = 3;

  private final Budget budget;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<Block> within = new ArrayList<>();
  private int column;
  private boolean rowLeftOut;
  private int withinBefore;

  WordTable(Budget budget) {
    this.budget = budget;
  }

  /** A cell before it is known how many rows it covers. */
  static final class Cell {
    private final int column;
    private int columns = 1;
    private int rows = 1;
    private boolean continues;
    private boolean tabled;
    private boolean deleted;
    private final StringBuilder text = new StringBuilder();

    private Cell(int column) {
      this.column = column;
    }

    void spans(int number) {
      columns = Math.max(1, number);
    }

    /** Whether it goes on with the one above. */
    void continues(boolean above) {
      continues = above;
    }

    void delete() {
      deleted = true;
    }

    void say(String paragraph) {
      text.append(text.isEmpty() ? "" : "\n").append(paragraph);
    }
  }

  private record Begun(Cell cell, int row) {}

  /** The cell that is being read. */
  Optional<Cell> current() {
    List<Cell> row = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
    return row.isEmpty() ? Optional.empty() : Optional.of(row.get(row.size() - 1));
  }

  void beginRow() {
    budget.spend(KEPT);
    rows.add(new ArrayList<>());
    column = 0;
    rowLeftOut = false;
    withinBefore = within.size();
  }

  void leaveRowOut() {
    rowLeftOut = true;
  }

  void endRow() {
    if (rowLeftOut && !rows.isEmpty()) {
      rows.remove(rows.size() - 1);
      within.subList(withinBefore, within.size()).clear();
      rowLeftOut = false;
    }
  }

  void skipColumns(int number) {
    column += number;
  }

  void beginCell() {
    if (rows.isEmpty()) {
      return;
    }
    List<Cell> row = rows.get(rows.size() - 1);
    budget.spend(KEPT);
    if (row.size() >= MAX_ROW_CELLS) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    row.add(new Cell(column));
  }

  void endCell() {
    current()
        .ifPresent(
            cell -> {
              column = cell.column + cell.columns;
              cell.text.setLength(cell.deleted ? 0 : cell.text.length());
            });
  }

  /** A table stands within the cell that is being read. */
  void hold(List<Block> blocks) {
    within.addAll(blocks);
    current().ifPresent(cell -> cell.tabled = true);
  }

  /** What stands within its cells, and comes behind it. */
  List<Block> within() {
    return within;
  }

  /** Whether it is only there to lay out what stands in it. */
  boolean isLayout() {
    return rows.stream().flatMap(List::stream).anyMatch(cell -> cell.tabled)
        && rows.stream().allMatch(row -> row.size() <= MAX_LAYOUT_CELLS);
  }

  /** What is written in it, line by line. */
  List<String> lines() {
    return rows.stream()
        .flatMap(List::stream)
        .flatMap(cell -> cell.text.toString().lines())
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** The table, once it has ended. */
  Grid grid(int number) {
    lengthen();
    List<List<Grid.Cell>> grid = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<Grid.Cell> cells = new ArrayList<>();
      for (Cell cell : row) {
        if (!cell.continues && cell.column < Grid.MAX_COLUMNS) {
          cells.add(
              new Grid.Cell(
                  cell.column,
                  Math.min(cell.columns, Grid.MAX_COLUMNS - cell.column),
                  cell.rows,
                  cell.text.toString()));
        }
      }
      grid.add(cells);
    }
    return new Grid(grid, 0, number, true);
  }

  /**
   * The cell that one continues covers its row, too; one that continues nothing is a cell itself.
   */
  private void lengthen() {
    Map<Integer, Begun> above = Map.of();
    for (int row = 0; row < rows.size(); row++) {
      Map<Integer, Begun> own = new HashMap<>();
      for (Cell cell : rows.get(row)) {
        budget.spend(2);
        Begun begun = above.get(cell.column);
        if (cell.continues && begun != null) {
          begun.cell().rows = row - begun.row() + 1;
          own.putIfAbsent(cell.column, begun);
        } else {
          cell.continues = false;
          own.putIfAbsent(cell.column, new Begun(cell, row));
        }
      }
      above = own;
    }
  }
}
