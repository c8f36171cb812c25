package disclosure.requests.ledger;

import disclosure.edge.Text;
import disclosure.requests.ledger.sheet.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the columns of a sheet are; titles above the headings are passed over. */
final class Layout {

  private static final int LAST_ROW_OF_HEADINGS = 10;
  private static final int MIN_HEADINGS = 3;

  private final String sheet;
  private final int headingRow;
  private final Map<Column, Integer> places;
  private final List<String> ignored;

  private Layout(String sheet, int headingRow, Map<Column, Integer> places, List<String> ignored) {
    this.sheet = sheet;
    this.headingRow = headingRow;
    this.places = places;
    this.ignored = ignored;
  }

  /** Empty when the line has no headings of a ledger, such as one of instructions. */
  static Optional<Layout> of(String sheet, Line line) {
    return Optional.of(line)
        .filter(headings -> headings.number() <= LAST_ROW_OF_HEADINGS)
        .map(headings -> read(sheet, headings))
        .filter(layout -> layout.places.size() >= MIN_HEADINGS)
        .filter(
            layout ->
                layout.places.containsKey(Column.REFERENCE)
                    || layout.places.containsKey(Column.RECEIVED_ON));
  }

  private static Layout read(String sheet, Line line) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < line.cells().size(); i++) {
      String heading = line.cell(i);
      Optional<Column> column = Column.of(heading);
      if (column.isPresent() && !places.containsKey(column.get())) {
        places.put(column.get(), i);
      } else if (!heading.isEmpty()) {
        ignored.add(heading);
      }
    }
    return new Layout(sheet, line.number(), places, ignored);
  }

  String sheet() {
    return sheet;
  }

  /** Headings that mean no column of a ledger, or one that is there already. */
  List<String> ignored() {
    return ignored;
  }

  Optional<Integer> place(Column column) {
    return Optional.ofNullable(places.get(column));
  }

  /** Whether a line below the headings has anything in the columns of a ledger. */
  boolean holds(Line line) {
    return places.values().stream().anyMatch(place -> !line.cell(place).isEmpty());
  }

  /** Columns without which nothing can be taken over. */
  List<LedgerProblem> missing() {
    return Arrays.stream(Column.values())
        .filter(column -> column.isRequired() && !places.containsKey(column))
        .map(
            column ->
                new LedgerProblem(
                    sheet,
                    headingRow,
                    "",
                    column.heading(),
                    new Text("缺少此列", "is missing as a column")))
        .toList();
  }

  LedgerProblem cell(Line line, Column column, Text message) {
    return new LedgerProblem(
        sheet,
        line.number(),
        place(column).map(LedgerProblem::letters).orElse(""),
        column.heading(),
        message);
  }

  LedgerProblem row(Line line, Text message) {
    return new LedgerProblem(sheet, line.number(), "", "", message);
  }
}
