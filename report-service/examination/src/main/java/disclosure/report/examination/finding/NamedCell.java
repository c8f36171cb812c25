package disclosure.report.examination.finding;

import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a table, in the order of the form.
 *
 * @param name its row and its column in Chinese, each within quotation marks
 */
record NamedCell(String name, Reading reading) {

  static List<NamedCell> of(ApplicationsFigures table) {
    List<NamedCell> cells = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      table.row(row).ifPresent(one -> add(cells, row.number() + " " + row.label(), one));
    }
    table.otherHandlingInOne().ifPresent(one -> add(cells, "三（六） 其他处理", one));
    return cells;
  }

  private static void add(List<NamedCell> cells, String row, RowReading reading) {
    for (Column column : Column.values()) {
      cells.add(new NamedCell("“" + row + "”行“" + column.label() + "”列", reading.cell(column)));
    }
  }

  static List<NamedCell> of(DisputesFigures table) {
    List<NamedCell> cells = new ArrayList<>();
    for (DisputeKind kind : DisputeKind.values()) {
      List<Reading> group = table.group(kind).orElse(List.of());
      for (int i = 0; i < group.size(); i++) {
        cells.add(
            new NamedCell(
                "“" + kind.label() + "”“" + DisputesFigures.RESULTS.get(i) + "”", group.get(i)));
      }
    }
    return cells;
  }

  static List<NamedCell> of(ProactiveFigures tables) {
    List<NamedCell> cells = new ArrayList<>();
    for (ProactiveRow row : ProactiveRow.values()) {
      List<Reading> readings = tables.row(row).orElse(List.of());
      for (int i = 0; i < readings.size(); i++) {
        cells.add(
            new NamedCell(
                "“"
                    + row.label(tables.edition()).orElse("")
                    + "”“"
                    + row.headings(tables.edition()).get(i)
                    + "”",
                readings.get(i)));
      }
    }
    return cells;
  }
}
