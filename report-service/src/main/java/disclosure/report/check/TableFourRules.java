package disclosure.report.check;

import disclosure.requests.contract.DisputeKind;
import disclosure.statistics.contract.DisputeRow;
import java.util.List;

/** Table four within itself, against last year's, and against the register. */
final class TableFourRules {

  private TableFourRules() {}

  static List<Finding> addUp(CheckedReport report) {
    return report.disputes().rows().stream()
        .filter(row -> !row.addsUp())
        .map(TableFourRules::notAddingUp)
        .toList();
  }

  private static Finding notAddingUp(DisputeRow row) {
    long sum = row.upheld() + row.corrected() + row.other() + row.pending();
    return Finding.broken(
        "表四“%s”：维持、纠正、其他结果、尚未审结之和为%d，“总计”为%d",
        "Table four, %s: the four results add up to %d, the total says %d",
        row.kind().label(),
        sum,
        row.total());
  }

  /** Whatever was pending last year was decided or is pending this year. */
  static List<Finding> pendingContinues(CheckedReport report) {
    if (report.lastYear().published().isEmpty()) {
      return List.of(notPublished(report));
    }
    List<DisputeRow> before = report.lastYear().published().get().disputes();
    return report.disputes().rows().stream()
        .filter(row -> row.total() < before.get(row.kind().ordinal()).pending())
        .map(
            row ->
                Finding.broken(
                    "表四“%1$s”：本年“总计”为%2$d，少于已公布的%3$d年度报告“尚未审结”的%4$d",
                    "Table four, %1$s: the total is %2$d, less than the %4$d pending in the"
                        + " published report for %3$d",
                    row.kind().label(),
                    row.total(),
                    report.year() - 1,
                    before.get(row.kind().ordinal()).pending()))
        .toList();
  }

  /** A suit after reconsideration follows a decision of this year or the last. */
  static List<Finding> suitsFollowReconsideration(CheckedReport report) {
    if (report.lastYear().published().isEmpty()) {
      return List.of(notPublished(report));
    }
    List<DisputeRow> before = report.lastYear().published().get().disputes();
    long fresh =
        row(report.disputes().rows(), DisputeKind.LITIGATION_AFTER_RECONSIDERATION).total()
            - row(before, DisputeKind.LITIGATION_AFTER_RECONSIDERATION).pending();
    long decided =
        decided(row(report.disputes().rows(), DisputeKind.RECONSIDERATION))
            + decided(row(before, DisputeKind.RECONSIDERATION));
    if (fresh <= decided) {
      return List.of();
    }
    return List.of(
        Finding.broken(
            "表四“行政诉讼（复议后起诉）”本年新增%d件，多于本年和上年审结的行政复议%d件",
            "Table four: %d new suits after reconsideration, but only %d reconsiderations decided"
                + " this year and last",
            fresh,
            decided));
  }

  static List<Finding> reconsiderationFirst(CheckedReport report) {
    if (report.handling().isEmpty()) {
      return List.of(YearReviewRules.unknown());
    }
    YearReview handling = report.handling().get();
    return handling.directLitigation().stream()
        .map(
            suit ->
                Finding.brokenCase(
                    handling,
                    suit,
                    "表四“行政诉讼（未经复议直接起诉）”中的案件%s针对不予公开的答复，依法应当先行复议",
                    "Table four: the suit %s is over a refusal, for which reconsideration must"
                        + " come first"))
        .toList();
  }

  private static Finding notPublished(CheckedReport report) {
    return Finding.undecided(
        "本系统没有已公布的%d年度报告，表四未能与其核对",
        "No published report for %d is here to compare table four with", report.year() - 1);
  }

  private static DisputeRow row(List<DisputeRow> rows, DisputeKind kind) {
    return rows.get(kind.ordinal());
  }

  private static long decided(DisputeRow row) {
    return row.upheld() + row.corrected() + row.other();
  }
}
