package disclosure.report.check;

import java.util.ArrayList;
import java.util.List;

/** Whose applications a report has, against the other reports on the year. */
final class CoverageRules {

  private CoverageRules() {}

  static List<Finding> everyApplicationOnce(CheckedReport report) {
    List<Finding> findings = new ArrayList<>();
    for (OrganCoverage organ : report.coverage()) {
      if (report.rollUp().isEmpty()) {
        organ.reports().stream()
            .map(
                other ->
                    Finding.broken(
                        "%1$s的申请（%2$d件）已计入%3$s已公布的年度报告，不能重复计入本报告；由本报告公布的，请先提交本报告，再更正%3$s的报告（届时不再计入），然后公布本报告",
                        "The applications of %1$s (%2$d) are in the published report of %3$s"
                            + " already; to publish them here, submit this report, then correct"
                            + " that one (it leaves them out then), then publish this one",
                        organ.organ().name(),
                        organ.applications(),
                        other))
            .forEach(findings::add);
      } else if (organ.reports().isEmpty()) {
        findings.add(
            Finding.broken(
                "%s的申请（%d件）未计入所汇总的任何一份已公布报告",
                "The applications of %s (%d) are in none of the published reports",
                organ.organ().name(),
                organ.applications()));
      } else if (organ.reports().size() > 1) {
        findings.add(
            Finding.broken(
                "%s的申请（%d件）同时计入%s的报告",
                "The applications of %s (%d) are in the reports of %s at the same time",
                organ.organ().name(),
                organ.applications(),
                String.join("、", organ.reports())));
      }
    }
    return findings;
  }
}
