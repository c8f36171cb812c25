package disclosure.requests.store.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import disclosure.requests.application.Application;
import disclosure.requests.application.Gap;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.Warning;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.lookup.PossibleDuplicate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * What a client is told of an application that it recorded; holds no personal data and no text of
 * the applicant's.
 *
 * @param id the register's id
 * @param version grows with every change; also the ETag
 * @param status where it stands
 * @param dueOn the last day for the answer; absent while the clock waits, and at the end
 * @param dueProvisional whether {@code dueOn} rests on a year without an announced calendar
 * @param organCode the organ that must answer
 * @param sourceReference the client's own number
 * @param receivedOn the day of receipt
 * @param channel how it came in
 * @param applicantType the column it counts in
 * @param outcome present if concluded
 * @param concludedOn present if concluded
 * @param answerDueOn once concluded, the last day that the answer had to keep; absent where the
 *     clock waited when it went out
 * @param imported whether the history was taken over from another system
 * @param transferredFrom the application that it was with the organ that handed it over
 * @param transferredTo the application that it is with the organ that it was handed to; it counts
 *     there alone
 * @param gaps what an imported history lacks; absent when nothing
 * @param warnings what was done out of time or against the law; absent when nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "version", "status", "dueOn", "dueProvisional"})
@Schema(
    properties =
        @SchemaProperty(
            name = "possibleDuplicate",
            type = SchemaType.ARRAY,
            implementation = PossibleDuplicate.class,
            description =
                "in what an earlier application of the organ is like a new one; absent when there"
                    + " is none"))
public record ApplicationAnswer(
    UUID id,
    long version,
    ApplicationStatus status,
    Optional<LocalDate> dueOn,
    boolean dueProvisional,
    OrganCode organCode,
    String sourceReference,
    LocalDate receivedOn,
    Channel channel,
    ApplicantType applicantType,
    Optional<Outcome> outcome,
    Optional<LocalDate> concludedOn,
    Optional<LocalDate> answerDueOn,
    boolean imported,
    Optional<Transfers.Counterpart> transferredFrom,
    Optional<Transfers.Counterpart> transferredTo,
    Set<Gap> gaps,
    List<StepWarning> warnings) {

  /**
   * A step that was recorded though the law forbids it.
   *
   * @param step its number
   * @param code the rule
   * @param text the rule in words
   * @param article what it rests on
   */
  public record StepWarning(int step, String code, String text, String article) {

    private static StepWarning of(Warning warning) {
      return new StepWarning(
          warning.step(), warning.code(), warning.text().zh(), warning.article());
    }
  }

  public static ApplicationAnswer of(
      UUID id,
      long version,
      String sourceReference,
      Application application,
      DerivedState derived,
      Transfers transfers) {
    Receipt receipt = application.receipt();
    return new ApplicationAnswer(
        id,
        version,
        derived.status(),
        derived.dueOn(),
        derived.dueProvisional(),
        receipt.organCode(),
        sourceReference,
        receipt.receivedOn(),
        receipt.channel(),
        derived.applicantType(),
        derived.outcome(),
        derived.concludedOn(),
        derived.processing().answerDueOn(),
        receipt.imported(),
        transfers.from(),
        transfers.to(),
        application.gaps(),
        derived.warnings().stream().map(StepWarning::of).toList());
  }
}
