package disclosure.requests.registration.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.state.ApplicationAnswer;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.state.DueDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An application as its organ sees it.
 *
 * @param answer what the client that recorded it was told, as of now
 * @param organName the organ's present name; set of one that is read alone
 * @param late whether it is overdue, or was answered after {@code answerDueOn}; set of one that is
 *     read alone
 * @param applicant who applies, masked
 * @param subject what is asked for
 * @param submittedOn the day it was handed in or sent, where it was received later
 * @param oral whether the office wrote it down; absent when it didn't
 * @param requestedForm in which form the information is asked for
 * @param requestedWay on which way
 * @param recordedBy the client that logged it
 * @param onBehalfOf for whom
 * @param person who signed in at the client
 * @param recordedAt when
 * @param possibleDuplicates other applications of the organ that are like this one
 * @param steps every step ever recorded, with its number, what it corrects, who recorded it, for
 *     whom and when
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ApplicationView(
    @JsonUnwrapped ApplicationAnswer answer,
    Optional<String> organName,
    Optional<Boolean> late,
    MaskedApplicant applicant,
    Optional<String> subject,
    Optional<LocalDate> submittedOn,
    Optional<Boolean> oral,
    Optional<InformationForm> requestedForm,
    Optional<DeliveryWay> requestedWay,
    String recordedBy,
    Optional<String> onBehalfOf,
    Optional<String> person,
    Instant recordedAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StoredSearchKeys.Alike> possibleDuplicates,
    List<ObjectNode> steps) {

  /** Defensive copies are kept. */
  public ApplicationView {
    possibleDuplicates = List.copyOf(possibleDuplicates);
    steps = List.copyOf(steps);
  }

  /** The same with what is told of one that is read alone. */
  public ApplicationView alone(DerivedState derived, String organ, LocalDate today) {
    return new ApplicationView(
        answer,
        Optional.of(organ),
        Optional.of(DueDays.of(derived).isLate(today)),
        applicant,
        subject,
        submittedOn,
        oral,
        requestedForm,
        requestedWay,
        recordedBy,
        onBehalfOf,
        person,
        recordedAt,
        possibleDuplicates,
        steps);
  }

  /** The application as it stands. */
  public static ApplicationView of(
      StoredApplication stored,
      DerivedState derived,
      PersonalDataCipher cipher,
      List<StoredSearchKeys.Alike> alike) {
    return new ApplicationView(
        ApplicationAnswer.of(
            stored.id(),
            stored.version(),
            stored.sourceReference(),
            stored.application(),
            derived,
            stored.transfers()),
        Optional.empty(),
        Optional.empty(),
        stored.applicant().masked(stored.id(), cipher),
        stored.subject(),
        stored.notes().submittedOn(),
        Optional.of(stored.notes().oral()).filter(oral -> oral),
        stored.notes().form(),
        stored.notes().way(),
        stored.recording().clientId(),
        stored.recording().onBehalfOf(),
        stored.recording().person(),
        stored.recording().at(),
        alike,
        StepView.of(stored));
  }
}
