package disclosure.report.examination.table;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.label.RowLabels;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The heads of a document's grids: which columns each has, and so which cells are figures. */
final class GridHeads {

  /** Fewer figures in a line are no row of the table, when its label isn't known. */
  private static final int MIN_FIGURES = 5;

  private static final int MIN_LONG_LABEL = 6;
  private static final int MAX_HEAD_LINES = 14;

  private final Map<Integer, ColumnHead> heads = new HashMap<>();

  private GridHeads() {}

  /** Which columns a grid has is told by the lines above its first figures. */
  static GridHeads of(List<Line> lines, Budget budget) {
    GridHeads heads = new GridHeads();
    heads.find(lines, budget);
    return heads;
  }

  private void find(List<Line> lines, Budget budget) {
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
            && line.cells().stream().anyMatch(GridHeads::isLongLabel);
  }

  private static boolean isLongLabel(Line.Cell cell) {
    return !cell.above()
        && cell.words().length() >= MIN_LONG_LABEL
        && RowLabels.match(cell.words()).isPresent();
  }

  /** The head of the grid that a line stands in. */
  Optional<ColumnHead> of(Line line) {
    return Optional.ofNullable(heads.get(line.grid()));
  }

  /** The cells at a line's end that figures stand in, or by the head those of its columns. */
  List<Line.Cell> data(Line line) {
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
}
