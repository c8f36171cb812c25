package disclosure.requests.steps;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A step as JSON. Which of the attributes a step has depends on its type.
 *
 * @param type the kind of step
 * @param on the day it happened
 * @param corrects the number of the earlier step in whose place it stands
 * @param onBehalfOf the office, unit or clerk for whom the client records it
 * @param deadline the last day to correct; CORRECTION_REQUESTED
 * @param deliveredOn the day the letter was delivered; THIRD_PARTY_CONSULTED,
 *     OTHER_ORGAN_CONSULTED, FEE_NOTIFIED
 * @param consultation the number of the consultation answered; THIRD_PARTY_REPLIED,
 *     OTHER_ORGAN_REPLIED
 * @param coProducer whether the other organ made the information too; OTHER_ORGAN_CONSULTED
 * @param workingDays 1 to 20, more doesn't count; EXTENDED
 * @param approvedBy the approval's number or office; EXTENDED
 * @param deferredTo the later day for the answer; REASONS_GIVEN
 * @param basis by item or by page; FEE_NOTIFIED
 * @param quantity items or pages; FEE_NOTIFIED
 * @param amount in yuan; FEE_NOTIFIED, FEE_PAID
 * @param outcome the row of the form; CONCLUDED
 * @param consultationWaivedReason why no third party was consulted; CONCLUDED
 * @param specialLaw the law with its own way of access; CONCLUDED
 * @param notServedReason why the answer never reached the applicant, who is then still without
 *     one; CONCLUDED
 * @param applicantType the right column; RECLASSIFIED
 * @param reason for the file; RECLASSIFIED, VOIDED
 */
public record StepRequest(
    @NotNull StepType type,
    @NotNull LocalDate on,
    Optional<@Min(1) @Max(MAX_STEPS) Integer> corrects,
    Optional<@Size(min = 1, max = 100) String> onBehalfOf,
    Optional<LocalDate> deadline,
    Optional<LocalDate> deliveredOn,
    Optional<@Min(1) @Max(MAX_STEPS) Integer> consultation,
    Optional<Boolean> coProducer,
    Optional<Integer> workingDays,
    Optional<@Size(min = 1, max = 200) String> approvedBy,
    Optional<LocalDate> deferredTo,
    Optional<FeeBasis> basis,
    Optional<Integer> quantity,
    Optional<@DecimalMin("0") @Digits(integer = 9, fraction = 2) BigDecimal> amount,
    Optional<Outcome> outcome,
    Optional<@Size(min = 1, max = 2000) String> consultationWaivedReason,
    Optional<@Size(min = 1, max = 200) String> specialLaw,
    Optional<@Size(min = 1, max = 2000) String> notServedReason,
    Optional<ApplicantType> applicantType,
    Optional<@Size(min = 1, max = 2000) String> reason) {

  /** More steps than any real application has. */
  public static final int MAX_STEPS = 500;

  /** Every attribute that some types of step have and others have not, by name. */
  Map<String, Optional<?>> attributes() {
    return Map.ofEntries(
        Map.entry("deadline", deadline),
        Map.entry("deliveredOn", deliveredOn),
        Map.entry("consultation", consultation),
        Map.entry("coProducer", coProducer),
        Map.entry("workingDays", workingDays),
        Map.entry("approvedBy", approvedBy),
        Map.entry("deferredTo", deferredTo),
        Map.entry("basis", basis),
        Map.entry("quantity", quantity),
        Map.entry("amount", amount),
        Map.entry("outcome", outcome),
        Map.entry("consultationWaivedReason", consultationWaivedReason),
        Map.entry("specialLaw", specialLaw),
        Map.entry("notServedReason", notServedReason),
        Map.entry("applicantType", applicantType),
        Map.entry("reason", reason));
  }
}
