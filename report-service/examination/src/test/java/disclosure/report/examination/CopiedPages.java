package disclosure.report.examination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pages that programs turned into text, as search engines keep them: bars, lines or spaces. */
final class CopiedPages {

  /** How the cells of a row are told apart. */
  enum Style {
    /** {@code a | b | ||}: bars up to the widest row's end. */
    PADDED,
    /** {@code | a | b | ||}, with a rule below the first row. */
    PADDED_AND_FRAMED,
    /** A line for each cell, another for the padding. */
    CELL_A_LINE,
    /** A line for each cell, and no padding. */
    CELL_A_LINE_UNPADDED,
    /** Before each row a bar on a line of its own. */
    FRAMED_CELL_A_LINE,
    /** A line for each cell; before the first of a row stands a bar. */
    BEGUN_BY_BARS,
    /** {@code a | b |} without padding. */
    BARS,
    /** A line for each cell and nothing else. */
    LINES,
    /** The whole page in one line. */
    ONE_LINE
  }

  private CopiedPages() {}

  /**
   * The report's text.
   *
   * @param empty whether cells without anything in them leave a trace
   */
  static String text(Drawn.Report report, Style style, boolean empty) {
    List<String> parts = new ArrayList<>();
    Drawn.draw(
        report,
        new Drawn.Pen() {
          @Override
          public void paragraph(String one) {
            parts.add(one);
          }

          @Override
          public void table(List<List<Drawn.Cell>> rows) {
            int width =
                rows.stream()
                    .mapToInt(row -> row.stream().mapToInt(Drawn.Cell::columns).sum())
                    .max()
                    .orElse(0);
            for (List<Drawn.Cell> row : rows) {
              List<String> cells = new ArrayList<>(row.stream().map(Drawn.Cell::text).toList());
              cells.removeIf(cell -> cell.isEmpty() && !empty);
              parts.add(row(cells, width - cells.size(), style));
              if (style == Style.PADDED_AND_FRAMED && row == rows.get(0)) {
                parts.add("|" + String.join("|", Collections.nCopies(width, "---")) + "|");
              }
            }
          }
        });
    return String.join(style == Style.ONE_LINE ? " " : "\n", parts) + "\n";
  }

  private static String row(List<String> cells, int lacking, Style style) {
    String padding = "|".repeat(Math.max(0, lacking));
    String spaced = padding.isEmpty() ? "" : " " + padding;
    String lines = padding.isEmpty() ? "" : "\n" + padding;
    return switch (style) {
      case PADDED -> barred(cells, " ") + spaced;
      case PADDED_AND_FRAMED -> "| " + barred(cells, " ") + spaced + " ";
      case CELL_A_LINE -> barred(cells, "\n") + lines;
      case CELL_A_LINE_UNPADDED -> barred(cells, "\n");
      case FRAMED_CELL_A_LINE -> "|\n" + barred(cells, "\n") + spaced;
      case BEGUN_BY_BARS ->
          cells.get(0).matches("\\d*") ? barred(cells, " ") : "| " + barred(cells, "\n");
      case BARS -> barred(cells, " ");
      case LINES -> String.join("\n\n", cells);
      case ONE_LINE -> String.join(" ", cells);
    };
  }

  private static String barred(List<String> cells, String between) {
    return String.join(
        between, cells.stream().map(cell -> cell.isEmpty() ? "|" : cell + " |").toList());
  }
}
