package disclosure.report.publication;

import disclosure.report.form.AnnualReport;
import disclosure.report.form.Figure;
import disclosure.report.form.FormTable;
import disclosure.report.form.SectionContent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure of the tables that is another than it was.
 *
 * @param table what the table is about
 * @param row the labels beside it
 * @param column the headings above it
 * @param before what it was
 * @param after what it is
 */
public record ChangedFigure(
    String table, List<String> row, List<String> column, BigDecimal before, BigDecimal after) {

  /** Defensive copies are kept. */
  public ChangedFigure {
    row = List.copyOf(row);
    column = List.copyOf(column);
  }

  /**
   * Every figure of tables two, three and four that differs, in the order of the form; of reports
   * that are published, and so without gaps.
   */
  public static List<ChangedFigure> between(AnnualReport before, AnnualReport after) {
    List<FormTable> old = tables(before);
    List<FormTable> now = tables(after);
    List<ChangedFigure> changed = new ArrayList<>();
    for (int table = 0; table < now.size(); table++) {
      List<Figure> oldFigures = old.get(table).figures();
      List<Figure> nowFigures = now.get(table).figures();
      for (int i = 0; i < nowFigures.size(); i++) {
        Figure figure = nowFigures.get(i);
        BigDecimal was = oldFigures.get(i).value().orElseThrow();
        BigDecimal value = figure.value().orElseThrow();
        if (was.compareTo(value) != 0) {
          changed.add(
              new ChangedFigure(
                  now.get(table).caption(), figure.row(), figure.column(), was, value));
        }
      }
    }
    return changed;
  }

  private static List<FormTable> tables(AnnualReport report) {
    return SectionContent.of(report).stream()
        .flatMap(section -> section.tables().stream())
        .toList();
  }
}
