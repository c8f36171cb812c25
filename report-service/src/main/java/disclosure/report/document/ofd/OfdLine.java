package disclosure.report.document.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers characters that follow each other into one text. */
final class OfdLine {

  /** No line yet: nothing continues it. */
  static final OfdLine NONE = new OfdLine(null, 0, "", 0, 0);

  private static final double CLOSE = 1e-2;

  /** A wider gap, in sizes of the font, lies between cells of a table, which are texts apart. */
  private static final double MAX_GAP = 0.5;

  private final OfdFont font;
  private final double size;
  private final String colour;
  private final double x;
  private final double y;
  private final List<Integer> codePoints = new ArrayList<>();
  private final List<Double> steps = new ArrayList<>();
  private double last;
  private double end;

  OfdLine(OfdFont font, double size, String colour, double x, double y) {
    this.font = font;
    this.size = size;
    this.colour = colour;
    this.x = x;
    this.y = y;
    this.last = x;
  }

  /** Whether a character belongs to this text. One beyond the font's map always stands alone. */
  boolean continues(
      OfdFont next, double nextSize, String nextColour, double nextX, double nextY, int codePoint) {
    return next == font
        && Math.abs(nextSize - size) < CLOSE / 10
        && nextColour.equals(colour)
        && Math.abs(nextY - y) < CLOSE
        && nextX >= last
        && nextX - end <= MAX_GAP * size
        && !OfdFont.isBeyondTheMap(codePoint)
        && !OfdFont.isBeyondTheMap(codePoints.get(codePoints.size() - 1));
  }

  void add(int codePoint, double at, double advance) {
    if (!codePoints.isEmpty()) {
      steps.add(at - last);
    }
    codePoints.add(codePoint);
    last = at;
    end = at + advance;
  }

  Optional<OfdText> text() {
    return codePoints.isEmpty()
        ? Optional.empty()
        : Optional.of(new OfdText(font, size, colour, x, y, end - x, codePoints, steps));
  }
}
