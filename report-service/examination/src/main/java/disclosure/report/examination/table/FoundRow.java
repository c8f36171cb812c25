package disclosure.report.examination.table;

import disclosure.report.examination.label.RowLabels;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of table three that was found.
 *
 * @param line the number of the line that its figures stand in
 * @param row which of the form's it is
 * @param exact whether its label is the form's
 * @param placed whether its place alone tells which it is
 * @param label its label as written
 * @param data the cells of its figures
 */
record FoundRow(
    int line,
    RowLabels.Row row,
    boolean exact,
    boolean placed,
    String label,
    List<Line.Cell> data) {

  FoundRow as(RowLabels.Row other) {
    return new FoundRow(line, other, false, true, label, data);
  }

  /** Its place in the form, for people. */
  String name() {
    return row.row().map(one -> one.number() + " " + one.label()).orElse("三（六）其他处理");
  }

  /** Its numbers, if it has so many. */
  List<BigDecimal> values(int number) {
    List<BigDecimal> values = new ArrayList<>();
    for (Line.Cell cell : data) {
      if (cell.said() instanceof CellText.Number said) {
        values.add(said.value());
      }
    }
    return values.size() == number ? values : List.of();
  }
}
