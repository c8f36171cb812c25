package disclosure.report.check;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.BrokenIdentity;
import disclosure.statistics.contract.Identity;
import disclosure.statistics.contract.MatrixRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Table three within itself, and against the register. */
final class TableThreeRules {

  private static final String TOTAL = "总计";

  private TableThreeRules() {}

  static List<Finding> inEqualsOut(CheckedReport report) {
    return broken(
        report,
        Identity.IN_EQUALS_OUT,
        identity ->
            Finding.broken(
                "表三“%s”列：“一”加“二”为%d，“三（七）”加“四”为%d",
                "Table three, column %s: rows 一 and 二 give %d, rows 三（七） and 四 give %d",
                column(identity.column()),
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
                column(identity.column()),
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
                row(identity.row()),
                identity.left(),
                identity.right()));
  }

  static List<Finding> registerAgrees(CheckedReport report) {
    if (report.recount().isEmpty()) {
      return List.of(
          Finding.undecided(
              "登记系统暂时无法重新计数，表三未能与登记系统核对",
              "The register can't recount just now, so table three was not compared with it"));
    }
    List<Finding> findings = new ArrayList<>();
    List<MatrixRow> recount = report.recount().get();
    for (FormRow code : FormRow.values()) {
      MatrixRow counted = report.matrix().row(code);
      MatrixRow recounted = recount.get(code.ordinal());
      for (ApplicantType type : ApplicantType.values()) {
        compare(
            code, type.label(), counted.counts().of(type), recounted.counts().of(type), findings);
      }
      compare(code, TOTAL, counted.total(), recounted.total(), findings);
    }
    return findings;
  }

  private static void compare(
      FormRow code, String column, long counted, long recounted, List<Finding> findings) {
    if (counted != recounted) {
      findings.add(
          Finding.broken(
              "表三“%s”行“%s”列：统计为%d，登记系统重新计数为%d",
              "Table three, row %s, column %s: the statistics say %d, the register recounts %d",
              row(code),
              column,
              counted,
              recounted));
    }
  }

  private static List<Finding> broken(
      CheckedReport report, Identity identity, Function<BrokenIdentity, Finding> finding) {
    return report.matrix().brokenIdentities().stream()
        .filter(broken -> broken.identity() == identity)
        .map(finding)
        .toList();
  }

  private static String row(FormRow row) {
    return row.number() + " " + row.label();
  }

  private static String column(Optional<ApplicantType> column) {
    return column.map(ApplicantType::label).orElse(TOTAL);
  }
}
