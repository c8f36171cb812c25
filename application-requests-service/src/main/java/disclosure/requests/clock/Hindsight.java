package disclosure.requests.clock;

import disclosure.requests.application.Application;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockNotes.Flagged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an application stood before each of its recorded steps, gone through once from its receipt
 * on. Only a correction, behind which all steps before it may stand otherwise, begins anew.
 */
final class Hindsight {

  private final WorkingDayCalendar calendar;
  private final ClockPolicies policies;
  private final Application application;
  private Application stage;
  private Timeline timeline;

  private Hindsight(
      WorkingDayCalendar calendar, ClockPolicies policies, Application application, int sequence) {
    this.calendar = calendar;
    this.policies = policies;
    this.application = application;
    stage = application.before(sequence);
    timeline = new Timeline(calendar, policies, stage);
  }

  /**
   * The steps that move the due date though it was over when they were recorded. One that is dated
   * after it moves nothing, or is flagged for that already.
   */
  static List<Flagged> recordedAfterDue(
      WorkingDayCalendar calendar, ClockPolicies policies, Application application) {
    LocalDate soonest = soonest(application);
    return application.steps().stream()
        .filter(step -> step.recordedOn().filter(soonest::isBefore).isPresent())
        .findFirst()
        .map(first -> new Hindsight(calendar, policies, application, first.sequence()))
        .map(Hindsight::recordedAfterDue)
        .orElse(List.of());
  }

  private List<Flagged> recordedAfterDue() {
    List<Flagged> late = new ArrayList<>();
    List<RecordedStep> steps = application.steps();
    for (RecordedStep step : steps.subList(stage.steps().size(), steps.size())) {
      Optional<LocalDate> over = step.recordedOn().flatMap(day -> dueThatIsOver(step, day));
      goOn(step);
      if (over.filter(due -> movesOn(due, step.recordedOn().get())).isPresent()) {
        late.add(new Flagged(step.sequence(), ClockWarning.RECORDED_AFTER_DUE));
      }
    }
    return late;
  }

  /** No time runs out so early, which spares most applications the counting. */
  private static LocalDate soonest(Application application) {
    LocalDate receivedOn = application.before(1).receipt().receivedOn();
    return receivedOn.plusDays(AnswerTime.beginningOn(receivedOn).workingDays());
  }

  private Optional<LocalDate> dueThatIsOver(RecordedStep step, LocalDate recordedOn) {
    return timeToAnswer(recordedOn)
        .filter(recordedOn::isAfter)
        .filter(day -> !step.step().on().isAfter(day) || step.receivedBefore().isPresent())
        .filter(day -> stage.concludedOn().filter(on -> !on.isAfter(day)).isEmpty());
  }

  private boolean movesOn(LocalDate due, LocalDate asOf) {
    return timeToAnswer(asOf).map(moved -> moved.isAfter(due)).orElse(true);
  }

  /** The due date as if there were no answer: what was answered has the time that it had. */
  private Optional<LocalDate> timeToAnswer(LocalDate asOf) {
    ClockState state = timeline.state();
    return state.due(state.asOf(asOf)).on();
  }

  private void goOn(RecordedStep step) {
    if (stage.isFollowedBy(step)) {
      stage = stage.followedBy(step);
      timeline.follow(step, stage);
    } else {
      stage = application.before(step.sequence() + 1);
      timeline = new Timeline(calendar, policies, stage);
    }
  }
}
