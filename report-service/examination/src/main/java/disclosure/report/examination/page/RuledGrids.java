package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The tables whose lines are drawn on a page. */
final class RuledGrids {

  private static final double SAME = 2;
  private static final double GAP = 3;
  private static final double TOUCH = 4;
  private static final int MAX_LINES = 300;

  private final List<Mark.Rule> level;
  private final List<Mark.Rule> upright;
  private final Budget budget;

  /** A table: where its lines lie, and which slots between them are one cell. */
  static final class Ruled {
    private final List<Double> xs;
    private final List<Double> ys;
    private final int[] cells;

    private Ruled(List<Double> xs, List<Double> ys, int[] cells) {
      this.xs = xs;
      this.ys = ys;
      this.cells = cells;
    }

    double top() {
      return ys.get(0);
    }

    double bottom() {
      return ys.get(ys.size() - 1);
    }

    boolean holds(Mark.Glyph glyph) {
      return glyph.middleX() > xs.get(0) - 1
          && glyph.middleX() < xs.get(xs.size() - 1) + 1
          && glyph.middleY() > top() - 1
          && glyph.middleY() < bottom() + 1;
    }

    Grid grid(List<Mark.Glyph> glyphs, int page, int number) {
      int columns = xs.size() - 1;
      int rows = ys.size() - 1;
      TreeMap<Integer, List<Mark.Glyph>> texts = new TreeMap<>();
      for (Mark.Glyph glyph : glyphs) {
        int slot = between(ys, glyph.middleY()) * columns + between(xs, glyph.middleX());
        texts.computeIfAbsent(cells[slot], unused -> new ArrayList<>()).add(glyph);
      }
      List<List<Grid.Cell>> grid = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        List<Grid.Cell> line = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          int slot = row * columns + column;
          if (cells[slot] == slot && column < Grid.MAX_COLUMNS) {
            int right = column;
            while (right + 1 < columns && cells[slot + right + 1 - column] == slot) {
              right++;
            }
            int below = row;
            while (below + 1 < rows && cells[(below + 1) * columns + column] == slot) {
              below++;
            }
            line.add(
                new Grid.Cell(
                    column,
                    right - column + 1,
                    below - row + 1,
                    GlyphLines.text(texts.getOrDefault(slot, List.of()))));
          }
        }
        grid.add(line);
      }
      return new Grid(grid, page, number, true);
    }

    private static int between(List<Double> lines, double at) {
      int low = 0;
      while (low + 2 < lines.size() && lines.get(low + 1) <= at) {
        low++;
      }
      return low;
    }
  }

  private RuledGrids(List<Mark.Rule> level, List<Mark.Rule> upright, Budget budget) {
    this.level = level;
    this.upright = upright;
    this.budget = budget;
  }

  static List<Ruled> of(PageMarks page, Budget budget) {
    List<Mark.Rule> level = Gutters.closed(joined(page.rules(), true, budget), page, budget);
    List<Mark.Rule> upright = Gutters.closed(joined(page.rules(), false, budget), page, budget);
    return new RuledGrids(level, upright, budget).grids();
  }

  /** Lines are drawn piece by piece, cell by cell, and twice. */
  private static List<Mark.Rule> joined(List<Mark.Rule> rules, boolean level, Budget budget) {
    List<Mark.Rule> sorted =
        new ArrayList<>(rules.stream().filter(rule -> rule.level() == level).toList());
    sorted.sort(Comparator.comparingDouble(Mark.Rule::at));
    List<Mark.Rule> joined = new ArrayList<>();
    for (int first = 0; first < sorted.size(); ) {
      int last = first;
      while (last + 1 < sorted.size()
          && sorted.get(last + 1).at() - sorted.get(first).at() <= SAME) {
        last++;
      }
      List<Mark.Rule> same = new ArrayList<>(sorted.subList(first, last + 1));
      same.sort(Comparator.comparingDouble(Mark.Rule::from));
      double at = same.stream().mapToDouble(Mark.Rule::at).average().orElse(0);
      double from = same.get(0).from();
      double to = same.get(0).to();
      for (Mark.Rule rule : same) {
        if (rule.from() > to + GAP) {
          joined.add(new Mark.Rule(level, at, from, to));
          from = rule.from();
        }
        to = Math.max(to, rule.to());
      }
      joined.add(new Mark.Rule(level, at, from, to));
      first = last + 1;
    }
    budget.spend(sorted.size() * 2L);
    return joined;
  }

  private List<Ruled> grids() {
    int all = level.size() + upright.size();
    Parts touching = new Parts(all);
    for (int i = 0; i < level.size(); i++) {
      budget.spend(upright.size() / 4);
      for (int j = 0; j < upright.size(); j++) {
        if (touch(level.get(i), upright.get(j))) {
          touching.join(i, level.size() + j);
        }
      }
    }
    TreeMap<Integer, List<Mark.Rule>> parts = new TreeMap<>();
    for (int i = 0; i < all; i++) {
      Mark.Rule rule = i < level.size() ? level.get(i) : upright.get(i - level.size());
      parts.computeIfAbsent(touching.of(i), unused -> new ArrayList<>()).add(rule);
    }
    List<Ruled> grids = new ArrayList<>();
    for (List<Mark.Rule> rules : parts.values()) {
      List<Double> xs = places(rules, false);
      List<Double> ys = places(rules, true);
      if (xs.size() >= 3 && ys.size() >= 2 && xs.size() < MAX_LINES && ys.size() < MAX_LINES) {
        grids.add(new Ruled(xs, ys, cells(rules, xs, ys)));
      }
    }
    grids.sort(Comparator.comparingDouble(Ruled::top));
    return grids;
  }

  private static boolean touch(Mark.Rule level, Mark.Rule upright) {
    return upright.at() >= level.from() - TOUCH
        && upright.at() <= level.to() + TOUCH
        && level.at() >= upright.from() - TOUCH
        && level.at() <= upright.to() + TOUCH;
  }

  /**
   * Where lines lie in one direction; where those of the other begin and end, when no line does.
   */
  private static List<Double> places(List<Mark.Rule> rules, boolean level) {
    List<Double> places = new ArrayList<>();
    for (Mark.Rule rule : rules) {
      if (rule.level() == level) {
        places.add(rule.at());
      }
    }
    if (places.isEmpty()) {
      return places;
    }
    double first = Double.MAX_VALUE;
    double last = -Double.MAX_VALUE;
    for (Mark.Rule rule : rules) {
      if (rule.level() != level) {
        first = Math.min(first, rule.from());
        last = Math.max(last, rule.to());
      }
    }
    places.sort(Comparator.naturalOrder());
    if (first < places.get(0) - 3 * TOUCH) {
      places.add(first);
    }
    if (last > places.get(places.size() - 1) + 3 * TOUCH) {
      places.add(last);
    }
    places.sort(Comparator.naturalOrder());
    List<Double> distinct = new ArrayList<>();
    for (double place : places) {
      if (distinct.isEmpty() || place - distinct.get(distinct.size() - 1) > SAME) {
        distinct.add(place);
      }
    }
    return distinct;
  }

  private int[] cells(List<Mark.Rule> rules, List<Double> xs, List<Double> ys) {
    int columns = xs.size() - 1;
    int rows = ys.size() - 1;
    budget.spend((long) columns * rows + rules.size());
    Parts one = new Parts(columns * rows);
    for (int row = 0; row < rows; row++) {
      double y = (ys.get(row) + ys.get(row + 1)) / 2;
      for (int column = 0; column < columns; column++) {
        double x = (xs.get(column) + xs.get(column + 1)) / 2;
        int slot = row * columns + column;
        if (column + 1 < columns && !isDrawn(rules, false, xs.get(column + 1), y)) {
          one.join(slot, slot + 1);
        }
        if (row + 1 < rows && !isDrawn(rules, true, ys.get(row + 1), x)) {
          one.join(slot, slot + columns);
        }
      }
    }
    int[] cells = new int[columns * rows];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = one.of(i);
    }
    return cells;
  }

  private boolean isDrawn(List<Mark.Rule> rules, boolean level, double at, double across) {
    budget.spend(1 + rules.size() / 16);
    for (Mark.Rule rule : rules) {
      if (rule.level() == level
          && Math.abs(rule.at() - at) <= SAME
          && rule.from() <= across
          && rule.to() >= across) {
        return true;
      }
    }
    return false;
  }
}
