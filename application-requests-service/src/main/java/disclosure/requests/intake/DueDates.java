package disclosure.requests.intake;

import disclosure.requests.application.Application;
import disclosure.requests.application.Deadlines;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockPolicies;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.DueDate;
import disclosure.requests.clock.StatutoryClock;
import disclosure.requests.contract.ApplicationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The statutory clock, set by the service's calendar and policies. */
@ApplicationScoped
class DueDates {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DueDate NO_MORE = new DueDate(Optional.empty(), false);

  private final StatutoryClock clock =
      new StatutoryClock(WorkingDayCalendar.bundled(), ClockPolicies.DEFAULTS);

  /** The day on which the moment falls for the organs. */
  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  Deadlines deadlines() {
    return clock;
  }

  /** Where the application stands; a concluded or voided one is due no more. */
  Standing standing(Application application, Instant now) {
    ApplicationStatus status = application.status();
    boolean over = status == ApplicationStatus.CONCLUDED || status == ApplicationStatus.VOIDED;
    return Standing.of(application, over ? NO_MORE : clock.due(application, today(now)));
  }

  /** The due date with everything that explains it. */
  ClockReading reading(Application application, Instant now) {
    return clock.read(application, today(now));
  }
}
