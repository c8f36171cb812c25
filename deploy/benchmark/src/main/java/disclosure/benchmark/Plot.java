package disclosure.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a scenario that have a goal or a bound, as shares of it: a line at 1 is where each
 * should end, or where it should begin. Drawn as SVG, by hand: a few bars need no library.
 */
final class Plot {

  private static final int WIDTH = 900;
  private static final int NAMES = 470;
  private static final int ROW = 24;
  private static final int TOP = 30;

  /** Shares beyond are cut off there. */
  private static final double MOST = 2;

  private static final String MET = "#2f7d4f";
  private static final String MISSED = "#b23a2e";

  private Plot() {}

  private record Bar(Figure figure, Figure.Bound wanted) {

    double share(double value) {
      return value / wanted.bound();
    }
  }

  /** Empty when no figure has anything to be held against. */
  static Optional<String> of(List<Figure> figures, List<Goal> goals) {
    List<Bar> bars = new ArrayList<>();
    for (Figure figure : figures) {
      goals.stream()
          .filter(goal -> goal.figure().equals(figure.name()))
          .map(Goal::bound)
          .findFirst()
          .or(figure::target)
          .filter(wanted -> wanted.bound() > 0)
          .ifPresent(wanted -> bars.add(new Bar(figure, wanted)));
    }
    return bars.isEmpty() ? Optional.empty() : Optional.of(svg(bars));
  }

  private static String svg(List<Bar> bars) {
    int height = TOP + ROW * bars.size() + 10;
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH,
        height);
    add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), TOP + ROW * i);
    }
    int one = x(1);
    add(
        svg,
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#222222\" stroke-dasharray=\"4 3\"/>",
        one,
        TOP - 8,
        one,
        height - 6);
    add(svg, "<text x=\"%d\" y=\"16\" text-anchor=\"middle\">1 = wanted</text>", one);
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, Bar bar, int y) {
    Figure figure = bar.figure();
    int end = x(bar.share(figure.value()));
    add(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        NAMES - 10,
        y + 14,
        escaped(figure.name() + " " + bar.wanted().text()));
    add(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"%s\"/>",
        NAMES,
        y + 3,
        Math.max(1, end - NAMES),
        bar.wanted().allows(figure.value()) ? MET : MISSED);
    figure
        .spread()
        .ifPresent(
            spread ->
                add(
                    svg,
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#222222\""
                        + " stroke-width=\"2\"/>",
                    x(bar.share(spread.least())),
                    y + 10,
                    x(bar.share(spread.most())),
                    y + 10));
    add(
        svg,
        "<text x=\"%d\" y=\"%d\">%s</text>",
        end + 6,
        y + 14,
        escaped(Figure.number(figure.value()) + " " + figure.unit()));
  }

  private static int x(double share) {
    double shown = Math.min(MOST, Math.max(0, share));
    return (int) Math.round(NAMES + shown * (WIDTH - NAMES - 110) / MOST);
  }

  private static String escaped(String text) {
    return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void add(StringBuilder svg, String line, Object... values) {
    svg.append(String.format(Locale.ROOT, line, values)).append('\n');
  }
}
