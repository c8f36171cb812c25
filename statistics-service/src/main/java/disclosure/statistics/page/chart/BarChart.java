package disclosure.statistics.page.chart;

import disclosure.edge.look.Wording;
import disclosure.statistics.page.chart.Drawing.Pencil;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Bars below each other, each with its number, and a mark for what it was a year before. */
public final class BarChart {

  private static final double WIDTH = 640;
  private static final double NAMES = 212;
  private static final double GAP = 8;
  private static final double ROW = 32;
  private static final double BAR = 20;
  private static final double NAME_ABOVE = 22;
  private static final double TOP = 6;
  private static final double BASE_LINE = 5;
  private static final int LONGEST = 13;
  private static final int LONGEST_ALONE = 22;
  private static final int ASCII_END = 128;
  private static final double DIGIT = 9;
  private static final double LETTER = 7.5;
  private static final double HAN = 15.5;

  private BarChart() {}

  /**
   * A bar.
   *
   * @param kind what it looks like
   * @param before the number a year before, if it may be seen
   */
  public record Bar(String label, String kind, long value, Optional<Long> before) {}

  /** Draws the bars in their order, each behind its name. */
  public static Drawing draw(List<Bar> bars) {
    return draw(bars, WIDTH, NAMES, ROW, 0);
  }

  /** The same as wide as a phone: each below its name. */
  static Drawing narrow(List<Bar> bars) {
    return draw(bars, ColumnChart.NARROW, 0, ROW + NAME_ABOVE, NAME_ABOVE);
  }

  private static Drawing draw(
      List<Bar> bars, double broad, double names, double each, double above) {
    Pencil pencil = new Pencil();
    long greatest =
        bars.stream()
            .flatMapToLong(bar -> LongStream.of(bar.value(), bar.before().orElse(0L)))
            .max()
            .orElse(0);
    double numbers = bars.stream().mapToDouble(bar -> width(number(bar), DIGIT)).max().orElse(0);
    double room = broad - names - GAP - numbers;
    for (int row = 0; row < bars.size(); row++) {
      Bar bar = bars.get(row);
      double y = TOP + row * each + above;
      double middle = y + BAR / 2 + BASE_LINE;
      double width = room * bar.value() / Math.max(1, greatest);
      if (above > 0) {
        pencil.label(0, y - BASE_LINE, "start", "name", shortened(bar.label(), LONGEST_ALONE));
      } else {
        pencil.label(names - GAP, middle, "end", "name", shortened(bar.label()));
      }
      pencil.box(
          names,
          y,
          Math.max(1, width),
          BAR,
          bar.kind(),
          Wording.of("%s%d件", bar.label(), bar.value()));
      bar.before()
          .ifPresent(
              earlier -> {
                double x = names + room * earlier / Math.max(1, greatest);
                pencil.line(x, y - 3, x, y + BAR + 3, "before");
              });
      double end = room * Math.max(bar.value(), bar.before().orElse(0L)) / Math.max(1, greatest);
      pencil.label(names + end + GAP, middle, "start", "number", number(bar));
    }
    return pencil.drawing(broad, TOP + bars.size() * each);
  }

  private static String number(Bar bar) {
    return bar.before()
        .map(earlier -> Wording.of("%d（上年%d）", bar.value(), earlier))
        .orElseGet(() -> Long.toString(bar.value()));
  }

  /** About as much room as the words take. */
  private static double width(String words, double letter) {
    return words.chars().mapToDouble(one -> one < ASCII_END ? letter : HAN).sum();
  }

  /** What fits; what stands in brackets explains only. */
  static String shortened(String label) {
    return shortened(label, LONGEST);
  }

  private static String shortened(String label, int longest) {
    int bracket = Math.max(label.indexOf('（'), label.indexOf(" ("));
    String plain = bracket > 0 ? label.substring(0, bracket) : label;
    double room = longest * HAN;
    if (width(plain, LETTER) <= room) {
      return plain;
    }
    int end = plain.length();
    while (width(plain.substring(0, end) + "…", LETTER) > room) {
      end--;
    }
    return plain.substring(0, end) + "…";
  }
}
