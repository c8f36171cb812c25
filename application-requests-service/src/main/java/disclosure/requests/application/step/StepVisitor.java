package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;

/**
 * One answer for each kind of {@link Step}, so that a new kind breaks the build wherever it is not
 * yet thought of.
 *
 * @param <R> what the answer is; {@link Void} when there is none
 */
public interface StepVisitor<R> {

  /** Answers for {@link StepType#CORRECTION_REQUESTED}. */
  R correctionRequested(CorrectionRequested step);

  /** Answers for {@link StepType#CORRECTION_RECEIVED}. */
  R correctionReceived(CorrectionReceived step);

  /** Answers for {@link StepType#THIRD_PARTY_CONSULTED}. */
  R thirdPartyConsulted(ThirdPartyConsulted step);

  /** Answers for {@link StepType#THIRD_PARTY_REPLIED}. */
  R thirdPartyReplied(ThirdPartyReplied step);

  /** Answers for {@link StepType#OTHER_ORGAN_CONSULTED}. */
  R otherOrganConsulted(OtherOrganConsulted step);

  /** Answers for {@link StepType#OTHER_ORGAN_REPLIED}. */
  R otherOrganReplied(OtherOrganReplied step);

  /** Answers for {@link StepType#EXTENDED}. */
  R extended(Extended step);

  /** Answers for {@link StepType#REASONS_REQUESTED}. */
  R reasonsRequested(ReasonsRequested step);

  /** Answers for {@link StepType#REASONS_GIVEN}. */
  R reasonsGiven(ReasonsGiven step);

  /** Answers for {@link StepType#FEE_NOTIFIED}. */
  R feeNotified(FeeNotified step);

  /** Answers for {@link StepType#FEE_PAID}. */
  R feePaid(FeePaid step);

  /** Answers for {@link StepType#CONCLUDED}. */
  R concluded(Concluded step);

  /** Answers for {@link StepType#ANSWERED_AGAIN}. */
  R answeredAgain(AnsweredAgain step);

  /** Answers for {@link StepType#RECLASSIFIED}. */
  R reclassified(Reclassified step);

  /** Answers for {@link StepType#VOIDED}. */
  R voided(Voided step);

  /** Answers for {@link StepType#RECEIPT_CORRECTED}. */
  R receiptCorrected(ReceiptCorrected step);

  /** Answers for {@link StepType#TRANSFERRED}. */
  R transferred(Transferred step);
}
