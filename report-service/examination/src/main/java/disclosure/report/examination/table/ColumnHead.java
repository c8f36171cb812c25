package disclosure.report.examination.table;

import disclosure.report.examination.figure.Column;
import disclosure.report.examination.label.LabelBook;
import disclosure.report.examination.line.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The head of table three: which column stands where.
 *
 * @param places where each begins, in columns of the grid or cells of the line
 * @param ordered the columns from left to right
 */
record ColumnHead(Map<Column, Integer> places, List<Column> ordered) {

  /** The order of the form. */
  static final List<Column> USUAL = List.of(Column.values());

  private static final int MIN_TYPES = 4;

  private static final LabelBook<Column> BOOK = book();

  private static LabelBook<Column> book() {
    LabelBook<Column> book = new LabelBook<>();
    for (Column column : Column.values()) {
      book.label(column, column.label());
    }
    return book.label(Column.TOTAL, "合计")
        .label(Column.NATURAL_PERSON, "自然人申请", "公民")
        .label(Column.COMMERCIAL_ENTERPRISE, "商业企业类", "企业")
        .label(Column.RESEARCH_INSTITUTION, "科研机构类")
        .label(Column.PUBLIC_WELFARE_ORGANIZATION, "社会公益组织类", "公益组织")
        .label(Column.LEGAL_SERVICE_PROVIDER, "法律服务机构类", "法律服务")
        .label(Column.OTHER_ORGANIZATION, "其他组织", "其它");
  }

  /** The head that some lines are; empty when most of its columns aren't named. */
  static Optional<ColumnHead> of(List<Line> lines) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Line line : lines) {
      for (Line.Cell cell : line.cells()) {
        if (!cell.above()) {
          BOOK.match(cell.words())
              .ifPresent(match -> places.putIfAbsent(match.of(), cell.column()));
        }
      }
    }
    long types = places.keySet().stream().filter(Column.TYPES::contains).count();
    if (types < MIN_TYPES || !places.containsKey(Column.COMMERCIAL_ENTERPRISE)) {
      return Optional.empty();
    }
    List<Column> ordered = new ArrayList<>(places.keySet());
    ordered.sort((one, other) -> Integer.compare(places.get(one), places.get(other)));
    return Optional.of(new ColumnHead(places, List.copyOf(ordered)));
  }

  /** Whether each column is named, the total perhaps not, and each has a place of its own. */
  boolean isWhole() {
    return places.keySet().containsAll(Column.TYPES)
        && places.values().stream().distinct().count() == places.size();
  }

  int first() {
    return places.values().stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  /** The head's order, if the lines that it was found in tell one that can be. */
  static List<Column> order(boolean totalFirst, boolean withTotal) {
    List<Column> order = new ArrayList<>(Column.TYPES);
    if (withTotal) {
      order.add(totalFirst ? 0 : order.size(), Column.TOTAL);
    }
    return List.copyOf(order);
  }
}
