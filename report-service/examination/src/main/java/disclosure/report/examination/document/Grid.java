package disclosure.report.examination.document;

import disclosure.requests.contract.Radicals;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it is drawn: cells that may cover several rows and columns.
 *
 * @param rows the cells that begin in each row, from left to right
 * @param page the page it begins on, from 1; 0 in documents without pages
 * @param number which table of the document it is, from 1
 * @param drawn whether its cells are told by the document; false when they were found by where
 *     texts stand
 */
public record Grid(List<List<Cell>> rows, int page, int number, boolean drawn) implements Block {

  /** More columns than any form has; what is beyond is left out. */
  public static final int MAX_COLUMNS = 200;

  /** Before what is set above or below the line, such as the number of a footnote. */
  public static final char RAISED = '\u27E6';

  /** Behind it. */
  public static final char RAISED_END = '\u27E7';

  /**
   * A cell.
   *
   * @param column its leftmost column, from 0
   * @param columns how many columns it covers
   * @param rows how many rows it covers
   * @param text its text; line feeds where it is broken
   */
  public record Cell(int column, int columns, int rows, String text) {

    /** Radicals become characters. */
    public Cell {
      text = Radicals.unified(text);
    }
  }

  /** A defensive copy is kept. */
  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Puts a grid together, row by row, as browsers place the cells of HTML. */
  public static final class Builder {

    private final List<List<Cell>> rows = new ArrayList<>();
    private final int[] coveredRows = new int[MAX_COLUMNS];
    private final Budget budget;
    private int column;

    /** An empty one. */
    public Builder(Budget budget) {
      this.budget = budget;
    }

    /** Begins the next row. */
    public void row() {
      if (!rows.isEmpty()) {
        for (int i = 0; i < MAX_COLUMNS; i++) {
          coveredRows[i] = Math.max(0, coveredRows[i] - 1);
        }
      }
      rows.add(new ArrayList<>());
      column = 0;
      budget.spend(MAX_COLUMNS / 10);
    }

    /** How many rows have begun. */
    public int size() {
      return rows.size();
    }

    /** Adds a cell in the first free column of the row. */
    public void cell(int columns, int spannedRows, String text) {
      if (rows.isEmpty()) {
        row();
      }
      while (column < MAX_COLUMNS && coveredRows[column] > 0) {
        column++;
      }
      budget.spend(1 + text.length());
      if (column >= MAX_COLUMNS) {
        return;
      }
      int width = Math.max(1, Math.min(columns, MAX_COLUMNS - column));
      int height = Math.max(1, spannedRows);
      rows.get(rows.size() - 1).add(new Cell(column, width, height, text));
      for (int i = column; i < column + width; i++) {
        coveredRows[i] = height;
      }
      column += width;
    }

    /** The grid. */
    public Grid build(int page, int number) {
      return new Grid(rows, page, number, true);
    }
  }
}
