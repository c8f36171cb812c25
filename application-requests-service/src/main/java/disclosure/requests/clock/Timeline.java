package disclosure.requests.clock;

import disclosure.requests.application.Application;
import disclosure.requests.application.BrokenRule;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The effective steps of one application, followed from its receipt on: how the clock stands after
 * the last, and what the account tells of them.
 */
final class Timeline {

  private final ClockState state;
  private final ClockNotes notes;
  private final Transitions transitions;

  Timeline(WorkingDayCalendar calendar, ClockPolicies policies, Application application) {
    Terms terms = new Terms(calendar, policies);
    LocalDate receivedOn = application.receipt().receivedOn();
    LocalDate countedFrom = terms.countedFrom(receivedOn);
    state = new ClockState(terms, countedFrom);
    notes = new ClockNotes(calendar);
    transitions = new Transitions(terms, application.receipt().imported(), state, notes);
    transitions.received(countedFrom, receivedOn);
    for (RecordedStep step : application.effectiveSteps()) {
      follow(step, application);
    }
  }

  /** Goes on with a step that comes behind those so far; of the application it is a step. */
  void follow(RecordedStep step, Application application) {
    Optional<BrokenRule> ineffective =
        Optional.ofNullable(application.ineffective().get(step.sequence()));
    if (ineffective.isPresent()) {
      notes.tellIneffective(step.step(), ineffective.get());
    } else {
      transitions.follow(step);
    }
  }

  /** How the clock stands after the last step. */
  ClockState state() {
    return state;
  }

  /** What the account tells. */
  ClockNotes notes() {
    return notes;
  }
}
