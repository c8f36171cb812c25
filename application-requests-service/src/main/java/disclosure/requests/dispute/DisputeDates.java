package disclosure.requests.dispute;

import disclosure.edge.Fault;
import disclosure.requests.application.Receipt;
import java.time.LocalDate;
import java.util.List;

/** Which days a case can have been accepted and closed on. */
final class DisputeDates {

  private DisputeDates() {}

  static boolean isPlausible(LocalDate day, LocalDate today) {
    return !day.isBefore(Receipt.REGULATION_IN_FORCE) && !day.isAfter(today);
  }

  static Fault implausible(String field) {
    return Fault.of(
        field,
        "应在《条例》施行之日（2008-05-01）至今日之间",
        "must lie between the Regulation's first day, 2008-05-01, and today");
  }

  /** What is wrong with the day on which a case was closed. */
  static List<Fault> closing(LocalDate closedOn, LocalDate acceptedOn, LocalDate today) {
    if (!isPlausible(closedOn, today)) {
      return List.of(implausible("closedOn"));
    }
    if (closedOn.isBefore(acceptedOn)) {
      return List.of(Fault.of("closedOn", "不得早于受理日期 acceptedOn", "must not be before acceptedOn"));
    }
    return List.of();
  }
}
