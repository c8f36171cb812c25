package disclosure.report.examination.line;

import disclosure.report.examination.document.Block;
import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Grid;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.Paragraph;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.document.PublishedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document line by line. */
public final class Lines {

  private static final Pattern TABLED = Pattern.compile("\t|\\|");
  private static final Pattern SPACED = Pattern.compile("[ \u3000\u00A0]{2,}|\u3000");
  private static final Pattern GLUED = Pattern.compile("^(.*[\\p{IsHan})）”\"])\\s*(\\d{1,9})$");
  private static final int MAX_GRID_CELLS = 100_000;

  /** As many cells of figures as the longest row of the form has. */
  private static final int MAX_TAIL = 20;

  /** No paragraph is as long; what looks at one may take more than twice the time for twice it. */
  private static final int MAX_LENGTH = 200_000;

  /** A line of more parts is no row of label and figures, to be taken apart further. */
  private static final int MAX_PARTS = 300;

  /** More than all tables of a report have, should they be run together to one line. */
  private static final int MAX_CELLS = 2_000;

  private static final long WORK_OF_CHARACTER = 10;
  private static final long WORK_OF_PART = 500;

  private final Budget budget;
  private final List<Line> lines = new ArrayList<>();

  private Lines(Budget budget) {
    this.budget = budget;
  }

  /** The lines of all blocks. */
  public static List<Line> of(PublishedDocument document, Budget budget) {
    Lines lines = new Lines(budget);
    for (Block block : document.blocks()) {
      if (block instanceof Grid grid) {
        lines.grid(grid);
      } else if (block instanceof Paragraph paragraph) {
        lines.text(paragraph);
      }
    }
    return lines.gathered();
  }

  private void grid(Grid grid) {
    List<Grid.Cell> open = new ArrayList<>();
    List<Integer> until = new ArrayList<>();
    int cells = 0;
    for (int row = 0; row < grid.rows().size(); row++) {
      Place place = new Place(grid.page(), grid.number(), row + 1, 0);
      List<Line.Cell> line = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        if (until.get(i) > row) {
          line.add(cell(open.get(i), true));
        }
      }
      for (Grid.Cell cell : grid.rows().get(row)) {
        line.add(cell(cell, false));
        if (cell.rows() > 1) {
          open.add(cell);
          until.add(row + cell.rows());
        }
      }
      for (int i = open.size() - 1; i >= 0; i--) {
        if (until.get(i) <= row + 1) {
          open.remove(i);
          until.remove(i);
        }
      }
      cells += line.size();
      budget.spend(Budget.LINE / 4 + 10L * line.size() + (cells > MAX_GRID_CELLS ? 10_000 : 0));
      line.sort((one, other) -> Integer.compare(one.column(), other.column()));
      lines.add(new Line(grid.number(), line, place, grid.drawn()));
    }
  }

  private static Line.Cell cell(Grid.Cell cell, boolean above) {
    return new Line.Cell(
        cell.column(), cell.columns(), cell.text(), above, FigureText.read(cell.text()));
  }

  private void text(Paragraph paragraph) {
    String text = paragraph.text();
    if (text.length() > MAX_LENGTH) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    budget.spend(WORK_OF_CHARACTER * text.length() + Budget.LINE);
    List<String> parts = new ArrayList<>();
    if (TABLED.matcher(text).find()) {
      for (String part : TABLED.split(framed(text), -1)) {
        parts.add(part.strip());
      }
      takeTail(parts);
    } else {
      for (String part : SPACED.split(text.strip())) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      takeTail(parts);
    }
    if (parts.size() > MAX_CELLS) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
    budget.spend(WORK_OF_PART * parts.size());
    List<Line.Cell> cells = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      cells.add(new Line.Cell(i, 1, parts.get(i), false, FigureText.read(parts.get(i))));
    }
    lines.add(new Line(0, cells, paragraph.place(), false));
  }

  /** Bars around a whole line are its frame, and no cells. */
  private static String framed(String text) {
    String inner = text.strip();
    if (inner.indexOf('|') < 0) {
      return text;
    }
    inner = inner.startsWith("|") ? inner.substring(1) : inner;
    return inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
  }

  /** Takes apart a part of label and figures, and digits at a label's end. */
  private static void takeTail(List<String> parts) {
    if (parts.size() > MAX_PARTS) {
      return;
    }
    for (int i = parts.size() - 1; i >= 0; i--) {
      String[] words = parts.get(i).split(" ");
      if (words.length > 1) {
        int tail = words.length;
        while (tail > 0
            && words.length - tail < MAX_TAIL
            && FigureText.read(words[tail - 1]).saysSomething()) {
          tail--;
        }
        if (tail < words.length && (tail == 0 || words.length - tail > 1 || isLabel(words, tail))) {
          parts.remove(i);
          for (int word = words.length - 1; word >= tail; word--) {
            parts.add(i, words[word]);
          }
          if (tail > 0) {
            parts.add(i, String.join(" ", List.of(words).subList(0, tail)));
          }
        }
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Matcher glued = GLUED.matcher(Words.plain(parts.get(i)));
      if (glued.matches()
          && FigureText.read(parts.get(i)) instanceof CellText.Label
          && parts.size() > 1) {
        parts.set(i, glued.group(1));
        parts.add(i + 1, glued.group(2));
        i++;
      }
    }
  }

  private static boolean isLabel(String[] words, int tail) {
    return FigureText.read(words[tail - 1]) instanceof CellText.Label;
  }

  /**
   * Copied pages have each cell on a line of its own: lines of one figure each are put together to
   * one.
   */
  private List<Line> gathered() {
    List<Line> gathered = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      int to = i;
      while (to < lines.size() && isLoneFigure(lines.get(to))) {
        to++;
      }
      if (to - i < 3) {
        to = Math.max(to, i + 1);
        gathered.addAll(lines.subList(i, to));
      } else {
        List<Line.Cell> cells = new ArrayList<>();
        for (int line = i; line < to; line++) {
          Line.Cell cell = lonely(lines.get(line));
          cells.add(new Line.Cell(cells.size(), 1, cell.text(), false, cell.said()));
        }
        gathered.add(new Line(0, cells, lines.get(i).place(), false));
      }
      i = to;
    }
    return gathered;
  }

  private static boolean isLoneFigure(Line line) {
    return line.grid() == 0
        && line.isText()
        && line.cells().stream().anyMatch(cell -> cell.said().saysSomething());
  }

  private static Line.Cell lonely(Line line) {
    return line.cells().stream()
        .filter(cell -> cell.said().saysSomething())
        .findFirst()
        .orElseThrow();
  }
}
