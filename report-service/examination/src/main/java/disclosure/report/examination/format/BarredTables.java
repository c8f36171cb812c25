package disclosure.report.examination.format;

import disclosure.report.examination.document.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tables of pages that were turned into text: a bar behind each cell, bars without a space between
 * them up to the widest row's end, and often a line for each cell. They are put together row by
 * row. A cell that such a page left out altogether isn't made up: its row stays too short.
 */
final class BarredTables {

  /**
   * A line of a text.
   *
   * @param number counted from 1
   */
  record TextLine(int number, String text) {}

  /** What ends with a bar. */
  private record Token(int number, String text, boolean glued) {

    boolean isBlank() {
      return text.isEmpty();
    }
  }

  private record Shape(int bars, boolean framed) {}

  private static final int MIN_BARS = 3;
  private static final int MAX_CELL = 60;
  private static final int MAX_BARS = 32;

  /** As many cells of figures as a row of table three has. */
  private static final int FIGURES = 7;

  private static final int MIN_WIDE = 8;
  private static final int MAX_WIDE = 13;

  private static final Pattern RULE = Pattern.compile("[|\\s:]*-{3,}[|\\s:\\-]*");
  private static final Pattern HEADING = Pattern.compile("^[一二三四五六]\\s*、\\s*(?!本年|上年|结转)");

  private static final Pattern WORDS = Pattern.compile("\\p{IsHan}{2,}");

  private final Budget budget;
  private final List<TextLine> rows = new ArrayList<>();

  private BarredTables(Budget budget) {
    this.budget = budget;
  }

  /** The lines of a text, each row of such a table in one. */
  static List<TextLine> rows(List<TextLine> lines, Budget budget) {
    BarredTables tables = new BarredTables(budget);
    List<TextLine> run = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (isBarred(line.text())) {
        run.add(line);
      } else if (!run.isEmpty() && isClosedBelow(lines, i)) {
        run.add(new TextLine(line.number(), line.text() + " |"));
        i = next(lines, i);
      } else if (!line.text().isBlank()) {
        tables.table(run);
        run.clear();
        tables.rows.add(line);
      }
    }
    tables.table(run);
    return tables.rows;
  }

  /** A cell whose bar stands on the next line; a heading is none. */
  private static boolean isClosedBelow(List<TextLine> lines, int at) {
    String text = lines.get(at).text().strip();
    int next = next(lines, at);
    return !text.isEmpty()
        && text.length() <= MAX_CELL
        && next < lines.size()
        && lines.get(next).text().strip().equals("|")
        && !HEADING.matcher(text).find();
  }

  private static int next(List<TextLine> lines, int at) {
    int next = at + 1;
    while (next < lines.size() && lines.get(next).text().isBlank()) {
      next++;
    }
    return next;
  }

  private static boolean isBarred(String text) {
    String stripped = text.strip();
    return stripped.startsWith("|") || stripped.endsWith("|");
  }

  private void table(List<TextLine> run) {
    List<Token> tokens = new ArrayList<>();
    List<TextLine> kept = new ArrayList<>();
    boolean closed = true;
    for (TextLine line : run) {
      if (!RULE.matcher(line.text()).matches()) {
        kept.add(line);
        closed &= line.text().strip().endsWith("|");
        tokens(line, tokens);
      }
    }
    Optional<Shape> shape = closed ? shape(tokens) : Optional.empty();
    if (shape.isEmpty() && isBegunByBars(kept, tokens)) {
      begunByBars(kept);
      return;
    }
    if (shape.isEmpty() && isCellByCell(kept)) {
      cellByCell(kept);
      return;
    }
    if (shape.isEmpty()) {
      kept.forEach(
          line -> {
            String text = withoutPadding(line.text());
            rows.add(text.isBlank() ? line : new TextLine(line.number(), padded(line, text)));
          });
      return;
    }
    for (int from = 0; from < tokens.size(); from += shape.get().bars()) {
      int to = Math.min(tokens.size(), from + shape.get().bars());
      int first = from + (shape.get().framed() ? 1 : 0);
      if (first < to) {
        row(tokens.subList(first, to), shape.get().bars() - (shape.get().framed() ? 1 : 0));
      }
    }
  }

  /** A bar and words on a line begin a row, and each further cell has a line of its own. */
  private static boolean isBegunByBars(List<TextLine> run, List<Token> tokens) {
    int begun = 0;
    int single = 0;
    for (TextLine line : run) {
      String text = line.text().strip();
      int bars = (int) text.chars().filter(one -> one == '|').count();
      begun += isBegin(text) && bars == 2 ? 1 : 0;
      single += isBegin(text) && bars == 2 || bars == 1 && text.endsWith("|") ? 1 : 0;
    }
    return begun > 1
        && single == run.size()
        && single > begun
        && tokens.stream().noneMatch(Token::glued);
  }

  private static boolean isBegin(String text) {
    return text.startsWith("|") && WORDS.matcher(text).find();
  }

  private void begunByBars(List<TextLine> run) {
    List<TextLine> row = new ArrayList<>();
    for (TextLine line : run) {
      if (isBegin(line.text().strip())) {
        addJoined(row);
        row.clear();
      }
      row.add(line);
    }
    addJoined(row);
  }

  private void addJoined(List<TextLine> cells) {
    if (!cells.isEmpty()) {
      String first = cells.get(0).text().strip();
      StringBuilder text = new StringBuilder(first.startsWith("|") ? "" : "| ").append(first);
      cells.stream().skip(1).forEach(cell -> text.append(' ').append(cell.text().strip()));
      rows.add(new TextLine(cells.get(0).number(), text.toString()));
    }
  }

  private static boolean isCellByCell(List<TextLine> run) {
    return run.size() > MIN_BARS
        && run.stream().allMatch(line -> line.text().strip().indexOf('|') == end(line));
  }

  private static int end(TextLine line) {
    return line.text().strip().length() - 1;
  }

  /**
   * What follows a label, up to the next one, are the cells of its row. More than a row of table
   * three has are table four's, and the label before them is a heading.
   */
  private void cellByCell(List<TextLine> run) {
    List<TextLine> row = new ArrayList<>();
    for (TextLine line : run) {
      if (WORDS.matcher(line.text()).find()) {
        joined(row);
        row.clear();
      }
      row.add(line);
    }
    joined(row);
  }

  private void joined(List<TextLine> row) {
    boolean heading = row.size() > FIGURES + MIN_BARS && WORDS.matcher(row.get(0).text()).find();
    if (heading) {
      rows.add(row.get(0));
    }
    addJoined(heading ? row.subList(1, row.size()) : row);
  }

  /** Without its padding, the last cell keeps its own bar. */
  private static String padded(TextLine line, String text) {
    return text.length() == line.text().length() ? text : text + " |";
  }

  private void tokens(TextLine line, List<Token> tokens) {
    budget.spend(40 * line.text().chars().filter(one -> one == '|').count());
    String[] parts = line.text().strip().split("\\|", -1);
    for (int i = 0; i + 1 < parts.length; i++) {
      boolean glued = parts[i].isEmpty() && i > 0 || i == 0 && parts[0].isEmpty() && isPad(parts);
      tokens.add(new Token(line.number(), parts[i].strip(), glued));
      if (glued) {
        glueBefore(tokens, i);
      }
    }
  }

  /** A line of nothing but bars, two and more. */
  private static boolean isPad(String[] parts) {
    if (parts.length < MIN_BARS) {
      return false;
    }
    for (String part : parts) {
      if (!part.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The first bar of a padding has a space before it. */
  private static void glueBefore(List<Token> tokens, int place) {
    int before = tokens.size() - 2;
    if (place > 0 && before >= 0 && tokens.get(before).isBlank()) {
      Token first = tokens.get(before);
      tokens.set(before, new Token(first.number(), first.text(), true));
    }
  }

  /** How many bars each row has, if there is one number that fits. */
  private Optional<Shape> shape(List<Token> tokens) {
    if (tokens.stream().noneMatch(Token::glued)) {
      return Optional.empty();
    }
    Optional<Shape> found = Optional.empty();
    for (int bars = MIN_BARS; bars <= Math.min(MAX_BARS, tokens.size()); bars++) {
      for (boolean framed : new boolean[] {false, true}) {
        Shape shape = new Shape(bars, framed);
        budget.spend(tokens.size());
        if (fits(tokens, shape)) {
          if (found.isPresent()) {
            return Optional.empty();
          }
          found = Optional.of(shape);
        }
      }
    }
    return found;
  }

  /** Each row begins with words, and padding ends it. */
  private static boolean fits(List<Token> tokens, Shape shape) {
    for (int i = 0; i < tokens.size(); i++) {
      int place = i % shape.bars();
      Token token = tokens.get(i);
      boolean frame = shape.framed() && place == 0;
      boolean first = place == (shape.framed() ? 1 : 0);
      boolean ends = i + 1 == tokens.size() || !tokens.get(i + 1).glued();
      if (frame && (!token.isBlank() || token.glued())
          || first && token.isBlank() && !isFigures(tokens, i, shape)
          || token.glued() && ends && place + 1 != shape.bars()) {
        return false;
      }
    }
    return tokens.size() % shape.bars() == 0;
  }

  /** A row of table four has figures alone, of which the first may be blank. */
  private static boolean isFigures(List<Token> tokens, int first, Shape shape) {
    int to = Math.min(tokens.size(), first + shape.bars() - (shape.framed() ? 1 : 0));
    return shape.bars() > MAX_WIDE
        && tokens.subList(first, to).stream()
            .noneMatch(token -> token.glued() || WORDS.matcher(token.text()).find());
  }

  private void row(List<Token> tokens, int width) {
    int labels = 0;
    while (labels < tokens.size() && WORDS.matcher(tokens.get(labels).text()).find()) {
      labels++;
    }
    boolean nothing = tokens.stream().skip(labels).allMatch(Token::isBlank);
    List<String> cells = new ArrayList<>();
    for (Token token : tokens) {
      if (!token.glued() || nothing && isOneRow(tokens, labels)) {
        cells.add(token.text());
      }
    }
    int last = tokens.size() - 1;
    if (!nothing && !tokens.get(last).glued() && isOnlyBlank(tokens, last)) {
      cells.remove(cells.size() - 1);
    }
    boolean wide = labels > 0 && width >= MIN_WIDE && width <= MAX_WIDE;
    while (wide && cells.size() > labels + FIGURES && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    rows.add(new TextLine(tokens.get(0).number(), "| " + String.join(" | ", cells) + " |"));
  }

  /** One bar more may be an empty cell, or stand for one that was left out before it. */
  private static boolean isOnlyBlank(List<Token> tokens, int last) {
    return tokens.get(last).isBlank() && last > 0 && !tokens.get(last - 1).isBlank();
  }

  /** Not a row of headings. */
  private static boolean isOneRow(List<Token> tokens, int labels) {
    return labels > 0 && labels < MIN_BARS && tokens.size() > labels;
  }

  /** Without the bars at its end, if there are two or more, and the space around them. */
  private static String withoutPadding(String text) {
    String line = text.stripTrailing();
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '|') {
      end--;
    }
    return line.length() - end < 2 ? text : line.substring(0, end).stripTrailing();
  }
}
