package disclosure.requests.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.search.found.FoundAnswer;
import disclosure.requests.search.found.FoundCounterpart;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a list, in the codes of whichever release wrote them.
 *
 * @param organName the organ's present name
 * @param dueOn the last day for the answer, after the answer the one that it had to keep; absent
 *     while the clock waits, and where it waited when the answer went out
 * @param dueProvisional whether {@code dueOn} rests on a year without an announced calendar
 * @param overdue whether {@code dueOn} has passed without an answer
 * @param late whether it is overdue, or was answered after {@code dueOn}
 * @param workingDaysLeft working days after today up to {@code dueOn}; negative when it has passed
 * @param applicant masked
 * @param handler who handles it
 * @param submittedOn the day it was handed in or sent, where it was received later
 * @param oral whether the office wrote it down
 * @param requestedForm in which form the information is asked for
 * @param requestedWay on which way
 * @param answer what is noted of the answer that stands
 * @param thirdPartyOpinion what the third party answered last
 * @param transferredFrom with whom it was before, who handed it over
 * @param transferredTo with whom it is now; it counts there alone
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FoundApplication(
    UUID id,
    long version,
    OrganCode organCode,
    String organName,
    String sourceReference,
    LocalDate receivedOn,
    @Schema(type = SchemaType.STRING) String channel,
    @Schema(type = SchemaType.STRING) String applicantType,
    MaskedApplicant applicant,
    Optional<String> subject,
    @Schema(type = SchemaType.STRING) String status,
    Optional<LocalDate> dueOn,
    boolean dueProvisional,
    boolean overdue,
    boolean late,
    Optional<Integer> workingDaysLeft,
    boolean extended,
    @Schema(type = SchemaType.STRING) Optional<String> outcome,
    Optional<LocalDate> concludedOn,
    boolean imported,
    Optional<String> handler,
    Optional<LocalDate> submittedOn,
    boolean oral,
    @Schema(type = SchemaType.STRING) Optional<String> requestedForm,
    @Schema(type = SchemaType.STRING) Optional<String> requestedWay,
    Optional<FoundAnswer> answer,
    Optional<ThirdPartyOpinion> thirdPartyOpinion,
    Optional<FoundCounterpart> transferredFrom,
    Optional<FoundCounterpart> transferredTo) {

  /** Where the application stands in the order. */
  PageToken pageToken(Order order) {
    return new PageToken(
        order,
        switch (order) {
          case RECEIVED, OLDEST -> receivedOn;
          case DUE -> dueOn.orElseThrow();
        },
        id);
  }
}
