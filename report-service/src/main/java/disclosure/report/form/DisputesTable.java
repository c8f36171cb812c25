package disclosure.report.form;

import static disclosure.report.form.FormTable.CellKind.FIGURE;
import static disclosure.report.form.FormTable.CellKind.HEADING;

import disclosure.statistics.contract.DisputeRow;
import java.util.Arrays;
import java.util.List;

/** The table of section four: fifteen figures in one row. */
final class DisputesTable {

  private static final List<String> RESULTS = List.of("结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计");

  private DisputesTable() {}

  static FormTable of(List<DisputeRow> rows) {
    double[] widths = new double[RESULTS.size() * rows.size()];
    Arrays.fill(widths, 100.0 / widths.length);
    FormTable.Builder table =
        new FormTable.Builder("政府信息公开行政复议、行政诉讼情况", 3, widths)
            .cell(0, 0, 1, 5, "行政复议", HEADING)
            .cell(0, 5, 1, 10, "行政诉讼", HEADING)
            .cell(1, 5, 1, 5, "未经复议直接起诉", HEADING)
            .cell(1, 10, 1, 5, "复议后起诉", HEADING);
    int column = 0;
    for (DisputeRow row : rows) {
      boolean reconsideration = column == 0;
      List<Long> figures =
          List.of(row.upheld(), row.corrected(), row.other(), row.pending(), row.total());
      for (int i = 0; i < figures.size(); i++) {
        if (reconsideration) {
          table.cell(1, column, 2, 1, RESULTS.get(i), HEADING);
        } else {
          table.cell(2, column, RESULTS.get(i), HEADING);
        }
        table.cell(3, column, Long.toString(figures.get(i)), FIGURE);
        column++;
      }
    }
    return table.build();
  }
}
