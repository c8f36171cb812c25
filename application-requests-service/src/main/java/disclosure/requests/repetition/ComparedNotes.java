package disclosure.requests.repetition;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.Writing;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.fault.RegisterFault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a row of a ledger notes of a step that is registered: 文号, how and when the answer was
 * served, what a third party said. What it doesn't say makes no difference.
 */
final class ComparedNotes {

  private final StepNotes before;
  private final String place;
  private final List<Fault> differences = new ArrayList<>();
  private final StepNotes together;

  ComparedNotes(StepNotes before, StepNotes now, String place) {
    this.before = before;
    this.place = place;
    this.together =
        new StepNotes(
            one("documentNumber", before.documentNumber(), now.documentNumber(), text -> text),
            one("servedOn", before.servedOn(), now.servedOn(), LocalDate::toString),
            one("servedBy", before.servedBy(), now.servedBy(), DeliveryWay::label),
            before.namedOrgan(),
            before.otherReason(),
            one("opinion", before.opinion(), now.opinion(), ThirdPartyOpinion::label),
            before.opinionReason());
  }

  /** What the register has otherwise. */
  List<Fault> differences() {
    return differences;
  }

  /** Whether the row says more than the register. */
  boolean gained() {
    return !together.equals(before);
  }

  /** What both say. */
  StepNotes together() {
    return together;
  }

  private <T> Optional<T> one(
      String field, Optional<T> stored, Optional<T> said, Function<T, String> words) {
    if (stored.isPresent()
        && said.isPresent()
        && !Writing.of(words.apply(stored.get())).equals(Writing.of(words.apply(said.get())))) {
      differences.add(
          RegisterFault.REGISTERED_OTHERWISE.at(
              place + "." + field, Expected.oneOf(words.apply(stored.get()))));
    }
    return stored.or(() -> said);
  }
}
