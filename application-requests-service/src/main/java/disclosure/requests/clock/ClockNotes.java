package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;
import disclosure.requests.application.BrokenRule;
import disclosure.requests.application.step.Step;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the account tells of the steps, and what was not done in its own time. */
final class ClockNotes {

  private final WorkingDayCalendar calendar;
  private final List<ClockEntry> events = new ArrayList<>();
  private final List<ClockEntry> movers = new ArrayList<>();
  private final List<Flagged> flagged = new ArrayList<>();

  ClockNotes(WorkingDayCalendar calendar) {
    this.calendar = calendar;
  }

  /** What was not done in its own time, and the number of the step. */
  record Flagged(int step, ClockWarning warning) {}

  List<ClockEntry> events() {
    return Collections.unmodifiableList(events);
  }

  List<Flagged> flagged() {
    return Collections.unmodifiableList(flagged);
  }

  /** The last of what made the time run as it does; what came after the due date moved nothing. */
  Optional<ClockEntry> mover(Optional<LocalDate> due) {
    return movers.stream()
        .filter(entry -> due.filter(entry.date()::isAfter).isEmpty())
        .reduce((earlier, later) -> later);
  }

  void tell(LocalDate on, Transition transition) {
    note(on, transition, transition.text());
  }

  /** The same, with what its row leaves open. */
  void tell(LocalDate on, Transition transition, Object open) {
    note(on, transition, transition.text(open));
  }

  private void note(LocalDate on, Transition transition, BilingualText text) {
    tell(on, text, transition.article());
    if (transition.movesDueDate()) {
      movers.add(events.get(events.size() - 1));
    }
  }

  /** What happened without any effect on the clock. */
  void tellIneffective(Step step, BrokenRule rule) {
    tell(
        step.on(),
        new BilingualText(
            step.type().label() + "：" + rule.text().zh(), step.type() + ": " + rule.text().en()),
        rule.article().orElseThrow());
  }

  /** Flags the step, and tells why. */
  void warn(int step, LocalDate on, ClockWarning warning) {
    flag(step, warning);
    tell(on, warning.text(), warning.article());
  }

  void flag(int step, ClockWarning warning) {
    flagged.add(new Flagged(step, warning));
  }

  /** What happened, in words of its own. */
  void tell(LocalDate on, BilingualText text, String article) {
    events.add(
        new ClockEntry(
            on, ClockEntry.ClockDayKind.EVENT, text, article, calendar.versionOf(on.getYear())));
  }
}
