package disclosure.report.examination.page;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Paragraph;
import disclosure.report.examination.document.Place;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes paragraphs and grids of what lies on the pages, one after the other. */
final class PageLayout {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[-—–―－·\\s]*\\d{1,3}[-—–―－·\\s]*|第\\s*\\d+\\s*页.{0,12}");

  private static final Pattern NUMBERED =
      Pattern.compile("[一二三四五六七八九十]{1,2}、|[(][一二三四五六七八九十]{1,2}[)]");

  /** Lines that end further from the right edge than that many characters end their paragraph. */
  private static final double SHORT = 2.5;

  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();
  private double left;
  private double right;
  private int page;
  private int grids;
  private int lines;

  PageLayout(Budget budget) {
    this.budget = budget;
  }

  List<Block> blocks() {
    return blocks;
  }

  void page(PageMarks marks) {
    page++;
    left = marks.glyphs().stream().mapToDouble(Mark.Glyph::x).min().orElse(0);
    right = marks.glyphs().stream().mapToDouble(glyph -> glyph.x() + glyph.width()).max().orElse(0);
    List<RuledGrids.Ruled> ruled = RuledGrids.of(marks, budget);
    List<List<Mark.Glyph>> within = new ArrayList<>();
    ruled.forEach(unused -> within.add(new ArrayList<>()));
    List<Mark.Glyph> outside = new ArrayList<>();
    for (Mark.Glyph glyph : marks.glyphs()) {
      int holder = -1;
      for (int i = 0; i < ruled.size() && holder < 0; i++) {
        holder = ruled.get(i).holds(glyph) ? i : -1;
      }
      budget.spend(1L + ruled.size() / 2);
      if (holder >= 0) {
        within.get(holder).add(glyph);
      } else {
        outside.add(glyph);
      }
    }
    List<GlyphLines.TextLine> texts = GlyphLines.of(outside);
    int next = 0;
    for (int i = 0; i < ruled.size(); i++) {
      if (within.get(i).isEmpty()) {
        continue;
      }
      int from = next;
      while (next < texts.size() && texts.get(next).y() <= ruled.get(i).top() + 2) {
        next++;
      }
      paragraphs(texts.subList(from, next));
      grids++;
      blocks.add(ruled.get(i).grid(within.get(i), page, grids));
    }
    paragraphs(texts.subList(next, texts.size()));
  }

  /** Lines that reach the right edge go on in the next one. */
  private void paragraphs(List<GlyphLines.TextLine> texts) {
    StringBuilder open = new StringBuilder();
    for (GlyphLines.TextLine line : texts) {
      if (PAGE_NUMBER.matcher(line.text()).matches() && line.text().strip().length() > 1) {
        continue;
      }
      boolean indented = line.x() > left + 1.2 * line.size();
      if (indented || line.text().contains("  ") || isNumbered(line.text())) {
        end(open);
      }
      open.append(line.text());
      boolean goesOn = line.end() > right - SHORT * line.size() && line.text().length() > 20;
      if (!goesOn || line.text().contains("  ")) {
        end(open);
      }
    }
    end(open);
  }

  /** ⼆、 as fonts have it: a sign for the radical that looks like the numeral. */
  private static boolean isNumbered(String line) {
    String plain = Normalizer.normalize(line.strip(), Normalizer.Form.NFKC);
    return NUMBERED.matcher(plain).lookingAt();
  }

  private void end(StringBuilder open) {
    if (!open.isEmpty()) {
      lines++;
      blocks.add(new Paragraph(open.toString(), Place.line(page, lines)));
      open.setLength(0);
    }
  }
}
