package disclosure.report.check;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** The date under the report against the dates of Article 49. */
final class DateRules {

  /** The name of every local government ends so, and no department's does. */
  private static final String GOVERNMENT = "人民政府";

  private DateRules() {}

  static List<Finding> datedInTime(CheckedReport report) {
    if (report.content().signedOn().isEmpty()) {
      return List.of(
          Finding.undecided(
                  "没有成文日期，未能与法定期限核对", "The report bears no date to compare with the statutory time")
              .at("signedOn"));
    }
    LocalDate signedOn = report.content().signedOn().get();
    boolean government = report.matrix().organName().endsWith(GOVERNMENT);
    LocalDate last = LocalDate.of(report.year() + 1, government ? Month.MARCH : Month.JANUARY, 31);
    if (!signedOn.isAfter(last)) {
      return List.of();
    }
    return List.of(
        Finding.broken(
                government ? "落款的成文日期为%s，政府的年度报告应在%s前公布" : "落款的成文日期为%s，部门的年度报告应在%s前公布",
                government
                    ? "The report is dated %s; that of a government is due before %s"
                    : "The report is dated %s; that of a department is due before %s",
                signedOn,
                last)
            .at("signedOn"));
  }
}
