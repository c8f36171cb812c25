package disclosure.report.examination.page;

import disclosure.report.examination.document.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signs put together to lines. */
final class GlyphLines {

  /** A wider gap, in sizes of the font, is a space; a much wider one lies between cells. */
  private static final double SPACE = 0.3;

  private static final double WIDE = 1.3;

  /** Signs are raised when they are so much smaller than the one beside them, */
  private static final double SMALLER = 0.8;

  /** and their base line is that far away in its sizes; or much further in the same size. */
  private static final double APART = 0.08;

  private static final double FAR_APART = 0.25;

  /** The same sign so near is printed twice to look bold. */
  private static final double TWICE = 0.2;

  /**
   * A line.
   *
   * @param x where it begins
   * @param end where it ends
   * @param y its base line
   * @param size the largest font's size
   */
  record TextLine(String text, double x, double end, double y, double size) {}

  private GlyphLines() {}

  /** The text of a cell, with line feeds between its lines. */
  static String text(List<Mark.Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    for (TextLine line : of(glyphs)) {
      text.append(text.isEmpty() ? "" : "\n").append(line.text());
    }
    return text.toString();
  }

  static List<TextLine> of(List<Mark.Glyph> glyphs) {
    List<Mark.Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Mark.Glyph::middleY));
    List<TextLine> lines = new ArrayList<>();
    for (int first = 0; first < sorted.size(); ) {
      int last = first;
      double middle = sorted.get(first).middleY();
      double size = sorted.get(first).size();
      while (last + 1 < sorted.size()
          && sorted.get(last + 1).middleY() - middle
              <= 0.45 * Math.max(size, sorted.get(last + 1).size())) {
        last++;
        size = Math.max(size, sorted.get(last).size());
        middle += (sorted.get(last).middleY() - middle) / (last - first + 1);
      }
      lines.add(line(sorted.subList(first, last + 1)));
      first = last + 1;
    }
    return lines;
  }

  /** Which signs are set above or below those beside them, such as the number of a footnote. */
  private static boolean[] raised(List<Mark.Glyph> sorted) {
    boolean[] raised = new boolean[sorted.size()];
    Mark.Glyph level = null;
    double end = 0;
    for (int i = 0; i < raised.length; i++) {
      Mark.Glyph glyph = sorted.get(i);
      boolean beside = level != null && glyph.x() - end <= WIDE * glyph.size();
      raised[i] = beside && (isSet(glyph, level) || isFar(glyph, level));
      level = raised[i] ? level : glyph;
      end = glyph.x() + glyph.width();
    }
    level = null;
    for (int i = raised.length - 1; i >= 0; i--) {
      Mark.Glyph glyph = sorted.get(i);
      boolean beside = level != null && end - glyph.x() - glyph.width() <= WIDE * glyph.size();
      raised[i] |= beside && isSet(glyph, level);
      level = raised[i] ? level : glyph;
      end = glyph.x();
    }
    return raised;
  }

  private static boolean isSet(Mark.Glyph glyph, Mark.Glyph level) {
    return glyph.size() < SMALLER * level.size()
        && Math.abs(glyph.y() - level.y()) > APART * level.size();
  }

  private static boolean isFar(Mark.Glyph glyph, Mark.Glyph level) {
    return glyph.size() <= level.size()
        && Math.abs(glyph.y() - level.y()) > FAR_APART * level.size();
  }

  private static TextLine line(List<Mark.Glyph> glyphs) {
    List<Mark.Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Mark.Glyph::x));
    StringBuilder text = new StringBuilder();
    Mark.Glyph before = null;
    double end = 0;
    double size = 0;
    double y = 0;
    boolean[] raised = raised(sorted);
    boolean open = false;
    for (int i = 0; i < sorted.size(); i++) {
      Mark.Glyph glyph = sorted.get(i);
      if (before != null
          && before.text().equals(glyph.text())
          && glyph.x() - before.x() < TWICE * glyph.size()) {
        continue;
      }
      if (before != null) {
        double gap = glyph.x() - end;
        double unit = Math.max(before.size(), glyph.size());
        String between = gap > WIDE * unit ? "  " : gap > SPACE * unit ? " " : "";
        if (open && (!raised[i] || !between.isEmpty())) {
          text.append(Grid.RAISED_END);
          open = false;
        }
        text.append(between);
      }
      if (raised[i] && !open) {
        text.append(Grid.RAISED);
        open = true;
      }
      text.append(glyph.text());
      before = glyph;
      end = Math.max(end, glyph.x() + glyph.width());
      size = Math.max(size, glyph.size());
      y = Math.max(y, glyph.y());
    }
    if (open) {
      text.append(Grid.RAISED_END);
    }
    return new TextLine(text.toString(), sorted.get(0).x(), end, y, size);
  }
}
