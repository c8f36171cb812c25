package disclosure.requests.application;

import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.Step;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can't be true of the step that it is noted of. */
final class NoteRules {

  private NoteRules() {}

  static List<Broken> faultsOf(StepNotes notes, Step step, LocalDate today) {
    List<Broken> faults = new ArrayList<>();
    if (notes.servedOn().filter(today::isBefore).isPresent()) {
      faults.add(new Broken(BrokenRule.SERVED_IN_FUTURE, Bounds.atMost(today)));
    }
    if (notes.servedOn().filter(step.on()::isAfter).isPresent()) {
      faults.add(new Broken(BrokenRule.SERVED_BEFORE_ANSWER, Bounds.atLeast(step.on())));
    }
    if (notes.otherReason().isPresent()
        && !outcome(step).equals(Optional.of(Outcome.OTHER_HANDLING))) {
      faults.add(Broken.of(BrokenRule.OTHER_REASON_OF_ANOTHER_OUTCOME));
    }
    if (notes.opinionReason().isPresent()
        && !notes.opinion().equals(Optional.of(ThirdPartyOpinion.REFUSES))) {
      faults.add(Broken.of(BrokenRule.OPINION_REASON_WITHOUT_REFUSAL));
    }
    return faults;
  }

  private static Optional<Outcome> outcome(Step step) {
    if (step instanceof AnsweredAgain again) {
      return Optional.of(again.outcome());
    }
    return step instanceof Concluded concluded
        ? Optional.of(concluded.outcome())
        : Optional.empty();
  }
}
