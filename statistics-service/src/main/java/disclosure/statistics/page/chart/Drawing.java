package disclosure.statistics.page.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture made of boxes, lines and labels. What they look like is said by their kinds, which are
 * classes of the style sheet.
 *
 * @param width in units of the picture; it is as wide on the page as there is room
 * @param height in the same units
 */
public record Drawing(
    double width, double height, List<Box> boxes, List<Line> lines, List<Label> labels) {

  /** A defensive copy is kept. */
  public Drawing {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
    labels = List.copyOf(labels);
  }

  /**
   * A filled box.
   *
   * @param tip what is said of it under the pointer
   */
  public record Box(double x, double y, double width, double height, String kind, String tip) {}

  /** A straight line. */
  public record Line(double x1, double y1, double x2, double y2, String kind) {}

  /**
   * Words.
   *
   * @param y of their base line
   * @param anchor start, middle or end: what of them is at x
   */
  public record Label(double x, double y, String anchor, String kind, String text) {}

  /** What is drawn, piece by piece. */
  static final class Pencil {

    private static final double TENTHS = 10.0;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    void box(double x, double y, double width, double height, String kind, String tip) {
      boxes.add(new Box(rounded(x), rounded(y), rounded(width), rounded(height), kind, tip));
    }

    void line(double x1, double y1, double x2, double y2, String kind) {
      lines.add(new Line(rounded(x1), rounded(y1), rounded(x2), rounded(y2), kind));
    }

    void label(double x, double y, String anchor, String kind, String text) {
      labels.add(new Label(rounded(x), rounded(y), anchor, kind, text));
    }

    Drawing drawing(double width, double height) {
      return new Drawing(width, height, boxes, lines, labels);
    }

    private static double rounded(double number) {
      return Math.round(number * TENTHS) / TENTHS;
    }
  }
}
