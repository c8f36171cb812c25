package disclosure.report.check;

import disclosure.statistics.contract.DisputeRow;
import java.util.List;

/** Table four within itself. */
final class TableFourRules {

  private TableFourRules() {}

  static List<Finding> addUp(CheckedReport report) {
    return report.disputes().rows().stream()
        .filter(row -> !row.addsUp())
        .map(TableFourRules::finding)
        .toList();
  }

  private static Finding finding(DisputeRow row) {
    long sum = row.upheld() + row.corrected() + row.other() + row.pending();
    String group = row.kind().label();
    return Finding.broken(
        "表四“%s”：维持、纠正、其他结果、尚未审结之和为%d，“总计”为%d",
        "Table four, %s: the four results add up to %d, the total says %d",
        group,
        sum,
        row.total());
  }
}
