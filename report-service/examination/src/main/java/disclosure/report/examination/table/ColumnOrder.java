package disclosure.report.examination.table;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order of the columns of table three where no head of a grid tells their places: what words
 * above tell, and of those that can be, what adds up.
 */
final class ColumnOrder {

  private static final int MAX_HEAD_LINES = 14;

  private final List<Line> lines;
  private final List<FoundRow> found;
  private final Budget budget;
  private final List<Remark> remarks = new ArrayList<>();
  private List<Column> order = ColumnHead.USUAL;
  private boolean headSeen;
  private boolean totalNamed;

  private ColumnOrder(List<Line> lines, List<FoundRow> found, Budget budget) {
    this.lines = lines;
    this.found = found;
    this.budget = budget;
  }

  static ColumnOrder of(List<Line> lines, List<FoundRow> found, GridHeads heads, Budget budget) {
    ColumnOrder order = new ColumnOrder(lines, found, budget);
    order.find(heads);
    return order;
  }

  List<Column> columns() {
    return order;
  }

  /** Whether a head names the columns. */
  boolean isNamed() {
    return headSeen;
  }

  List<Remark> remarks() {
    return remarks;
  }

  private void find(GridHeads heads) {
    Optional<ColumnHead> drawn =
        found.stream()
            .flatMap(one -> heads.of(lines.get(one.line())).stream())
            .filter(ColumnHead::isWhole)
            .findFirst();
    if (drawn.isPresent()) {
      headSeen = true;
      order = drawn.get().ordered();
      return;
    }
    Optional<Boolean> told = totalFirst();
    int mostCells = usualCells();
    if (mostCells == Column.TYPES.size()) {
      order = ColumnHead.order(false, totalNamed || isMostlySums());
      return;
    }
    int first = 0;
    int last = 0;
    int neither = 0;
    for (FoundRow one : found) {
      List<BigDecimal> values = one.values(Column.values().length);
      if (values.stream().anyMatch(value -> value.signum() != 0)) {
        boolean isLast = Cells.addsUp(values, values.size() - 1);
        boolean isFirst = Cells.addsUp(values, 0);
        last += isLast && !isFirst ? 1 : 0;
        first += isFirst && !isLast ? 1 : 0;
        neither += !isFirst && !isLast ? 1 : 0;
      }
    }
    boolean byFigures = first > last + neither;
    boolean totalFirst = told.orElse(byFigures);
    if (told.isPresent() && byFigures != told.get() && first + last > 1) {
      totalFirst = byFigures;
    }
    if (totalFirst && told.isEmpty() || told.isPresent() && totalFirst != told.get()) {
      remarks.add(
          new Remark(Remark.Kind.ORDER_BY_SUM, "", lines.get(found.get(0).line()).place(), ""));
    }
    order = ColumnHead.order(totalFirst, true);
  }

  /** Whether rows of as many figures as there are applicant types end with their sum. */
  private boolean isMostlySums() {
    int sums = 0;
    int others = 0;
    for (FoundRow one : found) {
      List<BigDecimal> values = one.values(Column.TYPES.size());
      if (values.stream().anyMatch(value -> value.signum() != 0)) {
        boolean sum = Cells.addsUp(values, values.size() - 1) || Cells.addsUp(values, 0);
        sums += sum ? 1 : 0;
        others += sum ? 0 : 1;
      }
    }
    return sums > others;
  }

  private int usualCells() {
    Map<Integer, Integer> counts = new HashMap<>();
    found.forEach(one -> counts.merge(one.data().size(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Whether the words of the head name the total before the applicant types. */
  private Optional<Boolean> totalFirst() {
    int first = found.stream().mapToInt(FoundRow::line).min().orElse(0);
    List<Line> head = lines.subList(Math.max(0, first - MAX_HEAD_LINES), first);
    int person = -1;
    int total = -1;
    int personLine = -1;
    int totalLine = -1;
    Set<String> seen = new HashSet<>();
    for (int line = 0; line < head.size(); line++) {
      int place = 0;
      for (Line.Cell cell : head.get(line).cells()) {
        totalNamed |= isTotal(cell.words());
        seen.add(cell.words());
        for (String word : cell.text().split("\\s+")) {
          String words = Words.of(word);
          seen.add(words);
          if (words.equals("自然人") && person < 0) {
            person = cell.column();
            personLine = line;
          } else if (isTotal(words) && total < 0) {
            totalNamed = true;
            total = cell.column();
            totalLine = line;
          }
          place++;
        }
        budget.spend(place);
      }
    }
    headSeen = seen.contains("自然人") && (seen.contains("商业企业") || seen.contains("科研机构"));
    if (person < 0 || total < 0 || person == total) {
      return Optional.empty();
    }
    boolean comparable = personLine == totalLine || head.get(totalLine).cells().size() > 2;
    return comparable ? Optional.of(total < person) : Optional.empty();
  }

  private static boolean isTotal(String words) {
    return words.equals("总计") || words.equals("合计");
  }
}
