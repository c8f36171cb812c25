package disclosure.requests.search.found;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.StepNotes;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is noted of the answer that stands.
 *
 * @param documentNumber 文号
 * @param servedOn the day it was served
 * @param servedBy on which way
 * @param namedOrgan the organ that was named as the right one (《条例》第三十六条第五项)
 * @param otherReason why it ended as 其他处理
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FoundAnswer(
    Optional<String> documentNumber,
    Optional<LocalDate> servedOn,
    Optional<DeliveryWay> servedBy,
    Optional<String> namedOrgan,
    Optional<OtherHandlingReason> otherReason) {

  public static FoundAnswer of(StepNotes notes) {
    return new FoundAnswer(
        notes.documentNumber(),
        notes.servedOn(),
        notes.servedBy(),
        notes.namedOrgan(),
        notes.otherReason());
  }
}
