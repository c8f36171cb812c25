package disclosure.requests.dispute;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.requests.application.Receipt;
import disclosure.requests.fault.RegisterFault;
import java.time.LocalDate;
import java.util.List;

/** Which days a case can have been accepted and closed on. */
final class DisputeDates {

  private DisputeDates() {}

  static boolean isPlausible(LocalDate day, LocalDate today) {
    return !day.isBefore(Receipt.REGULATION_IN_FORCE) && !day.isAfter(today);
  }

  static Fault implausible(String field, LocalDate today) {
    return RegisterFault.DISPUTE_DAY_OUT_OF_RANGE.at(
        field, Expected.between(Receipt.REGULATION_IN_FORCE, today));
  }

  /** What is wrong with the day on which a case was closed. */
  static List<Fault> closing(LocalDate closedOn, LocalDate acceptedOn, LocalDate today) {
    if (!isPlausible(closedOn, today)) {
      return List.of(implausible("closedOn", today));
    }
    if (closedOn.isBefore(acceptedOn)) {
      return List.of(
          RegisterFault.CLOSED_BEFORE_ACCEPTANCE.at("closedOn", Expected.atLeast(acceptedOn)));
    }
    return List.of();
  }
}
