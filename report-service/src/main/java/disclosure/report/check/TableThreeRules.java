package disclosure.report.check;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.BrokenIdentity;
import disclosure.statistics.contract.Identity;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.statistics.contract.OrganChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Table three within itself, and against the register. */
final class TableThreeRules {

  private TableThreeRules() {}

  static List<Finding> inEqualsOut(CheckedReport report) {
    return broken(
        report,
        Identity.IN_EQUALS_OUT,
        identity ->
            Finding.broken(
                "表三“%s”列：“一”加“二”为%d，“三（七）”加“四”为%d",
                "Table three, column %s: rows 一 and 二 give %d, rows 三（七） and 四 give %d",
                MatrixCells.column(identity.column()),
                identity.left(),
                identity.right()));
  }

  static List<Finding> concludedIsSum(CheckedReport report) {
    return broken(
        report,
        Identity.CONCLUDED_IS_SUM,
        identity ->
            Finding.broken(
                "表三“%s”列：各项办理结果之和为%d，“三（七）总计”为%d",
                "Table three, column %s: the outcomes add up to %d, row 三（七） says %d",
                MatrixCells.column(identity.column()),
                identity.left(),
                identity.right()));
  }

  static List<Finding> totalIsSum(CheckedReport report) {
    return broken(
        report,
        Identity.TOTAL_IS_SUM,
        identity ->
            Finding.broken(
                "表三“%s”行：各类申请人之和为%d，“总计”列为%d",
                "Table three, row %s: the applicant types add up to %d, the total says %d",
                MatrixCells.row(identity.row()),
                identity.left(),
                identity.right()));
  }

  static List<Finding> registerAgrees(CheckedReport report) {
    if (report.rollUp().isPresent()) {
      return List.of(
          Finding.notApplicable(
              "汇总报告的数据取自各单位已公布的报告，由第19项校核",
              "A report over several organs takes published figures, see check 19"));
    }
    if (report.recount().isEmpty()) {
      return List.of(
          Finding.undecided(
              "登记系统暂时无法重新计数，表三未能与登记系统核对",
              "The register can't recount just now, so table three was not compared with it"));
    }
    List<Finding> findings = new ArrayList<>();
    List<MatrixRow> recount = report.recount().get();
    for (FormRow code : FormRow.values()) {
      for (Optional<ApplicantType> column : MatrixCells.COLUMNS) {
        long counted = MatrixCells.of(report.matrix().row(code), column);
        long recounted = MatrixCells.of(recount.get(code.ordinal()), column);
        if (counted != recounted) {
          findings.add(
              Finding.broken(
                  "表三“%s”行“%s”列：统计为%d，登记系统重新计数为%d",
                  "Table three, row %s, column %s: the statistics say %d, the register recounts %d",
                  MatrixCells.row(code),
                  MatrixCells.column(column),
                  counted,
                  recounted));
        }
      }
    }
    return findings;
  }

  /** Carry-in against the carry-out that was last published for the year before. */
  static List<Finding> carriedInAsPublished(CheckedReport report) {
    if (report.rollUp().isPresent()) {
      return List.of(
          Finding.notApplicable(
              "汇总报告的上年结转由第20项校核", "For a report over several organs, see check 20"));
    }
    int before = report.year() - 1;
    List<Finding> findings = new ArrayList<>();
    Map<OrganCode, Long> merged =
        report.matrix().merged().stream()
            .collect(Collectors.toMap(MergedOrgan::organCode, MergedOrgan::carriedIn));
    long comparable = report.matrix().row(FormRow.CARRIED_IN).total();
    boolean isOwnKnown = report.lastYear().published().isPresent() || isNew(report);
    if (!isOwnKnown) {
      findings.add(
          Finding.undecided(
              "本系统没有已公布的%d年度报告，上年结转未能与其核对",
              "No published report for %d is here to compare what was carried in with", before));
      comparable = merged.values().stream().mapToLong(Long::longValue).sum();
    }
    for (RollUp.Moved organ : report.lastYear().merged()) {
      if (organ.lastYear().isEmpty()) {
        findings.add(
            Finding.undecided(
                "本系统没有%s已公布的%d年度报告，并入后的上年结转未能核对",
                "No published report of %s for %d is here to compare what was carried in with",
                organ.organ().name(),
                before));
        comparable -= merged.getOrDefault(organ.organ().code(), 0L);
      }
    }
    if (findings.isEmpty()) {
      return carriedIn(report);
    }
    if (isOwnKnown
        || report.lastYear().merged().stream().anyMatch(one -> one.lastYear().isPresent())) {
      carriedInByOthers(report, comparable).ifPresent(findings::add);
    }
    return findings;
  }

  /** Of what some organs carried in only the total is known; so is that of all others. */
  private static Optional<Finding> carriedInByOthers(CheckedReport report, long in) {
    long out = carriedOut(report, Optional.empty());
    return in == out
        ? Optional.empty()
        : Optional.of(
            Finding.broken(
                "表三“总计”列：其他单位的“二 上年结转”为%1$d，其已公布的%2$d年度报告“四 结转下年度继续办理”为%3$d",
                "Table three, total: the others carried in %1$d, their published reports for"
                    + " %2$d carry out %3$d",
                in,
                report.year() - 1,
                out));
  }

  private static long carriedOut(CheckedReport report, Optional<ApplicantType> column) {
    return Stream.concat(
            report.lastYear().published().stream().map(LastYear.PublishedTables::applications),
            report.lastYear().merged().stream().flatMap(organ -> organ.lastYear().stream()))
        .mapToLong(rows -> MatrixCells.of(rows.get(FormRow.CARRIED_OUT.ordinal()), column))
        .sum();
  }

  /** An organ set up in the year has nothing to carry in but what was merged into it. */
  private static boolean isNew(CheckedReport report) {
    return report.matrix().organChanges().stream()
        .anyMatch(
            change ->
                change.change() == OrganChange.Kind.ESTABLISHED
                    && change.organCode().equals(report.matrix().organ()));
  }

  private static List<Finding> carriedIn(CheckedReport report) {
    int before = report.year() - 1;
    List<Finding> findings = new ArrayList<>();
    for (Optional<ApplicantType> column : MatrixCells.COLUMNS) {
      long in = MatrixCells.of(report.matrix().row(FormRow.CARRIED_IN), column);
      long out = carriedOut(report, column);
      if (in != out) {
        findings.add(
            Finding.broken(
                "表三“%1$s”列：“二 上年结转”为%2$d，已公布的%3$d年度报告“四 结转下年度继续办理”为%4$d",
                "Table three, column %1$s: %2$d carried in, the published report for %3$d"
                    + " carries out %4$d",
                MatrixCells.column(column),
                in,
                before,
                out));
      }
    }
    return findings;
  }

  private static List<Finding> broken(
      CheckedReport report, Identity identity, Function<BrokenIdentity, Finding> finding) {
    return report.matrix().brokenIdentities().stream()
        .filter(broken -> broken.identity() == identity)
        .map(finding)
        .toList();
  }
}
