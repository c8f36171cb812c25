package disclosure.statistics.page.chart;

import disclosure.edge.look.Wording;
import disclosure.statistics.page.chart.Drawing.Pencil;
import java.util.List;

/** Bars of one length below each other, each parted by the shares of what it is made of. */
public final class ShareChart {

  private static final double WIDTH = 640;
  private static final double NAMES = 152;
  private static final double ENGLISH_NAMES = 212;
  private static final double NUMBERS = 84;
  private static final double GAP = 8;
  private static final double ROW = 36;
  private static final double BAR = 24;
  private static final double NAME_ABOVE = 22;
  private static final double TOP = 6;
  private static final double BASE_LINE = 5;
  private static final double LEAST_FOR_A_NUMBER = 30;

  private ShareChart() {}

  /** A part of a bar. */
  public record Share(String label, String kind, long value) {}

  /**
   * A bar.
   *
   * @param said what stands at its end
   */
  public record Whole(String label, List<Share> shares, String said) {}

  /** Draws the bars in their order; one of nothing is left empty. */
  public static Drawing draw(List<Whole> wholes) {
    return draw(wholes, WIDTH, Wording.isEnglish() ? ENGLISH_NAMES : NAMES, ROW, 0);
  }

  /** The same as wide as a phone: each below its name. */
  static Drawing narrow(List<Whole> wholes) {
    return draw(wholes, ColumnChart.NARROW, 0, ROW + NAME_ABOVE, NAME_ABOVE);
  }

  private static Drawing draw(
      List<Whole> wholes, double broad, double names, double each, double above) {
    Pencil pencil = new Pencil();
    double room = broad - names - NUMBERS;
    for (int row = 0; row < wholes.size(); row++) {
      Whole whole = wholes.get(row);
      double y = TOP + row * each + above;
      double middle = y + BAR / 2 + BASE_LINE;
      long all = whole.shares().stream().mapToLong(Share::value).sum();
      if (above > 0) {
        pencil.label(0, y - BASE_LINE, "start", "name", whole.label());
      } else {
        pencil.label(names - GAP, middle, "end", "name", BarChart.shortened(whole.label()));
      }
      double x = names;
      for (Share share : whole.shares()) {
        double width = room * share.value() / Math.max(1, all);
        if (share.value() > 0) {
          String tip = Wording.of("%s%s%d件", whole.label(), share.label(), share.value());
          pencil.box(x, y, width, BAR, share.kind(), tip);
          if (width >= LEAST_FOR_A_NUMBER) {
            pencil.label(
                x + width / 2,
                middle,
                "middle",
                "on-" + share.kind(),
                Long.toString(share.value()));
          }
        }
        x += width;
      }
      pencil.label(broad - NUMBERS + GAP, middle, "start", "number", whole.said());
    }
    return pencil.drawing(broad, TOP + wholes.size() * each);
  }
}
