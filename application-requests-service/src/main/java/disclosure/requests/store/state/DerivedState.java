package disclosure.requests.store.state;

import disclosure.requests.application.Application;
import disclosure.requests.application.Warning;
import disclosure.requests.clock.DueDate;
import disclosure.requests.clock.StatutoryClock;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an application's steps, as it is kept beside them, told to the client and
 * published.
 *
 * @param applicantType the column it counts in
 * @param status where it stands
 * @param outcome present if concluded
 * @param concludedOn present if concluded
 * @param dueOn the last day for the answer; absent while the clock waits, and at the end
 * @param dueProvisional whether {@code dueOn} rests on a year without an announced calendar
 * @param extended whether the time for the answer was extended
 * @param settledOn the first day on which {@code dueOn} may be another though nothing happens
 * @param processing the time taken and the fees
 * @param warnings what was done out of time or against the law
 * @param clockRevision which calendar and policies were counted by
 */
public record DerivedState(
    ApplicantType applicantType,
    ApplicationStatus status,
    Optional<Outcome> outcome,
    Optional<LocalDate> concludedOn,
    Optional<LocalDate> dueOn,
    boolean dueProvisional,
    boolean extended,
    Optional<LocalDate> settledOn,
    ProcessingFacts processing,
    List<Warning> warnings,
    long clockRevision) {

  /**
   * Which rules of fees and of the clock it follows by. Another number goes with a migration that
   * has what follows by older rules calculated again, whoever stores it.
   */
  public static final int RULES = 1;

  public static DerivedState of(
      Application application, DueDate due, StatutoryClock clock, long clockRevision) {
    return new DerivedState(
        application.applicantType(),
        application.status(),
        application.outcome(),
        application.concludedOn(),
        due.on(),
        due.provisional(),
        clock.extended(application),
        due.settledOn(),
        ProcessingFacts.of(application, clock),
        clock.warnings(application),
        clockRevision);
  }
}
