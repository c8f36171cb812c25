package disclosure.requests.application.note;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is noted of a step for the file. Neither the clock nor a count depends on it, and all of it
 * may be missing.
 *
 * @param documentNumber 文号 of the answer
 * @param servedOn the day the answer was served
 * @param servedBy on which way (《条例》第三十六条、第四十条)
 * @param namedOrgan the organ that was named to the applicant as the right one (《条例》第三十六条第五项)
 * @param otherReason why an application ended as 其他处理
 * @param opinion what the third party answered (《条例》第三十二条)
 * @param opinionReason the grounds on which the third party refuses
 */
public record StepNotes(
    Optional<String> documentNumber,
    Optional<LocalDate> servedOn,
    Optional<DeliveryWay> servedBy,
    Optional<String> namedOrgan,
    Optional<OtherHandlingReason> otherReason,
    Optional<ThirdPartyOpinion> opinion,
    Optional<String> opinionReason) {

  /** Nothing is noted. */
  public static final StepNotes NONE =
      new StepNotes(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Nothing is null. */
  public StepNotes {
    Objects.requireNonNull(documentNumber, "documentNumber");
    Objects.requireNonNull(servedOn, "servedOn");
    Objects.requireNonNull(servedBy, "servedBy");
    Objects.requireNonNull(namedOrgan, "namedOrgan");
    Objects.requireNonNull(otherReason, "otherReason");
    Objects.requireNonNull(opinion, "opinion");
    Objects.requireNonNull(opinionReason, "opinionReason");
  }
}
