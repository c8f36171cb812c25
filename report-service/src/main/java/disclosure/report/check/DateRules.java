package disclosure.report.check;

import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The date under the report against the dates of Article 49. */
final class DateRules {

  private DateRules() {}

  /** Where it isn't known what the organ is, only what holds or is broken for each is said. */
  static List<Finding> datedInTime(CheckedReport report) {
    if (report.content().signedOn().isEmpty()) {
      return List.of(
          Finding.undecided(
                  "没有成文日期，未能与法定期限核对", "The report bears no date to compare with the statutory time")
              .at("signedOn"));
    }
    LocalDate signedOn = report.content().signedOn().get();
    List<OrganKind> late =
        report.kind().map(List::of).orElse(Arrays.asList(OrganKind.values())).stream()
            .filter(kind -> signedOn.isAfter(DueDay.of(report.year(), kind)))
            .toList();
    if (late.isEmpty()) {
      return List.of();
    }
    boolean government = late.contains(OrganKind.GOVERNMENT);
    if (report.kind().isEmpty() && !government) {
      return List.of(
          Finding.undecided(
                  "暂时无法查询机关类别，未能与法定期限核对",
                  "What the organ is can't be had just now, so its date can't be compared with the"
                      + " statutory time")
              .at("signedOn"));
    }
    return List.of(
        Finding.broken(
                government ? "落款的成文日期为%s，政府的年度报告应在%s前公布" : "落款的成文日期为%s，部门的年度报告应在%s前公布",
                government
                    ? "The report is dated %s; that of a government is due before %s"
                    : "The report is dated %s; that of a department is due before %s",
                signedOn,
                DueDay.of(report.year(), government ? OrganKind.GOVERNMENT : late.get(0)))
            .at("signedOn"));
  }
}
