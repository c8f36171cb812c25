package disclosure.report.examination.table;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads table three. */
public final class ApplicationsReader {

  /** Fewer figures in a line are no row of the table, when its label isn't known. */
  private static final int MIN_FIGURES = 5;

  private static final int MIN_LONG_LABEL = 6;
  private static final int MAX_HEAD_LINES = 14;
  private static final int MAX_LABEL_LINES = 3;
  private static final int MAX_TEXT_LABEL = 60;

  private static final int MAX_BARE_LINES = 80;

  /** Fewer labels than these without figures may be words of a text. */
  private static final int MIN_BARE_ROWS = 15;

  /** A row's own label stands in one of its last cells. */
  private static final int MAX_LABEL_CELLS = 6;

  private final List<Line> lines;
  private final Budget budget;
  private final Map<Integer, ColumnHead> heads = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<Integer> used = new TreeSet<>();
  private List<Column> order = ColumnHead.USUAL;
  private boolean headSeen;
  private boolean totalNamed;

  /**
   * What was read.
   *
   * @param figures the table
   * @param remarks what is to be said of the reading
   * @param used which lines belong to the table
   */
  public record Result(ApplicationsFigures figures, List<Remark> remarks, Set<Integer> used) {}

  private record Found(
      int line,
      RowLabels.Row row,
      boolean exact,
      boolean placed,
      String label,
      List<Line.Cell> data) {

    Found as(RowLabels.Row other) {
      return new Found(line, other, false, true, label, data);
    }
  }

  private ApplicationsReader(List<Line> lines, Budget budget) {
    this.lines = lines;
    this.budget = budget;
  }

  /** Reads the table from a document's lines. */
  public static Result read(List<Line> lines, Budget budget) {
    ApplicationsReader reader = new ApplicationsReader(lines, budget);
    reader.findHeads();
    reader.findRows();
    reader.findBareRows();
    if (reader.found.size() < 3) {
      return new Result(ApplicationsFigures.NONE, List.of(), Set.of());
    }
    reader.placeUnlabelled();
    reader.findOrder();
    ApplicationsFigures figures = reader.figures();
    return new Result(figures, List.copyOf(reader.remarks), reader.used);
  }

  // Which columns a grid has is told by the lines above its first figures.
  private void findHeads() {
    Map<Integer, List<Line>> above = new HashMap<>();
    Set<Integer> begun = new HashSet<>();
    for (Line line : lines) {
      if (line.grid() == 0 || begun.contains(line.grid())) {
        continue;
      }
      List<Line> head = above.computeIfAbsent(line.grid(), unused -> new ArrayList<>());
      if (isFirstOfFigures(line)) {
        begun.add(line.grid());
        List<Line> nearest = head.subList(Math.max(0, head.size() - MAX_HEAD_LINES), head.size());
        ColumnHead.of(nearest).ifPresent(one -> heads.put(line.grid(), one));
      }
      head.add(line);
      budget.spend(20);
    }
  }

  private static boolean isFirstOfFigures(Line line) {
    List<Line.Cell> own =
        line.cells().stream().filter(cell -> !cell.above() && cell.said().saysSomething()).toList();
    return own.size() >= MIN_FIGURES
        || own.stream().anyMatch(cell -> !(cell.said() instanceof CellText.Mark))
            && line.cells().stream().anyMatch(ApplicationsReader::isLongLabel);
  }

  private static boolean isLongLabel(Line.Cell cell) {
    return !cell.above()
        && cell.words().length() >= MIN_LONG_LABEL
        && RowLabels.match(cell.words()).isPresent();
  }

  private void findRows() {
    RowLabels.Row last = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      budget.spend(line.cells().size() + 5L);
      List<Line.Cell> data = data(line);
      boolean said = data.stream().anyMatch(cell -> cell.said().saysSomething());
      boolean whole = data.size() >= ColumnHead.USUAL.size();
      if (data.isEmpty() || line.grid() == 0 && (!said && !whole || isLonger(data))) {
        continue;
      }
      for (Found one : rows(i, line, data)) {
        if (isInPlace(one, last)) {
          found.add(one);
          used.add(i);
          last = one.row();
        }
      }
    }
    keepFirstTable();
  }

  /** The figures of table four may follow a heading 总计. */
  private static boolean isLonger(List<Line.Cell> data) {
    return data.stream().filter(cell -> cell.said().saysSomething()).count()
        > ColumnHead.USUAL.size() + 1;
  }

  /**
   * Copied text leaves empty cells out. A row whose label stands there, and whose figures can't be
   * told any more, isn't missing.
   */
  private void findBareRows() {
    int from = found.stream().mapToInt(Found::line).min().orElse(0) - MAX_BARE_LINES;
    int to = found.stream().mapToInt(Found::line).max().orElse(lines.size()) + MAX_BARE_LINES;
    List<Found> all = new ArrayList<>();
    Deque<Found> next = new ArrayDeque<>(found);
    RowLabels.Row last = null;
    for (int i = Math.max(0, from); i < Math.min(lines.size(), to); i++) {
      while (!next.isEmpty() && next.peek().line() <= i) {
        last = next.peek().row();
        all.add(next.remove());
      }
      Optional<Found> bare = used.contains(i) ? Optional.empty() : bare(i);
      if (bare.isPresent() && fits(bare.get(), last, next)) {
        last = bare.get().row();
        all.add(bare.get());
      }
    }
    all.addAll(next);
    if (all.size() >= MIN_BARE_ROWS) {
      found.clear();
      found.addAll(all);
      all.forEach(one -> used.add(one.line()));
    }
  }

  private Optional<Found> bare(int index) {
    Line line = lines.get(index);
    budget.spend(5);
    List<Line.Cell> data = data(line);
    if (line.grid() > 0 || data.size() >= ColumnHead.USUAL.size()) {
      return Optional.empty();
    }
    List<Line.Cell> labels =
        line.cells().stream().filter(cell -> cell.said() instanceof CellText.Label).toList();
    return match(labels)
        .filter(LabelBook.Match::exact)
        .map(row -> new Found(index, row.of(), true, false, text(labels), data));
  }

  private boolean fits(Found bare, RowLabels.Row last, Deque<Found> next) {
    double order = bare.row().order();
    return isInPlace(bare, last)
        && bare.row().row().isPresent()
        && (last == null || order > last.order())
        && (next.isEmpty() || order < next.peek().row().order())
        && found.stream().noneMatch(one -> one.row().equals(bare.row()));
  }

  /** Words as short as 其他 and 总计 stand in other places, too. */
  private static boolean isInPlace(Found one, RowLabels.Row last) {
    Optional<FormRow> row = one.row().row();
    if (row.isEmpty()) {
      return last != null && last.order() >= FormRow.STATE_SECRET.ordinal();
    }
    return switch (row.get()) {
      case OTHER_HANDLING ->
          last != null
              && last.order() >= FormRow.PETITION_OR_COMPLAINT.ordinal()
              && last.order() < FormRow.OTHER_HANDLING.ordinal();
      case CONCLUDED -> last != null && last.order() >= FormRow.DISCLOSED.ordinal();
      default -> true;
    };
  }

  private List<Found> rows(int index, Line line, List<Line.Cell> data) {
    List<Found> several = rowsInOne(index, line, data);
    if (!several.isEmpty()) {
      return several;
    }
    List<Line.Cell> labels =
        line.cells().stream()
            .filter(cell -> !cell.above() && !data.contains(cell))
            .filter(cell -> cell.said() instanceof CellText.Label)
            .toList();
    if (line.grid() == 0 && data.size() < MIN_FIGURES - 2 && !isRun(data)) {
      return List.of();
    }
    String text = text(labels);
    Optional<LabelBook.Match<RowLabels.Row>> match = match(labels);
    if (match.isEmpty() || !match.get().exact()) {
      Optional<LabelBook.Match<RowLabels.Row>> wrapped = wrapped(index, line, text);
      if (wrapped.isPresent() && (match.isEmpty() || wrapped.get().exact())) {
        match = wrapped;
      }
    }
    return match
        .map(one -> List.of(new Found(index, one.of(), one.exact(), false, text, data)))
        .orElse(List.of());
  }

  private static boolean isRun(List<Line.Cell> data) {
    return data.size() == 1
        && data.get(0).said() instanceof CellText.Number
        && data.get(0).text().strip().length() >= ColumnHead.USUAL.size();
  }

  private Optional<LabelBook.Match<RowLabels.Row>> match(List<Line.Cell> labels) {
    Optional<LabelBook.Match<RowLabels.Row>> best = Optional.empty();
    int first = Math.max(0, labels.size() - MAX_LABEL_CELLS);
    for (int from = labels.size() - 1; from >= first; from--) {
      String words = words(labels.subList(from, labels.size()));
      budget.spend(LabelBook.work(words));
      Optional<LabelBook.Match<RowLabels.Row>> match = RowLabels.match(words);
      if (match.isPresent() && match.get().exact()) {
        return match;
      }
      if (best.isEmpty()) {
        best = match;
      }
    }
    return best;
  }

  private static String words(List<Line.Cell> cells) {
    StringBuilder words = new StringBuilder();
    cells.forEach(cell -> words.append(cell.words()));
    return words.toString();
  }

  private static String text(List<Line.Cell> cells) {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(text.isEmpty() ? "" : " ").append(cell.text().strip()));
    return text.toString().replace('\n', ' ');
  }

  /** A label of plain text may go on in the lines above and below that of its figures. */
  private Optional<LabelBook.Match<RowLabels.Row>> wrapped(int index, Line line, String own) {
    if (line.sure()) {
      return Optional.empty();
    }
    Optional<LabelBook.Match<RowLabels.Row>> best = Optional.empty();
    StringBuilder before = new StringBuilder();
    for (int above = 0; above <= MAX_LABEL_LINES; above++) {
      if (above == 0 && own.isBlank()) {
        continue;
      }
      if (above > 0) {
        int at = index - above;
        if (at < 0 || used.contains(at) || !isLabelLine(lines.get(at))) {
          break;
        }
        before.insert(0, lines.get(at).text() + "\n");
      }
      StringBuilder whole = new StringBuilder(before).append(own);
      for (int below = 0; below <= 2; below++) {
        if (below > 0) {
          int at = index + below;
          if (at >= lines.size() || !isLabelLine(lines.get(at))) {
            break;
          }
          whole.append('\n').append(lines.get(at).text());
        }
        if (above + below > 0) {
          String words = Words.of(whole.toString());
          budget.spend(LabelBook.work(words));
          Optional<LabelBook.Match<RowLabels.Row>> match = RowLabels.match(words);
          if (match.isPresent() && match.get().exact()) {
            return match;
          }
          best = best.isPresent() ? best : match;
        }
      }
    }
    return best;
  }

  private static boolean isLabelLine(Line line) {
    return line.cells().stream().allMatch(cell -> !cell.said().saysSomething())
        && line.text().length() <= MAX_TEXT_LABEL;
  }

  /** One row of the grid that has several of the form's, line by line in each cell. */
  private List<Found> rowsInOne(int index, Line line, List<Line.Cell> data) {
    if (line.grid() == 0) {
      return List.of();
    }
    for (Line.Cell cell : line.cells()) {
      String[] parts = cell.text().split("\n");
      if (cell.above() || data.contains(cell) || parts.length < 2) {
        continue;
      }
      List<RowLabels.Row> rows = new ArrayList<>();
      for (String part : parts) {
        RowLabels.match(Words.of(part))
            .filter(LabelBook.Match::exact)
            .ifPresent(match -> rows.add(match.of()));
      }
      if (rows.size() == parts.length && new HashSet<>(rows).size() == rows.size()) {
        List<Found> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
          List<Line.Cell> own = part(data, row, rows.size());
          if (own.isEmpty()) {
            return List.of();
          }
          found.add(new Found(index, rows.get(row), false, false, parts[row], own));
        }
        return found;
      }
    }
    return List.of();
  }

  private static List<Line.Cell> part(List<Line.Cell> data, int row, int rows) {
    List<Line.Cell> own = new ArrayList<>();
    for (Line.Cell cell : data) {
      if (!(cell.said() instanceof CellText.Several several)
          || several.values().size() != rows
          || !several.broken()) {
        return List.of();
      }
      BigDecimal value = several.values().get(row);
      own.add(
          new Line.Cell(
              cell.column(),
              cell.columns(),
              value.toPlainString(),
              false,
              new CellText.Number(value, false)));
    }
    return own;
  }

  /** The cells at a line's end that figures stand in, or by the head those of its columns. */
  private List<Line.Cell> data(Line line) {
    List<Line.Cell> own = line.cells().stream().filter(cell -> !cell.above()).toList();
    int from = own.size();
    while (from > 0 && own.get(from - 1).said().isFigure()) {
      from--;
    }
    List<Line.Cell> tail = own.subList(from, own.size());
    ColumnHead head = heads.get(line.grid());
    if (head == null || !head.isWhole() || tail.size() == head.ordered().size()) {
      return tail;
    }
    List<Line.Cell> byHead =
        line.cells().stream().filter(cell -> cell.column() >= head.first()).toList();
    boolean said = byHead.stream().anyMatch(cell -> !cell.above() && cell.said().saysSomething());
    return said ? byHead : tail;
  }

  /** Pages that show the same table again, for another screen, are read once. */
  private void keepFirstTable() {
    Map<RowLabels.Row, Found> first = new HashMap<>();
    List<Found> kept = new ArrayList<>();
    for (Found one : found) {
      Found before = first.putIfAbsent(one.row(), one);
      if (before == null) {
        kept.add(one);
      } else if (one.exact() && !before.exact()) {
        kept.set(kept.indexOf(before), one);
        first.put(one.row(), one);
      } else if (one.exact() && !said(one).equals(said(before))) {
        remarks.add(
            new Remark(
                Remark.Kind.TWICE, name(one.row()), lines.get(one.line()).place(), one.label()));
      }
    }
    found.clear();
    found.addAll(kept);
  }

  private static List<CellText> said(Found one) {
    return one.data().stream()
        .map(Line.Cell::said)
        .filter(said -> !(said instanceof CellText.Blank))
        .toList();
  }

  private static String name(RowLabels.Row row) {
    return row.row().map(one -> one.number() + " " + one.label()).orElse("三（六）其他处理");
  }

  /**
   * Rows of figures between two known ones, exactly as many as the form has between them, are those
   * of the form; the readings are doubtful.
   */
  private void placeUnlabelled() {
    List<Found> placed = new ArrayList<>();
    for (int i = 0; i + 1 < found.size(); i++) {
      Found one = found.get(i);
      Found next = found.get(i + 1);
      if (one.row().row().isEmpty() || next.row().row().isEmpty()) {
        continue;
      }
      List<FormRow> missing = new ArrayList<>();
      for (FormRow row : FormRow.values()) {
        if (row.ordinal() > one.row().order() && row.ordinal() < next.row().order()) {
          missing.add(row);
        }
      }
      List<Found> between = new ArrayList<>();
      for (int line = one.line() + 1; line < next.line() && !missing.isEmpty(); line++) {
        List<Line.Cell> data = data(lines.get(line));
        if (data.stream().filter(cell -> cell.said().saysSomething()).count() >= MIN_FIGURES) {
          between.add(
              new Found(
                  line,
                  RowLabels.Row.of(missing.get(0)),
                  false,
                  true,
                  lines.get(line).text(),
                  data));
        }
      }
      if (between.size() == missing.size()) {
        for (int row = 0; row < between.size(); row++) {
          Found placedOne = between.get(row).as(RowLabels.Row.of(missing.get(row)));
          placed.add(placedOne);
          used.add(placedOne.line());
          remarks.add(
              new Remark(
                  Remark.Kind.BY_POSITION,
                  name(placedOne.row()),
                  lines.get(placedOne.line()).place(),
                  placedOne.label()));
        }
      }
    }
    found.addAll(placed);
  }

  /**
   * The order of the columns where no head tells their places: of those that can be, what adds up.
   */
  private void findOrder() {
    Optional<ColumnHead> drawn =
        found.stream()
            .map(one -> heads.get(lines.get(one.line()).grid()))
            .filter(head -> head != null && head.isWhole())
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
    for (Found one : found) {
      List<BigDecimal> values = values(one, Column.values().length);
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
    for (Found one : found) {
      List<BigDecimal> values = values(one, Column.TYPES.size());
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

  private static List<BigDecimal> values(Found one, int number) {
    List<BigDecimal> values = new ArrayList<>();
    for (Line.Cell cell : one.data()) {
      if (cell.said() instanceof CellText.Number said) {
        values.add(said.value());
      }
    }
    return values.size() == number ? values : List.of();
  }

  /** Whether the words of the head name the total before the applicant types. */
  private Optional<Boolean> totalFirst() {
    int first = found.stream().mapToInt(Found::line).min().orElse(0);
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

  private ApplicationsFigures figures() {
    Map<FormRow, RowReading> rows = new EnumMap<>(FormRow.class);
    Optional<RowReading> otherHandling = Optional.empty();
    for (Found one : found) {
      RowReading reading = settled(reading(one), one);
      if (one.row().row().isPresent()) {
        rows.put(one.row().row().get(), reading);
      } else {
        otherHandling = Optional.of(reading);
      }
    }
    return new ApplicationsFigures(rows, otherHandling);
  }

  private RowReading reading(Found one) {
    Line line = lines.get(one.line());
    Confidence most = one.placed() ? Confidence.DOUBTFUL : Confidence.SURE;
    most = most.and(one.exact() || one.placed() ? Confidence.SURE : Confidence.LIKELY);
    most = most.and(headSeen ? Confidence.SURE : Confidence.LIKELY);
    ColumnHead head = heads.get(line.grid());
    if (head != null && head.isWhole()) {
      return byHead(one, line, head, most);
    }
    RowReading reading = row(inOrder(one, line.place(), order, most), line.place(), one);
    if (!order.contains(Column.TOTAL) && endsWithSum(reading)) {
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

  private RowReading byHead(Found one, Line line, ColumnHead head, Confidence most) {
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

  private RowReading byColumn(Found one, Line line, ColumnHead head, Confidence most) {
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
  private Map<Column, Reading> merged(Line.Cell cell, List<Column> over, Place place, Found one) {
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

  private void runTogether(Found one, Place place, String text) {
    remarks.add(new Remark(Remark.Kind.RUN_TOGETHER, name(one.row()), place, text));
  }

  private Map<Column, Reading> inOrder(
      Found one, Place place, List<Column> columns, Confidence most) {
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
    String text = text(data);
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

  private static RowReading row(Map<Column, Reading> cells, Place place, Found one) {
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
  private RowReading settled(RowReading row, Found one) {
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

  private RowReading joined(RowReading row, Found one) {
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
    remarks.add(new Remark(Remark.Kind.JOINED, name(one.row()), row.place(), one.label()));
    return joined;
  }
}
