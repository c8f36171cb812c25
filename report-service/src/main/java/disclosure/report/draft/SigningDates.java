package disclosure.report.draft;

import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.report.fault.ReportFault;
import java.time.LocalDate;

/**
 * When a report can be signed: not before the year that it tells of is over, and no later than the
 * end of the following year, unless that has already passed and the report is made up for.
 */
final class SigningDates {

  private SigningDates() {}

  /**
   * @throws Refusal 400, naming {@code signedOn}
   */
  static void require(LocalDate signedOn, int year, LocalDate today) {
    LocalDate first = LocalDate.of(year, 12, 31);
    LocalDate endOfNextYear = first.plusYears(1);
    LocalDate last = today.isAfter(endOfNextYear) ? today : endOfNextYear;
    if (signedOn.isBefore(first) || signedOn.isAfter(last)) {
      throw Refusal.invalid(
          ReportFault.SIGNED_OUT_OF_TIME.at("signedOn", Expected.between(first, last)));
    }
  }
}
