package disclosure.requests.deadline;

import disclosure.requests.application.Application;
import disclosure.requests.application.Deadlines;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.DueDate;
import disclosure.requests.clock.StatutoryClock;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.store.state.DerivedState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What the statutory clock of its organ says of an application. */
@ApplicationScoped
public class DueDates {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DueDate NO_MORE = new DueDate(Optional.empty(), false, Optional.empty());

  private final Clocks clocks;

  DueDates(Clocks clocks) {
    this.clocks = clocks;
  }

  /** The day on which the moment falls for the organs. */
  public LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  public Deadlines deadlines(OrganCode organ) {
    return clocks.now().of(organ);
  }

  /** Where the application stands; a concluded or voided one is due no more. */
  public DerivedState derive(Application application, Instant now) {
    ClockBook book = clocks.now();
    ApplicationStatus status = application.status();
    boolean over = status == ApplicationStatus.CONCLUDED || status == ApplicationStatus.VOIDED;
    StatutoryClock clock = book.of(application.receipt().organCode());
    DueDate due = over ? NO_MORE : clock.due(application, today(now));
    return DerivedState.of(application, due, clock, book.revision());
  }

  /** The due date with everything that explains it. */
  public ClockReading reading(Application application, Instant now) {
    return clocks.now().of(application.receipt().organCode()).read(application, today(now));
  }
}
