package disclosure.requests.ledger.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a sheet as texts.
 *
 * @param number from 1, as spreadsheets show it
 * @param cells the texts of its cells from column A on; empty ones are empty
 * @param flaws the columns, from 0, whose cells don't say what was typed
 */
public record Line(int number, List<String> cells, Map<Integer, Flaw> flaws) {

  /** Keeps copies. */
  public Line {
    cells = List.copyOf(cells);
    flaws = Map.copyOf(flaws);
  }

  /** One whose cells say what was typed. */
  public Line(int number, List<String> cells) {
    this(number, cells, Map.of());
  }

  /** The text in a column, stripped; empty where there is none. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  /** Why the cell in a column doesn't say what was typed. */
  public Optional<Flaw> flaw(int column) {
    return Optional.ofNullable(flaws.get(column));
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  int length() {
    return cells.stream().mapToInt(String::length).sum();
  }
}
