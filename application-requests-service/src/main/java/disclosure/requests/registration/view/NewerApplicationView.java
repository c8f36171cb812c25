package disclosure.requests.registration.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.StoredFacts;
import disclosure.requests.store.StoredStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An application with steps that this release doesn't understand: told as the newer release left
 * it, in the fields of {@link ApplicationView} and in the newer release's codes. What would have to
 * be derived is missing.
 *
 * @param notUnderstood the numbers of the steps that only a newer release understands
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NewerApplicationView(
    UUID id,
    long version,
    String status,
    Optional<LocalDate> dueOn,
    boolean dueProvisional,
    OrganCode organCode,
    String sourceReference,
    LocalDate receivedOn,
    String channel,
    String applicantType,
    Optional<String> outcome,
    Optional<LocalDate> concludedOn,
    boolean imported,
    MaskedApplicant applicant,
    Optional<String> subject,
    String recordedBy,
    Optional<String> onBehalfOf,
    Instant recordedAt,
    List<ObjectNode> steps,
    List<Integer> notUnderstood) {

  /** Defensive copies are kept. */
  public NewerApplicationView {
    steps = List.copyOf(steps);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /** The application as far as it is understood. */
  public static NewerApplicationView of(StoredApplication stored, PersonalDataCipher cipher) {
    StoredFacts facts = stored.facts();
    return new NewerApplicationView(
        stored.id(),
        stored.version(),
        facts.status(),
        facts.dueOn(),
        facts.dueProvisional(),
        facts.organCode(),
        stored.sourceReference(),
        facts.receivedOn(),
        facts.channel(),
        facts.applicantType(),
        facts.outcome(),
        facts.concludedOn(),
        facts.imported(),
        stored.applicant().masked(stored.id(), cipher),
        stored.subject(),
        stored.recording().clientId(),
        stored.recording().onBehalfOf(),
        stored.recording().at(),
        StepView.of(stored),
        stored.steps().stream()
            .filter(step -> step.understood().isEmpty())
            .map(StoredStep::sequence)
            .toList());
  }
}
