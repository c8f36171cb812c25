package disclosure.report.examination.table;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.label.LabelBook;
import disclosure.report.examination.label.RowLabels;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the rows of table three by their labels, and those without one by their place. */
final class ApplicationRows {

  /** Fewer figures in a line are no row of the table, when its label isn't known. */
  private static final int MIN_FIGURES = 5;

  private static final int MIN_ROWS = 3;
  private static final int MAX_LABEL_LINES = 3;
  private static final int MAX_TEXT_LABEL = 60;

  private static final int MAX_BARE_LINES = 80;

  /** Fewer labels than these without figures may be words of a text. */
  private static final int MIN_BARE_ROWS = 15;

  /** A row's own label stands in one of its last cells. */
  private static final int MAX_LABEL_CELLS = 6;

  private final List<Line> lines;
  private final GridHeads heads;
  private final Budget budget;
  private final List<FoundRow> found = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<Integer> used = new TreeSet<>();

  private ApplicationRows(List<Line> lines, GridHeads heads, Budget budget) {
    this.lines = lines;
    this.heads = heads;
    this.budget = budget;
  }

  /** Looks for the rows among a document's lines. */
  static ApplicationRows of(List<Line> lines, GridHeads heads, Budget budget) {
    ApplicationRows rows = new ApplicationRows(lines, heads, budget);
    rows.findRows();
    rows.findBareRows();
    if (rows.isTable()) {
      rows.placeUnlabelled();
    }
    return rows;
  }

  /** Whether there are enough for a table. */
  boolean isTable() {
    return found.size() >= MIN_ROWS;
  }

  List<FoundRow> found() {
    return found;
  }

  /** What is to be said of how they were found. */
  List<Remark> remarks() {
    return remarks;
  }

  /** Which lines belong to the table. */
  Set<Integer> used() {
    return used;
  }

  private void findRows() {
    RowLabels.Row last = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      budget.spend(line.cells().size() + 5L);
      List<Line.Cell> data = heads.data(line);
      boolean said = data.stream().anyMatch(cell -> cell.said().saysSomething());
      boolean whole = data.size() >= ColumnHead.USUAL.size();
      if (data.isEmpty() || line.grid() == 0 && (!said && !whole || isLonger(data))) {
        continue;
      }
      for (FoundRow one : rows(i, line, data)) {
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
    int from = found.stream().mapToInt(FoundRow::line).min().orElse(0) - MAX_BARE_LINES;
    int to = found.stream().mapToInt(FoundRow::line).max().orElse(lines.size()) + MAX_BARE_LINES;
    List<FoundRow> all = new ArrayList<>();
    Deque<FoundRow> next = new ArrayDeque<>(found);
    RowLabels.Row last = null;
    for (int i = Math.max(0, from); i < Math.min(lines.size(), to); i++) {
      while (!next.isEmpty() && next.peek().line() <= i) {
        last = next.peek().row();
        all.add(next.remove());
      }
      Optional<FoundRow> bare = used.contains(i) ? Optional.empty() : bare(i);
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

  private Optional<FoundRow> bare(int index) {
    Line line = lines.get(index);
    budget.spend(5);
    List<Line.Cell> data = heads.data(line);
    if (line.grid() > 0 || data.size() >= ColumnHead.USUAL.size()) {
      return Optional.empty();
    }
    List<Line.Cell> labels =
        line.cells().stream().filter(cell -> cell.said() instanceof CellText.Label).toList();
    return match(labels)
        .filter(LabelBook.Match::exact)
        .map(row -> new FoundRow(index, row.of(), true, false, text(labels), data));
  }

  private boolean fits(FoundRow bare, RowLabels.Row last, Deque<FoundRow> next) {
    double order = bare.row().order();
    return isInPlace(bare, last)
        && bare.row().row().isPresent()
        && (last == null || order > last.order())
        && (next.isEmpty() || order < next.peek().row().order())
        && found.stream().noneMatch(one -> one.row().equals(bare.row()));
  }

  /** Words as short as 其他 and 总计 stand in other places, too. */
  private static boolean isInPlace(FoundRow one, RowLabels.Row last) {
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

  private List<FoundRow> rows(int index, Line line, List<Line.Cell> data) {
    List<FoundRow> several = rowsInOne(index, line, data);
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
        .map(one -> List.of(new FoundRow(index, one.of(), one.exact(), false, text, data)))
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

  static String text(List<Line.Cell> cells) {
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
      StringBuilder behind = new StringBuilder();
      for (int below = 0; below <= 2; below++) {
        if (below > 0) {
          int at = index + below;
          if (at >= lines.size() || !isLabelLine(lines.get(at))) {
            break;
          }
          whole.append('\n').append(lines.get(at).text());
          behind.append(lines.get(at).text());
          if (own.isBlank() && isLabel(behind.toString())) {
            break;
          }
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

  /** A whole label behind bare figures belongs to those that follow it. */
  private boolean isLabel(String text) {
    String words = Words.of(text);
    budget.spend(LabelBook.work(words));
    return RowLabels.match(words).isPresent();
  }

  private static boolean isLabelLine(Line line) {
    return line.cells().stream().allMatch(cell -> !cell.said().saysSomething())
        && line.text().length() <= MAX_TEXT_LABEL;
  }

  /** One row of the grid that has several of the form's, line by line in each cell. */
  private List<FoundRow> rowsInOne(int index, Line line, List<Line.Cell> data) {
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
        List<FoundRow> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
          List<Line.Cell> own = part(data, row, rows.size());
          if (own.isEmpty()) {
            return List.of();
          }
          found.add(new FoundRow(index, rows.get(row), false, false, parts[row], own));
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

  /** Pages that show the same table again, for another screen, are read once. */
  private void keepFirstTable() {
    Map<RowLabels.Row, FoundRow> first = new HashMap<>();
    List<FoundRow> kept = new ArrayList<>();
    for (FoundRow one : found) {
      FoundRow before = first.putIfAbsent(one.row(), one);
      if (before == null) {
        kept.add(one);
      } else if (one.exact() && !before.exact()) {
        kept.set(kept.indexOf(before), one);
        first.put(one.row(), one);
      } else if (one.exact() && !said(one).equals(said(before))) {
        remarks.add(
            new Remark(Remark.Kind.TWICE, one.name(), lines.get(one.line()).place(), one.label()));
      }
    }
    found.clear();
    found.addAll(kept);
  }

  private static List<CellText> said(FoundRow one) {
    return one.data().stream()
        .map(Line.Cell::said)
        .filter(said -> !(said instanceof CellText.Blank))
        .toList();
  }

  /**
   * Rows of figures between two known ones, exactly as many as the form has between them, are those
   * of the form; the readings are doubtful.
   */
  private void placeUnlabelled() {
    List<FoundRow> placed = new ArrayList<>();
    for (int i = 0; i + 1 < found.size(); i++) {
      FoundRow one = found.get(i);
      FoundRow next = found.get(i + 1);
      if (one.row().row().isEmpty() || next.row().row().isEmpty()) {
        continue;
      }
      List<FormRow> missing = new ArrayList<>();
      for (FormRow row : FormRow.values()) {
        if (row.ordinal() > one.row().order() && row.ordinal() < next.row().order()) {
          missing.add(row);
        }
      }
      List<FoundRow> between = new ArrayList<>();
      for (int line = one.line() + 1; line < next.line() && !missing.isEmpty(); line++) {
        List<Line.Cell> data = heads.data(lines.get(line));
        if (data.stream().filter(cell -> cell.said().saysSomething()).count() >= MIN_FIGURES) {
          between.add(
              new FoundRow(
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
          FoundRow placedOne = between.get(row).as(RowLabels.Row.of(missing.get(row)));
          placed.add(placedOne);
          used.add(placedOne.line());
          remarks.add(
              new Remark(
                  Remark.Kind.BY_POSITION,
                  placedOne.name(),
                  lines.get(placedOne.line()).place(),
                  placedOne.label()));
        }
      }
    }
    found.addAll(placed);
  }
}
