package disclosure.requests.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.state.ApplicationAnswer;
import disclosure.requests.store.state.DerivedState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An application as its organ sees it.
 *
 * @param answer what the client that recorded it was told, as of now
 * @param applicant who applies, masked
 * @param subject what is asked for
 * @param recordedBy the client that logged it
 * @param onBehalfOf for whom
 * @param recordedAt when
 * @param steps every step ever recorded, with its number, what it corrects, who recorded it, for
 *     whom and when
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ApplicationView(
    @JsonUnwrapped ApplicationAnswer answer,
    MaskedApplicant applicant,
    Optional<String> subject,
    String recordedBy,
    Optional<String> onBehalfOf,
    Instant recordedAt,
    List<ObjectNode> steps) {

  static ApplicationView of(
      StoredApplication stored, DerivedState derived, PersonalDataCipher cipher) {
    return new ApplicationView(
        ApplicationAnswer.of(
            stored.id(), stored.version(), stored.sourceReference(), stored.application(), derived),
        stored.applicant().masked(stored.id(), cipher),
        stored.subject(),
        stored.recording().clientId(),
        stored.recording().onBehalfOf(),
        stored.recording().at(),
        StepView.of(stored));
  }
}
