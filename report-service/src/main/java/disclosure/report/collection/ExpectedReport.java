package disclosure.report.collection;

import disclosure.report.check.DueDay;
import disclosure.report.check.RollUp;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;

/**
 * A report that belongs to a sum.
 *
 * @param id which
 * @param name the organ's name in the directory at the end of the year
 * @param kind what the organ is
 */
public record ExpectedReport(ReportId id, String name, OrganKind kind) {

  /** The last day for it. */
  LocalDate dueOn() {
    return DueDay.of(id.year(), kind);
  }

  RollUp.NamedOrgan organ() {
    return new RollUp.NamedOrgan(id.organ(), name);
  }
}
