package disclosure.report.examination.line;

import disclosure.report.examination.document.Place;
import java.util.List;

/**
 * A row of a grid, or a line of text taken apart where cells seem to end.
 *
 * @param grid the number of the grid it belongs to; 0 for text
 * @param cells its cells from left to right, in a grid those from rows above among them
 * @param place where it stands
 * @param sure whether the document itself tells the cells
 */
public record Line(int grid, List<Cell> cells, Place place, boolean sure) {

  /**
   * A cell of a line.
   *
   * @param column its leftmost column, from 0
   * @param columns how many columns it covers
   * @param text its text
   * @param above whether it began in a row above
   * @param said what it says
   */
  public record Cell(int column, int columns, String text, boolean above, CellText said) {

    /** Its words. */
    public String words() {
      return Words.of(text);
    }

    /** Whether it lies over that column. */
    public boolean covers(int other) {
      return column <= other && other < column + columns;
    }
  }

  /** A defensive copy is kept. */
  public Line {
    cells = List.copyOf(cells);
  }

  /** All its text; what comes from rows above is left out. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Cell cell : cells) {
      if (!cell.above() && !cell.text().isBlank()) {
        text.append(text.isEmpty() ? "" : " ").append(cell.text().replace('\n', ' ').strip());
      }
    }
    return text.toString();
  }

  /** Whether no more than one of its cells says anything. */
  public boolean isText() {
    return cells.stream().filter(cell -> !cell.above() && !cell.text().isBlank()).count() <= 1;
  }
}
