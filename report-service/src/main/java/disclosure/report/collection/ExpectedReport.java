package disclosure.report.collection;

import disclosure.report.check.RollUp;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.time.Month;

/**
 * A report that belongs to a sum.
 *
 * @param id which
 * @param name the organ's name in the directory at the end of the year
 * @param kind what the organ is
 */
public record ExpectedReport(ReportId id, String name, OrganKind kind) {

  /** The last day for it: governments 31 March, all others 31 January (Article 49). */
  LocalDate dueOn() {
    return switch (kind) {
      case GOVERNMENT -> LocalDate.of(id.year() + 1, Month.MARCH, 31);
      case DEPARTMENT, TOWNSHIP, OTHER -> LocalDate.of(id.year() + 1, Month.JANUARY, 31);
    };
  }

  RollUp.NamedOrgan organ() {
    return new RollUp.NamedOrgan(id.organ(), name);
  }
}
