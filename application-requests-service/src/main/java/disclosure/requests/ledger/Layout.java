package disclosure.requests.ledger;

import disclosure.edge.Text;
import disclosure.requests.ledger.Sheet.Line;
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

  private final Sheet sheet;
  private final int headingRow;
  private final Map<Column, Integer> places;
  private final List<String> ignored;

  private Layout(Sheet sheet, int headingRow, Map<Column, Integer> places, List<String> ignored) {
    this.sheet = sheet;
    this.headingRow = headingRow;
    this.places = places;
    this.ignored = ignored;
  }

  /** Empty for a sheet without headings of a ledger, such as instructions. */
  static Optional<Layout> of(Sheet sheet) {
    return sheet.rows().stream()
        .filter(line -> line.number() <= LAST_ROW_OF_HEADINGS)
        .map(line -> of(sheet, line))
        .filter(layout -> layout.places.size() >= MIN_HEADINGS)
        .filter(
            layout ->
                layout.places.containsKey(Column.REFERENCE)
                    || layout.places.containsKey(Column.RECEIVED_ON))
        .findFirst();
  }

  private static Layout of(Sheet sheet, Line line) {
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
    return sheet.name();
  }

  /** Headings that mean no column of a ledger, or one that is there already. */
  List<String> ignored() {
    return ignored;
  }

  Optional<Integer> place(Column column) {
    return Optional.ofNullable(places.get(column));
  }

  /** The rows below the headings that have anything in the columns of a ledger. */
  List<Line> lines() {
    return sheet.rows().stream()
        .filter(line -> line.number() > headingRow)
        .filter(line -> places.values().stream().anyMatch(place -> !line.cell(place).isEmpty()))
        .toList();
  }

  /** Columns without which nothing can be taken over. */
  List<LedgerProblem> missing() {
    return Arrays.stream(Column.values())
        .filter(column -> column.isRequired() && !places.containsKey(column))
        .map(
            column ->
                new LedgerProblem(
                    sheet.name(),
                    headingRow,
                    "",
                    column.heading(),
                    new Text("缺少此列", "is missing as a column")))
        .toList();
  }

  LedgerProblem cell(Line line, Column column, Text message) {
    return new LedgerProblem(
        sheet.name(),
        line.number(),
        place(column).map(LedgerProblem::letters).orElse(""),
        column.heading(),
        message);
  }

  LedgerProblem row(Line line, Text message) {
    return new LedgerProblem(sheet.name(), line.number(), "", "", message);
  }
}
