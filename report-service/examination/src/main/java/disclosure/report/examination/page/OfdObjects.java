package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.office.XmlPart;
import java.util.ArrayList;
import java.util.List;

/** The objects of an OFD's page, whose lengths are in millimetres. */
final class OfdObjects {

  private static final double POINTS = 72 / 25.4;
  private static final int MAX_NUMBERS = 100_000;

  private OfdObjects() {}

  /** From an object's own place to the page's: its box's corner, and its matrix. */
  private record Placing(double[] box, double[] matrix) {

    static Placing of(XmlPart xml) {
      double[] matrix = numbers(xml.attribute("CTM"));
      double[] box = numbers(xml.attribute("Boundary"));
      return new Placing(
          box.length == 4 ? box : new double[4],
          matrix.length == 6 ? matrix : new double[] {1, 0, 0, 1, 0, 0});
    }

    double x(double x, double y) {
      return (box[0] + matrix[0] * x + matrix[2] * y + matrix[4]) * POINTS;
    }

    double y(double x, double y) {
      return (box[1] + matrix[1] * x + matrix[3] * y + matrix[5]) * POINTS;
    }

    double scaleX() {
      return Math.hypot(matrix[0], matrix[1]);
    }

    double scaleY() {
      return Math.hypot(matrix[2], matrix[3]);
    }
  }

  static void text(XmlPart xml, PageMarks marks, Budget budget) {
    Placing placing = Placing.of(xml);
    double[] sizes = numbers(xml.attribute("Size"));
    double size = sizes.length == 1 ? sizes[0] : 0;
    boolean visible = !xml.attribute("Visible").equals("false");
    double x = 0;
    double y = 0;
    int inner = 1;
    while (inner > 0) {
      switch (xml.next()) {
        case BEGIN -> {
          if (xml.name().equals("TextCode")) {
            double[] atX = numbers(xml.attribute("X"));
            double[] atY = numbers(xml.attribute("Y"));
            x = atX.length == 1 ? atX[0] : x;
            y = atY.length == 1 ? atY[0] : y;
            double[] stepsX = steps(xml.attribute("DeltaX"));
            double[] stepsY = steps(xml.attribute("DeltaY"));
            budget.spend(stepsX.length + stepsY.length);
            String code = xml.content();
            if (visible) {
              code(code, x, y, stepsX, stepsY, size, placing, marks, budget);
            }
          } else {
            inner++;
          }
        }
        case END -> inner--;
        case TEXT -> {
          // Between elements only.
        }
        case DONE -> inner = 0;
      }
    }
  }

  private static void code(
      String code,
      double fromX,
      double fromY,
      double[] stepsX,
      double[] stepsY,
      double size,
      Placing placing,
      PageMarks marks,
      Budget budget) {
    double x = fromX;
    double y = fromY;
    int at = 0;
    for (int i = 0; i < code.length(); ) {
      int sign = code.codePointAt(i);
      int units = Character.charCount(sign);
      double own = sign < 0x2E80 ? size / 2 : size;
      double step = at < stepsX.length ? stepsX[at] : own;
      budget.spend(2);
      marks.glyph(
          Character.toString(sign),
          placing.x(x, y),
          placing.y(x, y),
          Math.min(step > 0 ? step : own, own) * placing.scaleX() * POINTS,
          size * placing.scaleY() * POINTS);
      x += stepsX.length == 0 && stepsY.length > 0 ? 0 : step;
      y += at < stepsY.length ? stepsY[at] : 0;
      at++;
      i += units;
    }
  }

  static void path(XmlPart xml, PageMarks marks, Budget budget) {
    Placing placing = Placing.of(xml);
    boolean fill = xml.attribute("Fill").equals("true");
    boolean stroke = !xml.attribute("Stroke").equals("false");
    StringBuilder data = new StringBuilder();
    int inner = 1;
    while (inner > 0) {
      switch (xml.next()) {
        case BEGIN -> {
          if (xml.name().equals("AbbreviatedData")) {
            data.append(xml.content());
          } else {
            inner++;
          }
        }
        case END -> inner--;
        case TEXT -> {
          // Between elements only.
        }
        case DONE -> inner = 0;
      }
    }
    draw(data.toString(), placing, fill, stroke, marks, budget);
  }

  private static void draw(
      String data, Placing placing, boolean fill, boolean stroke, PageMarks marks, Budget budget) {
    List<double[]> points = new ArrayList<>();
    double[] start = {0, 0};
    double[] at = {0, 0};
    String[] parts = data.strip().split("\\s+");
    budget.spend(parts.length);
    for (int i = 0; i < parts.length; ) {
      String operation = parts[i];
      i++;
      int from = i;
      while (i < parts.length && isNumber(parts[i])) {
        i++;
      }
      double[] numbers = new double[i - from];
      for (int n = 0; n < numbers.length; n++) {
        numbers[n] = Double.parseDouble(parts[from + n]);
      }
      double[] to = at;
      if (operation.equals("C")) {
        to = start;
      } else if (numbers.length >= 2) {
        double x = numbers[numbers.length - 2];
        double y = numbers[numbers.length - 1];
        to = new double[] {placing.x(x, y), placing.y(x, y)};
      }
      if (operation.equals("M") || operation.equals("S")) {
        start = to;
      } else if ((operation.equals("L") || operation.equals("C")) && stroke) {
        marks.stroke(at[0], at[1], to[0], to[1]);
      }
      points.add(to);
      at = to;
    }
    if (fill && points.size() >= 4) {
      marks.area(
          points.stream().mapToDouble(point -> point[0]).min().orElse(0),
          points.stream().mapToDouble(point -> point[1]).min().orElse(0),
          points.stream().mapToDouble(point -> point[0]).max().orElse(0),
          points.stream().mapToDouble(point -> point[1]).max().orElse(0));
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?(?:\\d{1,9}\\.?\\d{0,12}|\\.\\d{1,12})");
  }

  private static double[] numbers(String text) {
    String[] parts = text.strip().split("[\\s,]+");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!isNumber(parts[i])) {
        return new double[0];
      }
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  /** Steps one by one; {@code g 3 4.5} is three of 4.5. */
  private static double[] steps(String text) {
    List<Double> steps = new ArrayList<>();
    String[] parts = text.strip().split("\\s+");
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].equals("g") && i + 2 < parts.length && parts[i + 1].matches("\\d{1,5}")) {
        for (int n = Integer.parseInt(parts[i + 1]); n > 0 && steps.size() < MAX_NUMBERS; n--) {
          steps.add(isNumber(parts[i + 2]) ? Double.parseDouble(parts[i + 2]) : 0);
        }
        i += 2;
      } else if (isNumber(parts[i])) {
        steps.add(Double.parseDouble(parts[i]));
      }
    }
    return steps.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
