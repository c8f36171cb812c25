package disclosure.requests.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.personaldata.PersonalDataCipher;
import java.util.List;
import java.util.Optional;

/**
 * An application as its organ sees it.
 *
 * @param standing what the client that recorded it was told, as of now
 * @param applicant who applies, masked
 * @param subject what is asked for
 * @param steps every step ever recorded, with its number and what it corrects
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ApplicationView(
    @JsonUnwrapped ApplicationAnswer standing,
    MaskedApplicant applicant,
    Optional<String> subject,
    List<ObjectNode> steps) {

  static ApplicationView of(
      StoredApplication stored, Standing standing, PersonalDataCipher cipher) {
    return new ApplicationView(
        ApplicationAnswer.of(
            stored.id(),
            stored.version(),
            stored.sourceReference(),
            stored.application(),
            standing),
        stored.applicant().masked(stored.id(), cipher),
        stored.subject(),
        stored.application().steps().stream().map(ApplicationView::json).toList());
  }

  private static ObjectNode json(RecordedStep recorded) {
    ObjectNode json = StepJson.write(recorded.step());
    json.put("sequence", recorded.sequence());
    recorded.corrects().ifPresent(sequence -> json.put("corrects", sequence));
    return json;
  }
}
