package disclosure.requests.steps;

import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.personaldata.OtherPersons;
import disclosure.requests.personaldata.OtherPersons.Person;
import disclosure.requests.store.state.ReceiptValues;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
 * @param outcome the row of the form; CONCLUDED, ANSWERED_AGAIN
 * @param consultationWaivedReason why no third party was consulted; CONCLUDED
 * @param specialLaw the law with its own way of access; CONCLUDED
 * @param notServedReason why the answer never reached the applicant, who is then still without one;
 *     CONCLUDED
 * @param dispute the id of the dispute that the new answer follows from; ANSWERED_AGAIN
 * @param documentNumber 文号 of the answer; CONCLUDED, ANSWERED_AGAIN
 * @param servedOn the day the answer was served; CONCLUDED
 * @param servedBy on which way (《条例》第三十六条、第四十条); CONCLUDED
 * @param namedOrgan the organ that was named as the right one (《条例》第三十六条第五项); CONCLUDED
 * @param otherReason why it ended as OTHER_HANDLING; CONCLUDED
 * @param opinion what the third party answered (《条例》第三十二条); THIRD_PARTY_REPLIED
 * @param opinionReason the grounds on which it refuses; THIRD_PARTY_REPLIED
 * @param applicantType the right column; RECLASSIFIED
 * @param reason for the file; RECLASSIFIED, VOIDED, RECEIPT_CORRECTED, TRANSFERRED
 * @param receivedOn the right day of receipt; RECEIPT_CORRECTED
 * @param channel the right way in which it came in; RECEIPT_CORRECTED
 * @param sourceReference the right number of the office's own, RECEIPT_CORRECTED; that of the
 *     receiving organ, if it has another, TRANSFERRED
 * @param subject what is rightly asked for; RECEIPT_CORRECTED
 * @param applicant what was wrong of the applicant; RECEIPT_CORRECTED
 * @param submittedOn the right day on which it was handed in or sent; RECEIPT_CORRECTED
 * @param oral whether it was made by word of mouth; RECEIPT_CORRECTED
 * @param requestedForm the form rightly asked for; RECEIPT_CORRECTED
 * @param requestedWay the way rightly asked for; RECEIPT_CORRECTED
 * @param remove what was not received at all, and is taken away; RECEIPT_CORRECTED
 * @param toOrgan the organ whose it is; TRANSFERRED
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
    Optional<UUID> dispute,
    Optional<@Size(min = 1, max = 100) String> documentNumber,
    Optional<LocalDate> servedOn,
    Optional<DeliveryWay> servedBy,
    Optional<@Size(min = 1, max = 200) String> namedOrgan,
    Optional<OtherHandlingReason> otherReason,
    Optional<ThirdPartyOpinion> opinion,
    Optional<@Size(min = 1, max = 2000) String> opinionReason,
    Optional<ApplicantType> applicantType,
    Optional<@Size(min = 1, max = 2000) String> reason,
    Optional<LocalDate> receivedOn,
    Optional<Channel> channel,
    Optional<@Pattern(regexp = "(?s).*\\S.*") @Size(max = 128) String> sourceReference,
    Optional<@Size(min = 1, max = 4000) String> subject,
    Optional<@Valid RightApplicant> applicant,
    Optional<LocalDate> submittedOn,
    Optional<Boolean> oral,
    Optional<InformationForm> requestedForm,
    Optional<DeliveryWay> requestedWay,
    Optional<@Size(min = 1, max = 10) Set<ReceiptDetail>> remove,
    Optional<OrganCode> toOrgan) {

  /**
   * The right values of the applicant; what is absent stands as it is.
   *
   * @param type the column of the form
   * @param name 姓名或者名称
   * @param identityNumber 身份证明: the number of the proof
   * @param contact 联系方式
   * @param jointApplicants 共同申请人: all of them
   * @param agent 代理人
   */
  public record RightApplicant(
      Optional<ApplicantType> type,
      Optional<@Size(min = 1, max = 200) String> name,
      Optional<@Size(min = 1, max = 64) String> identityNumber,
      Optional<@Size(min = 1, max = 500) String> contact,
      Optional<@Size(min = 1, max = OtherPersons.MAX_JOINT_APPLICANTS) List<@NotNull @Valid Person>>
          jointApplicants,
      Optional<@Valid Person> agent) {

    /** Without the person: such a text ends up in logs. */
    @Override
    public String toString() {
      return "RightApplicant[" + type + "]";
    }
  }

  /** More steps than any real application has. */
  public static final int MAX_STEPS = 500;

  /** What of a receipt can't stand in a step. */
  ReceiptValues values() {
    if (type != StepType.RECEIPT_CORRECTED) {
      return ReceiptValues.NONE;
    }
    return new ReceiptValues(
        sourceReference,
        subject,
        applicant.flatMap(RightApplicant::name),
        applicant.flatMap(RightApplicant::identityNumber),
        applicant.flatMap(RightApplicant::contact),
        applicant.flatMap(RightApplicant::jointApplicants),
        applicant.flatMap(RightApplicant::agent),
        remove.orElse(Set.of()));
  }

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
        Map.entry("dispute", dispute),
        Map.entry("documentNumber", documentNumber),
        Map.entry("servedOn", servedOn),
        Map.entry("servedBy", servedBy),
        Map.entry("namedOrgan", namedOrgan),
        Map.entry("otherReason", otherReason),
        Map.entry("opinion", opinion),
        Map.entry("opinionReason", opinionReason),
        Map.entry("applicantType", applicantType),
        Map.entry("reason", reason),
        Map.entry("receivedOn", receivedOn),
        Map.entry("channel", channel),
        Map.entry("sourceReference", sourceReference),
        Map.entry("subject", subject),
        Map.entry("applicant", applicant),
        Map.entry("submittedOn", submittedOn),
        Map.entry("oral", oral),
        Map.entry("requestedForm", requestedForm),
        Map.entry("requestedWay", requestedWay),
        Map.entry("remove", remove),
        Map.entry("toOrgan", toOrgan));
  }
}
