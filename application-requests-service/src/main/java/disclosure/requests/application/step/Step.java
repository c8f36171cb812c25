package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;

/**
 * 办理环节: one fact in the life of an application, as it was reported. What may follow what is decided
 * by {@code Application}, not here.
 */
public sealed interface Step
    permits CorrectionRequested,
        CorrectionReceived,
        ThirdPartyConsulted,
        ThirdPartyReplied,
        OtherOrganConsulted,
        OtherOrganReplied,
        Extended,
        ReasonsRequested,
        ReasonsGiven,
        FeeNotified,
        FeePaid,
        Concluded,
        AnsweredAgain,
        Reclassified,
        Voided,
        ReceiptCorrected,
        Transferred {

  /** The day the fact happened, Asia/Shanghai; never the day it was typed in. */
  LocalDate on();

  /** The kind of step, as the contract names it. */
  StepType type();

  /** Lets the visitor answer for this kind. */
  <R> R accept(StepVisitor<R> visitor);
}
