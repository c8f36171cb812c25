package disclosure.requests.ledger.sheet;

import java.util.List;

/**
 * A row of a sheet as texts.
 *
 * @param number from 1, as spreadsheets show it
 * @param cells the texts of its cells from column A on; empty ones are empty
 */
public record Line(int number, List<String> cells) {

  /** Keeps a copy of the cells. */
  public Line {
    cells = List.copyOf(cells);
  }

  /** The text in a column, stripped; empty where there is none. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  int length() {
    return cells.stream().mapToInt(String::length).sum();
  }
}
