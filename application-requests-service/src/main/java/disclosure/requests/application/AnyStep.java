package disclosure.requests.application;

import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionReceived;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.ReasonsRequested;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Some step of each kind, to ask the rules about the kind; what it says is nothing. */
final class AnyStep {

  private static final UUID NO_DISPUTE = new UUID(0, 0);

  private AnyStep() {}

  static Step of(StepType type, LocalDate on, Receipt receipt) {
    return switch (type) {
      case CORRECTION_REQUESTED -> new CorrectionRequested(on, Optional.empty());
      case CORRECTION_RECEIVED -> new CorrectionReceived(on);
      case THIRD_PARTY_CONSULTED -> new ThirdPartyConsulted(on, Optional.empty());
      case THIRD_PARTY_REPLIED -> new ThirdPartyReplied(on, Optional.empty());
      case OTHER_ORGAN_CONSULTED -> new OtherOrganConsulted(on, false, Optional.empty());
      case OTHER_ORGAN_REPLIED -> new OtherOrganReplied(on, Optional.empty());
      case EXTENDED -> new Extended(on, 1, Optional.empty());
      case REASONS_REQUESTED -> new ReasonsRequested(on);
      case REASONS_GIVEN -> new ReasonsGiven(on, Optional.empty());
      case FEE_NOTIFIED ->
          new FeeNotified(on, Optional.empty(), FeeBasis.BY_ITEM, Optional.empty(), Yuan.ZERO);
      case FEE_PAID -> new FeePaid(on, Yuan.ZERO);
      case CONCLUDED ->
          new Concluded(
              on, Outcome.DISCLOSED, Optional.empty(), Optional.empty(), Optional.empty());
      case ANSWERED_AGAIN -> new AnsweredAgain(on, Outcome.DISCLOSED, NO_DISPUTE);
      case RECLASSIFIED -> new Reclassified(on, receipt.applicantType(), "");
      case VOIDED -> new Voided(on, "");
      case RECEIPT_CORRECTED ->
          new ReceiptCorrected(
              on, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), "");
      case TRANSFERRED -> new Transferred(on, receipt.organCode(), Optional.empty(), "");
    };
  }
}
