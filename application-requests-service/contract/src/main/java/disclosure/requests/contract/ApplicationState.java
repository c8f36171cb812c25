package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that statistics may know of one application, as it stands after one change. It carries no
 * personal data and no text of the applicant's: ids, codes, dates and a version.
 *
 * @param applicationId the register's id; the key of the Kafka record
 * @param version from 1, grown by every change under the application's row lock; a reader applies a
 *     state only when its version is greater than the one it holds, and must expect gaps
 * @param organCode the organ that the application counts under
 * @param applicantType the column that it counts in
 * @param channel how it came in
 * @param receivedOn the day of receipt (《条例》第三十一条), Asia/Shanghai
 * @param status where it stands
 * @param outcome present if and only if the status is {@link ApplicationStatus#CONCLUDED}
 * @param concludedOn the day of the answer; present with the outcome, never before {@code
 *     receivedOn}
 * @param dueOn the last day for the answer as the clock stands; absent while the clock waits for
 *     somebody outside, and once the application is concluded or voided
 * @param dueProvisional whether {@code dueOn} rests on a year whose holidays are not yet announced
 * @param extended whether the time for the answer was extended (《条例》第三十三条)
 * @param imported whether the history was taken over from another system and may have known gaps
 * @param recordedAt when the change was recorded
 * @param answerDueOn once concluded, the last day that the answer had to keep; absent when the
 *     clock waited for somebody outside at the time, so that the answer can't have been late
 * @param workingDays once concluded, the working days from receipt to answer on which the clock
 *     didn't wait for somebody outside; absent in states that were recorded before it was told
 * @param fees the fee notices and payments that stand, by date
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ApplicationState(
    @JsonProperty(required = true) UUID applicationId,
    @JsonProperty(required = true) long version,
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) ApplicantType applicantType,
    @JsonProperty(required = true) Channel channel,
    @JsonProperty(required = true) LocalDate receivedOn,
    @JsonProperty(required = true) ApplicationStatus status,
    Optional<Outcome> outcome,
    Optional<LocalDate> concludedOn,
    Optional<LocalDate> dueOn,
    @JsonProperty(required = true) boolean dueProvisional,
    @JsonProperty(required = true) boolean extended,
    @JsonProperty(required = true) boolean imported,
    @JsonProperty(required = true) Instant recordedAt,
    Optional<LocalDate> answerDueOn,
    Optional<Integer> workingDays,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FeeEntry> fees) {

  /**
   * @throws IllegalArgumentException when the parts contradict each other
   */
  public ApplicationState {
    Contracts.present("applicationId", applicationId);
    Contracts.present("organCode", organCode);
    Contracts.present("applicantType", applicantType);
    Contracts.present("channel", channel);
    Contracts.present("receivedOn", receivedOn);
    Contracts.present("status", status);
    Contracts.present("recordedAt", recordedAt);
    outcome = Contracts.optional(outcome);
    concludedOn = Contracts.optional(concludedOn);
    dueOn = Contracts.optional(dueOn);
    answerDueOn = Contracts.optional(answerDueOn);
    workingDays = Contracts.optional(workingDays);
    fees = fees == null ? List.of() : List.copyOf(fees);
    Contracts.require(version >= 1, "version is below 1");
    boolean concluded = status == ApplicationStatus.CONCLUDED;
    Contracts.require(outcome.isPresent() == concluded, "outcome and status contradict each other");
    Contracts.require(
        concludedOn.isPresent() == concluded, "concludedOn and status contradict each other");
    if (concludedOn.isPresent()) {
      Contracts.require(!concludedOn.get().isBefore(receivedOn), "concluded before received");
    }
    Contracts.require(concluded || answerDueOn.isEmpty(), "answerDueOn before the conclusion");
    Contracts.require(concluded || workingDays.isEmpty(), "workingDays before the conclusion");
    Contracts.require(workingDays.orElse(0) >= 0, "workingDays is below 0");
  }

  /** A state of which nothing is told about the time taken and the fees. */
  public ApplicationState(
      UUID applicationId,
      long version,
      OrganCode organCode,
      ApplicantType applicantType,
      Channel channel,
      LocalDate receivedOn,
      ApplicationStatus status,
      Optional<Outcome> outcome,
      Optional<LocalDate> concludedOn,
      Optional<LocalDate> dueOn,
      boolean dueProvisional,
      boolean extended,
      boolean imported,
      Instant recordedAt) {
    this(
        applicationId,
        version,
        organCode,
        applicantType,
        channel,
        receivedOn,
        status,
        outcome,
        concludedOn,
        dueOn,
        dueProvisional,
        extended,
        imported,
        recordedAt,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same state with the time taken and the fees. */
  public ApplicationState with(
      Optional<LocalDate> dueForAnswer, Optional<Integer> days, List<FeeEntry> dated) {
    return new ApplicationState(
        applicationId,
        version,
        organCode,
        applicantType,
        channel,
        receivedOn,
        status,
        outcome,
        concludedOn,
        dueOn,
        dueProvisional,
        extended,
        imported,
        recordedAt,
        dueForAnswer,
        days,
        dated);
  }
}
