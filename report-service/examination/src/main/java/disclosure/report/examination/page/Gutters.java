package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where each cell has a frame of its own, two lines with a gutter between them part two cells. They
 * are taken for one, or the gutters would be rows and columns.
 */
final class Gutters {

  /** In points; no row or column of figures is as narrow. */
  private static final double WIDEST = 5;

  private final List<Mark.Rule> rules;
  private final boolean level;
  private final Budget budget;
  private final TreeSet<Place> glyphs = new TreeSet<>(Place.ORDER);

  /** Of a glyph, across the lines and along them. */
  private record Place(double across, double along, int number) {
    private static final Comparator<Place> ORDER =
        Comparator.comparingDouble(Place::across).thenComparingInt(Place::number);
  }

  private Gutters(List<Mark.Rule> rules, PageMarks page, Budget budget) {
    this.rules = rules;
    this.level = rules.get(0).level();
    this.budget = budget;
    for (Mark.Glyph glyph : page.glyphs()) {
      glyphs.add(
          level
              ? new Place(glyph.middleY(), glyph.middleX(), glyphs.size())
              : new Place(glyph.middleX(), glyph.middleY(), glyphs.size()));
    }
    budget.spend(page.glyphs().size());
  }

  /**
   * The lines, those on both sides of a gutter in the middle of it.
   *
   * @param rules of one direction
   */
  static List<Mark.Rule> closed(List<Mark.Rule> rules, PageMarks page, Budget budget) {
    return rules.size() < 2 ? rules : new Gutters(rules, page, budget).closed();
  }

  private List<Mark.Rule> closed() {
    List<Mark.Rule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparingDouble(Mark.Rule::at));
    Parts parts = new Parts(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1;
          j < sorted.size() && sorted.get(j).at() - sorted.get(i).at() <= WIDEST;
          j++) {
        budget.spend(1);
        if (isGutter(sorted.get(i), sorted.get(j))) {
          parts.join(i, j);
        }
      }
    }
    double[] sum = new double[sorted.size()];
    int[] count = new int[sorted.size()];
    for (int i = 0; i < sorted.size(); i++) {
      sum[parts.of(i)] += sorted.get(i).at();
      count[parts.of(i)]++;
    }
    List<Mark.Rule> closed = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Mark.Rule rule = sorted.get(i);
      double middle = sum[parts.of(i)] / count[parts.of(i)];
      closed.add(new Mark.Rule(level, middle, rule.from(), rule.to()));
    }
    return closed;
  }

  /** Whether they lie side by side, and nothing is written between them. */
  private boolean isGutter(Mark.Rule one, Mark.Rule other) {
    double from = Math.max(one.from(), other.from());
    double to = Math.min(one.to(), other.to());
    if (from >= to) {
      return false;
    }
    NavigableSet<Place> between =
        glyphs.subSet(new Place(one.at(), 0, -1), true, new Place(other.at(), 0, -1), true);
    for (Place glyph : between) {
      budget.spend(1);
      if (glyph.along() >= from && glyph.along() <= to) {
        return false;
      }
    }
    return true;
  }
}
