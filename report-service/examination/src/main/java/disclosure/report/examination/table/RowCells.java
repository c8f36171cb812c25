package disclosure.report.examination.table;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the cells of table three, row by row; what is doubtful is said to be. */
final class RowCells {

  private final List<Line> lines;
  private final GridHeads heads;
  private final ColumnOrder order;
  private final List<Remark> remarks = new ArrayList<>();

  RowCells(List<Line> lines, GridHeads heads, ColumnOrder order) {
    this.lines = lines;
    this.heads = heads;
    this.order = order;
  }

  RowReading of(FoundRow one) {
    return settled(reading(one), one);
  }

  /** What is to be said of the rows that were read. */
  List<Remark> remarks() {
    return remarks;
  }

  private RowReading reading(FoundRow one) {
    Line line = lines.get(one.line());
    Confidence most = one.placed() ? Confidence.DOUBTFUL : Confidence.SURE;
    most = most.and(one.exact() || one.placed() ? Confidence.SURE : Confidence.LIKELY);
    most = most.and(order.isNamed() ? Confidence.SURE : Confidence.LIKELY);
    Optional<ColumnHead> head = heads.of(line).filter(ColumnHead::isWhole);
    if (head.isPresent()) {
      return byHead(one, line, head.get(), most);
    }
    RowReading reading = row(inOrder(one, line.place(), order.columns(), most), line.place(), one);
    if (!order.columns().contains(Column.TOTAL) && endsWithSum(reading)) {
      return reading.atMost(Confidence.DOUBTFUL);
    }
    boolean blanks = reading.cells().stream().anyMatch(cell -> cell.kind() == Reading.Kind.BLANK);
    return blanks && !isKnownToAddUp(reading) ? reading.atMost(Confidence.DOUBTFUL) : reading;
  }

  /** Whether the last of the applicant types, where it isn't nothing, is the sum of the others. */
  private static boolean endsWithSum(RowReading row) {
    List<BigDecimal> values = new ArrayList<>();
    for (Column column : Column.TYPES) {
      values.add(row.cell(column).value().orElse(BigDecimal.ZERO));
    }
    int last = values.size() - 1;
    return values.get(last).signum() != 0 && Cells.addsUp(values, last);
  }

  /** Cells that weren't filled in count for nothing. */
  private static boolean isKnownToAddUp(RowReading row) {
    return row.cells().stream().allMatch(cell -> cell.isValue() || cell.isUnfilled())
        && addsUp(row);
  }

  private RowReading byHead(FoundRow one, Line line, ColumnHead head, Confidence most) {
    List<Line.Cell> data = one.data();
    List<Column> columns = head.ordered();
    if (data.size() == columns.size() && data.stream().noneMatch(Line.Cell::above)) {
      boolean aligned = true;
      for (int i = 0; i < columns.size(); i++) {
        aligned &= data.get(i).covers(head.places().get(columns.get(i)));
      }
      RowReading inOrder =
          row(
              inOrder(one, line.place(), columns, aligned ? most : most.and(Confidence.LIKELY)),
              line.place(),
              one);
      if (aligned || isKnownToAddUp(inOrder)) {
        return inOrder;
      }
      RowReading byColumn = byColumn(one, line, head, most.and(Confidence.LIKELY));
      return isKnownToAddUp(byColumn) ? byColumn : inOrder.atMost(Confidence.DOUBTFUL);
    }
    return byColumn(one, line, head, most);
  }

  private RowReading byColumn(FoundRow one, Line line, ColumnHead head, Confidence most) {
    List<Column> columns = head.ordered();
    Map<Column, Reading> cells = new EnumMap<>(Column.class);
    Map<Line.Cell, List<Column>> shared = new HashMap<>();
    for (Column column : columns) {
      int place = head.places().get(column);
      Optional<Line.Cell> cell =
          line.cells().stream().filter(other -> other.covers(place)).findFirst();
      cell.ifPresent(
          there -> shared.computeIfAbsent(there, unused -> new ArrayList<>()).add(column));
      cells.put(
          column,
          cell.map(there -> Cells.reading(there, line.place(), most))
              .orElse(Reading.missing(line.place())));
    }
    shared.forEach(
        (cell, over) -> {
          if (over.size() > 1) {
            merged(cell, over, line.place(), one).forEach(cells::put);
          }
        });
    return tooShort(row(cells, line.place(), one), columns, line.place());
  }

  /**
   * A row that ends before the last column may lack any cell. When its last figure is the sum of
   * those before it, one of these is lacking, and the others don't stand where they belong.
   */
  private static RowReading tooShort(RowReading row, List<Column> columns, Place place) {
    int cells = columns.size();
    while (cells > 0 && row.cell(columns.get(cells - 1)).kind() == Reading.Kind.MISSING) {
      cells--;
    }
    if (cells == columns.size() || cells == 0) {
      return row;
    }
    List<BigDecimal> values = new ArrayList<>();
    for (Column column : columns.subList(0, cells)) {
      values.add(row.cell(column).value().orElse(BigDecimal.ZERO));
    }
    boolean sum = values.get(cells - 1).signum() != 0 && Cells.addsUp(values, cells - 1);
    if (!sum) {
      return row.atMost(Confidence.DOUBTFUL);
    }
    List<Reading> unread = new ArrayList<>();
    for (Reading cell : row.cells()) {
      unread.add(Reading.of(Reading.Kind.UNREAD, cell.text(), place, Confidence.DOUBTFUL));
    }
    return new RowReading(unread, row.place(), row.label());
  }

  /** One cell under several columns: its numbers are theirs when it has exactly as many. */
  private Map<Column, Reading> merged(
      Line.Cell cell, List<Column> over, Place place, FoundRow one) {
    Map<Column, Reading> readings = new EnumMap<>(Column.class);
    Optional<List<BigDecimal>> values = Optional.empty();
    Confidence confidence = Confidence.LIKELY;
    if (cell.said() instanceof CellText.Several several && several.values().size() == over.size()) {
      values = Optional.of(several.values());
    } else if (cell.said() instanceof CellText.Number && over.contains(Column.TOTAL)) {
      values =
          Cells.split(digits(cell.text()), over.size(), over.indexOf(Column.TOTAL))
              .filter(unused -> over.size() == Column.values().length);
      confidence = Confidence.DOUBTFUL;
      values.ifPresent(unused -> runTogether(one, place, cell.text()));
    }
    for (int i = 0; i < over.size(); i++) {
      Place at = place.at(cell.column() + 1);
      readings.put(
          over.get(i),
          values.isPresent()
              ? Reading.of(values.get().get(i), cell.text(), at, confidence)
              : Reading.of(
                  cell.said() instanceof CellText.Blank ? Reading.Kind.BLANK : Reading.Kind.UNREAD,
                  cell.text(),
                  at,
                  Confidence.DOUBTFUL));
    }
    return readings;
  }

  private static String digits(String text) {
    return Words.plain(text).replaceAll("\\s", "");
  }

  private void runTogether(FoundRow one, Place place, String text) {
    remarks.add(new Remark(Remark.Kind.RUN_TOGETHER, one.name(), place, text));
  }

  private Map<Column, Reading> inOrder(
      FoundRow one, Place place, List<Column> columns, Confidence most) {
    List<Line.Cell> data = new ArrayList<>(one.data());
    if (data.size() != columns.size()) {
      while (data.size() > columns.size() && data.get(0).said() instanceof CellText.Blank) {
        data.remove(0);
      }
      while (data.size() > columns.size()
          && data.get(data.size() - 1).said() instanceof CellText.Blank) {
        data.remove(data.size() - 1);
      }
    }
    Confidence confidence = most;
    List<Line.Cell> apart = Cells.apart(data);
    if (data.size() != columns.size() && apart.size() == columns.size()) {
      data = apart;
      confidence = most.and(Confidence.LIKELY);
    }
    Map<Column, Reading> cells = new EnumMap<>(Column.class);
    if (data.size() == columns.size()) {
      for (int i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i), Cells.reading(data.get(i), place, confidence));
      }
      return cells;
    }
    Optional<List<BigDecimal>> values =
        data.size() == 1 && columns.contains(Column.TOTAL)
            ? Cells.split(digits(data.get(0).text()), columns.size(), columns.indexOf(Column.TOTAL))
            : Optional.empty();
    String text = ApplicationRows.text(data);
    values.ifPresent(unused -> runTogether(one, place, text));
    for (int i = 0; i < columns.size(); i++) {
      cells.put(
          columns.get(i),
          values.isPresent()
              ? Reading.of(values.get().get(i), text, place, Confidence.DOUBTFUL)
              : Reading.of(Reading.Kind.UNREAD, text, place, Confidence.DOUBTFUL));
    }
    return cells;
  }

  private static RowReading row(Map<Column, Reading> cells, Place place, FoundRow one) {
    List<Reading> all = new ArrayList<>();
    for (Column column : Column.values()) {
      all.add(cells.getOrDefault(column, Reading.missing(place)));
    }
    return new RowReading(all, place, one.label());
  }

  /**
   * A number that is broken over lines may be two: it is joined when the row adds up then. What was
   * read with any doubt, and doesn't add up, is doubtful.
   */
  private RowReading settled(RowReading row, FoundRow one) {
    RowReading joined = joined(row, one);
    boolean sure = joined.cells().stream().allMatch(cell -> cell.confidence() == Confidence.SURE);
    boolean whole = joined.cells().stream().allMatch(Reading::isValue);
    if (sure || !whole || addsUp(joined)) {
      return joined;
    }
    return joined.atMost(Confidence.DOUBTFUL);
  }

  private static boolean addsUp(RowReading row) {
    return Cells.addsUp(
        row.cells().stream().map(cell -> cell.value().orElse(BigDecimal.ZERO)).toList(),
        Column.TOTAL.ordinal());
  }

  private RowReading joined(RowReading row, FoundRow one) {
    List<Reading> cells = new ArrayList<>();
    boolean any = false;
    for (Reading cell : row.cells()) {
      String digits = digits(cell.text());
      boolean broken = cell.text().indexOf('\n') >= 0;
      if (cell.kind() == Reading.Kind.UNREAD && broken && digits.matches("\\d{2,9}")) {
        any = true;
        cells.add(
            Reading.of(new BigDecimal(digits), cell.text(), cell.place(), Confidence.DOUBTFUL));
      } else {
        cells.add(cell);
      }
    }
    RowReading joined = new RowReading(cells, row.place(), row.label());
    if (!any || !cells.stream().allMatch(Reading::isValue) || !addsUp(joined)) {
      return row;
    }
    remarks.add(new Remark(Remark.Kind.JOINED, one.name(), row.place(), one.label()));
    return joined;
  }
}
