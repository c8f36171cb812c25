package disclosure.report.content;

import disclosure.requests.contract.OrganCode;

/**
 * Which report.
 *
 * @param organ whose
 * @param year the year reported on
 * @param scope over which organs
 */
public record ReportId(OrganCode organ, int year, ReportScope scope) {

  /** An organ's report on itself alone. */
  public static ReportId own(OrganCode organ, int year) {
    return new ReportId(organ, year, ReportScope.OWN);
  }

  /** The same report on the year before. */
  public ReportId yearBefore() {
    return new ReportId(organ, year - 1, scope);
  }

  /** Whether it is the sum of other reports. */
  public boolean isRollUp() {
    return scope != ReportScope.OWN;
  }
}
