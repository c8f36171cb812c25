package disclosure.requests.store;

import disclosure.edge.Refusal;
import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.note.ReceiptNotes;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.format.StepFormat;
import disclosure.requests.store.state.Transfers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An application as the register holds it.
 *
 * @param id the register's id
 * @param version grows with every change
 * @param sourceReference the number given by the client that recorded it
 * @param facts what its row says
 * @param steps every step ever recorded
 * @param understood its history; empty when this release doesn't understand all of it
 * @param applicant the encrypted applicant
 * @param notes what is noted of its receipt
 * @param transfers its other sides, where an organ handed it to another
 * @param subject what is asked for
 * @param recording who logged the application
 * @param stepRecordings who recorded the steps, in their order
 */
public record StoredApplication(
    UUID id,
    long version,
    String sourceReference,
    StoredFacts facts,
    List<StoredStep> steps,
    Optional<Application> understood,
    SealedApplicant applicant,
    ReceiptNotes notes,
    Transfers transfers,
    Optional<String> subject,
    Recording recording,
    List<Recording> stepRecordings) {

  public OrganCode organCode() {
    return facts.organCode();
  }

  /**
   * Its history.
   *
   * @throws Refusal 503 when this release doesn't understand all of it
   */
  public Application application() {
    return understood.orElseThrow(NewerRelease::refusal);
  }

  /** Whether the last step says the same and was recorded by the same client. */
  public boolean endsWith(NewStep step, String clientId) {
    int last = stepRecordings.size();
    return last > 0 && stepRecordings.get(last - 1).clientId().equals(clientId) && has(step, last);
  }

  /** The office's number as it was after the step of that number; empty where that is forgotten. */
  Optional<String> sourceReferenceAfter(int sequence) {
    return steps.stream()
        .filter(step -> step.sequence() > sequence)
        .flatMap(step -> step.replacedReference().stream())
        .findFirst()
        .or(() -> Optional.of(sourceReference))
        .filter(reference -> !reference.equals(StepFormat.FORGOTTEN));
  }

  /** Whether the step of that number says the same. */
  public boolean has(NewStep step, int sequence) {
    return steps.get(sequence - 1).says(step);
  }
}
