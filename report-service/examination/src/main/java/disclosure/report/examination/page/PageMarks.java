package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import java.util.ArrayList;
import java.util.List;

/** What lies on one page. */
final class PageMarks {

  private static final double STRAIGHT = 0.8;
  private static final double THIN = 3.2;
  private static final double MIN_LENGTH = 3;
  private static final int GLYPH = 40;
  private static final int MAX_RULES = 20_000;

  private final List<Mark.Glyph> glyphs = new ArrayList<>();
  private final List<Mark.Rule> rules = new ArrayList<>();
  private final Budget budget;

  PageMarks(Budget budget) {
    this.budget = budget;
  }

  List<Mark.Glyph> glyphs() {
    return glyphs;
  }

  List<Mark.Rule> rules() {
    return rules;
  }

  void glyph(String text, double x, double y, double width, double size) {
    budget.spend(GLYPH + text.length());
    if (!text.isBlank() && size > 0.5 && size < 300) {
      glyphs.add(new Mark.Glyph(text, x, y, width, size));
    }
  }

  /** A stroke; what isn't straight says nothing. */
  void stroke(double x1, double y1, double x2, double y2) {
    budget.spend(2);
    if (rules.size() >= MAX_RULES) {
      return;
    }
    if (Math.abs(y1 - y2) <= STRAIGHT && Math.abs(x1 - x2) >= MIN_LENGTH) {
      rules.add(new Mark.Rule(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
    } else if (Math.abs(x1 - x2) <= STRAIGHT && Math.abs(y1 - y2) >= MIN_LENGTH) {
      rules.add(new Mark.Rule(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
    }
  }

  /** An area: a thin one is drawn for a line. */
  void area(double x1, double y1, double x2, double y2) {
    double width = Math.abs(x1 - x2);
    double height = Math.abs(y1 - y2);
    if (height <= THIN && width > height) {
      stroke(Math.min(x1, x2), (y1 + y2) / 2, Math.max(x1, x2), (y1 + y2) / 2);
    } else if (width <= THIN && height > width) {
      stroke((x1 + x2) / 2, Math.min(y1, y2), (x1 + x2) / 2, Math.max(y1, y2));
    }
  }
}
