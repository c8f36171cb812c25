package disclosure.statistics.page.chart;

import disclosure.edge.look.Wording;
import disclosure.statistics.page.chart.Drawing.Pencil;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Upright columns along the time, with a mark at each for what it was a year before. */
public final class ColumnChart {

  /** As wide as other charts. */
  public static final double WIDTH = 640;

  /** As wide as a phone. */
  static final double NARROW = 360;

  /** As wide as two of them. */
  public static final double BROAD = 1280;

  private static final double HEIGHT = 280;
  private static final double LEFT = 44;
  private static final double TOP = 14;
  private static final double BOTTOM = 250;
  private static final double LABEL = 270;
  private static final double FILLED = 0.72;
  private static final double BASE_LINE = 5;
  private static final int MOST_LABELS = 12;
  private static final int MOST_NARROW_LABELS = 6;
  private static final double OVERHANG = 2;

  private ColumnChart() {}

  /**
   * What stands side by side at each place.
   *
   * @param kind what its columns look like
   * @param values one for each place
   * @param before the same a year before, as far as it may be seen
   */
  public record Series(String label, String kind, List<Long> values, Optional<List<Long>> before) {}

  /** Draws as many places as there are labels, as wide as other charts. */
  public static Drawing draw(List<String> places, List<Series> series) {
    return draw(WIDTH, places, series);
  }

  /** Draws as many places as there are labels. */
  public static Drawing draw(double width, List<String> places, List<Series> series) {
    Pencil pencil = new Pencil();
    Scale scale =
        Scale.to(
            series.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.values()), one.before().stream()))
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
    scale
        .marks()
        .forEach(
            mark -> {
              double y = height(mark, scale);
              pencil.line(LEFT, y, width, y, "grid");
              pencil.label(LEFT - BASE_LINE, y + BASE_LINE, "end", "axis", Long.toString(mark));
            });
    double room = (width - LEFT) / Math.max(1, places.size());
    double column = room * FILLED / Math.max(1, series.size());
    int most = width < WIDTH ? MOST_NARROW_LABELS : MOST_LABELS;
    int each = (places.size() + most - 1) / most;
    for (int place = 0; place < places.size(); place++) {
      double middle = LEFT + room * (place + 0.5);
      double left = middle - room * FILLED / 2;
      for (int one = 0; one < series.size(); one++) {
        column(
            pencil, series.get(one), place, places.get(place), left + one * column, column, scale);
      }
      if (place % each == 0) {
        pencil.label(middle, LABEL, "middle", "axis", places.get(place));
      }
    }
    return pencil.drawing(width, HEIGHT);
  }

  private static void column(
      Pencil pencil,
      Series series,
      int place,
      String label,
      double left,
      double width,
      Scale scale) {
    long value = series.values().get(place);
    double y = height(value, scale);
    Optional<Long> before = series.before().map(values -> values.get(place));
    String tip =
        before
            .map(earlier -> Wording.of("%s%s%d件，上年同期%d件", label, series.label(), value, earlier))
            .orElseGet(() -> Wording.of("%s%s%d件", label, series.label(), value));
    pencil.box(left, y, width * 0.92, BOTTOM - y, series.kind(), tip);
    before.ifPresent(
        earlier -> {
          double mark = height(earlier, scale);
          pencil.line(left - OVERHANG, mark, left + width * 0.92 + OVERHANG, mark, "before");
        });
  }

  private static double height(long value, Scale scale) {
    return BOTTOM - (BOTTOM - TOP) * value / scale.top();
  }
}
