package disclosure.statistics.page.chart;

import java.util.List;

/**
 * A chart drawn twice, for there is no room for the same letters everywhere.
 *
 * @param broad for office screens and paper
 * @param narrow for phones
 */
public record Drawings(Drawing broad, Drawing narrow) {

  /** One of them, with the class that tells it from the other. */
  public record Shape(String kind, Drawing drawing) {}

  /** Upright columns. */
  public static Drawings columns(
      double width, List<String> places, List<ColumnChart.Series> series) {
    return new Drawings(
        ColumnChart.draw(width, places, series),
        ColumnChart.draw(ColumnChart.NARROW, places, series));
  }

  /** Bars below each other. */
  public static Drawings bars(List<BarChart.Bar> bars) {
    return new Drawings(BarChart.draw(bars), BarChart.narrow(bars));
  }

  /** Bars of shares. */
  public static Drawings shares(List<ShareChart.Whole> wholes) {
    return new Drawings(ShareChart.draw(wholes), ShareChart.narrow(wholes));
  }

  /** Both. */
  public List<Shape> all() {
    return List.of(new Shape("broad", broad), new Shape("narrow", narrow));
  }
}
