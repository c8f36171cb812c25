package disclosure.requests.clock;

import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.Optional;

/** The times that the law gives to each who has to do something, counted by a calendar. */
record Terms(WorkingDayCalendar calendar, ClockPolicies policies) {

  private static final int OPINION_WORKING_DAYS = 15;
  private static final int PAYMENT_WORKING_DAYS = 20;

  /** The day from which the time for the answer runs, of what was received on a day. */
  LocalDate countedFrom(LocalDate receivedOn) {
    return switch (policies.restDayReceipt()) {
      case ROLLS_FORWARD -> calendar.firstWorkingDayFrom(receivedOn).date();
      case STANDS -> receivedOn;
    };
  }

  /** The last day to ask for a correction (《条例》第三十条); empty under the older text. */
  Optional<LocalDate> correctionNoticeBy(LocalDate countedFrom) {
    return AnswerTime.beginningOn(countedFrom).correctionNoticeWorkingDays().stream()
        .mapToObj(days -> calendar.plusWorkingDays(countedFrom, days).date())
        .findAny();
  }

  /** The last day for an opinion, after which silence counts (《条例》第三十二条、第三十四条). */
  LocalDate opinionBy(LocalDate deliveredOn) {
    return calendar.plusWorkingDays(deliveredOn, OPINION_WORKING_DAYS).date();
  }

  /** The last day to pay a fee (国办函〔2020〕109号第七条). */
  LocalDate payBy(LocalDate deliveredOn) {
    return calendar.plusWorkingDays(deliveredOn, PAYMENT_WORKING_DAYS).date();
  }
}
