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
import disclosure.requests.application.step.StepVisitor;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.fee.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an application stands after some of its effective steps; grows step by step. */
final class Progress implements StepVisitor<Void> {

  private final List<Integer> openThirdParties = new ArrayList<>();
  private final List<Integer> openOtherOrgans = new ArrayList<>();
  private int sequence;
  private ApplicantType applicantType;
  private Optional<CorrectionRequested> correctionNotice = Optional.empty();
  private boolean correctionReceived;
  private boolean thirdPartyConsulted;
  private boolean thirdPartyReplied;
  private boolean reasonsAwaited;
  private boolean extended;
  private boolean extendedInThisPeriod;
  private Optional<FeeNotified> feeNotice = Optional.empty();
  private Yuan paid = Yuan.ZERO;
  private Optional<Concluded> conclusion = Optional.empty();
  private boolean voided;
  private boolean transferred;

  Progress(Receipt receipt) {
    this.applicantType = receipt.applicantType();
  }

  Progress(Progress other) {
    this.openThirdParties.addAll(other.openThirdParties);
    this.openOtherOrgans.addAll(other.openOtherOrgans);
    this.sequence = other.sequence;
    this.applicantType = other.applicantType;
    this.correctionNotice = other.correctionNotice;
    this.correctionReceived = other.correctionReceived;
    this.thirdPartyConsulted = other.thirdPartyConsulted;
    this.thirdPartyReplied = other.thirdPartyReplied;
    this.reasonsAwaited = other.reasonsAwaited;
    this.extended = other.extended;
    this.extendedInThisPeriod = other.extendedInThisPeriod;
    this.feeNotice = other.feeNotice;
    this.paid = other.paid;
    this.conclusion = other.conclusion;
    this.voided = other.voided;
    this.transferred = other.transferred;
  }

  void apply(RecordedStep recorded) {
    sequence = recorded.sequence();
    recorded.step().accept(this);
  }

  ApplicationStatus status() {
    if (voided()) {
      return ApplicationStatus.VOIDED;
    }
    if (conclusion.isPresent()) {
      return ApplicationStatus.CONCLUDED;
    }
    if (correctionAwaited()) {
      return ApplicationStatus.AWAITING_CORRECTION;
    }
    if (feeAwaited()) {
      return ApplicationStatus.AWAITING_FEE;
    }
    if (!openThirdParties.isEmpty() || !openOtherOrgans.isEmpty()) {
      return ApplicationStatus.CONSULTING;
    }
    return reasonsAwaited ? ApplicationStatus.AWAITING_REASONS : ApplicationStatus.IN_PROGRESS;
  }

  ApplicantType applicantType() {
    return applicantType;
  }

  Optional<CorrectionRequested> correctionNotice() {
    return correctionNotice;
  }

  boolean correctionReceived() {
    return correctionReceived;
  }

  boolean correctionAwaited() {
    return correctionNotice.isPresent() && !correctionReceived;
  }

  boolean thirdPartyConsulted() {
    return thirdPartyConsulted;
  }

  boolean thirdPartyReplied() {
    return thirdPartyReplied;
  }

  List<Integer> openThirdParties() {
    return openThirdParties;
  }

  List<Integer> openOtherOrgans() {
    return openOtherOrgans;
  }

  boolean reasonsAwaited() {
    return reasonsAwaited;
  }

  boolean extended() {
    return extended;
  }

  /** Whether the time that runs now was extended; a restart gives a time that was not. */
  boolean extendedInThisPeriod() {
    return extendedInThisPeriod;
  }

  Optional<FeeNotified> feeNotice() {
    return feeNotice;
  }

  boolean feeAwaited() {
    return feeNotice.isPresent() && paid.compareTo(feeNotice.get().amount()) < 0;
  }

  Yuan paid() {
    return paid;
  }

  Optional<Concluded> conclusion() {
    return conclusion;
  }

  /** Whether it counts nowhere any more, here. */
  boolean voided() {
    return voided || transferred;
  }

  /** What is broken by whatever comes after the end. */
  Optional<BrokenRule> afterEnd() {
    if (transferred) {
      return Optional.of(BrokenRule.AFTER_TRANSFER);
    }
    return voided ? Optional.of(BrokenRule.AFTER_VOIDING) : Optional.empty();
  }

  @Override
  public Void correctionRequested(CorrectionRequested step) {
    correctionNotice = Optional.of(step);
    return null;
  }

  @Override
  public Void correctionReceived(CorrectionReceived step) {
    correctionReceived = true;
    extendedInThisPeriod = false;
    return null;
  }

  @Override
  public Void thirdPartyConsulted(ThirdPartyConsulted step) {
    thirdPartyConsulted = true;
    openThirdParties.add(sequence);
    return null;
  }

  @Override
  public Void thirdPartyReplied(ThirdPartyReplied step) {
    thirdPartyReplied = true;
    close(openThirdParties, step.consultation());
    return null;
  }

  @Override
  public Void otherOrganConsulted(OtherOrganConsulted step) {
    openOtherOrgans.add(sequence);
    return null;
  }

  @Override
  public Void otherOrganReplied(OtherOrganReplied step) {
    close(openOtherOrgans, step.consultation());
    return null;
  }

  @Override
  public Void extended(Extended step) {
    extended = true;
    extendedInThisPeriod = true;
    return null;
  }

  @Override
  public Void reasonsRequested(ReasonsRequested step) {
    reasonsAwaited = true;
    return null;
  }

  @Override
  public Void reasonsGiven(ReasonsGiven step) {
    reasonsAwaited = false;
    if (step.deferredTo().isPresent()) {
      extendedInThisPeriod = false;
    }
    return null;
  }

  @Override
  public Void feeNotified(FeeNotified step) {
    feeNotice = Optional.of(step);
    return null;
  }

  @Override
  public Void feePaid(FeePaid step) {
    paid = paid.plus(step.amount());
    if (!feeAwaited()) {
      extendedInThisPeriod = false;
    }
    return null;
  }

  @Override
  public Void concluded(Concluded step) {
    conclusion = Optional.of(step);
    return null;
  }

  /** The policy FIGURES_STAY: what was counted stays counted. */
  @Override
  public Void answeredAgain(AnsweredAgain step) {
    return null;
  }

  @Override
  public Void reclassified(Reclassified step) {
    applicantType = step.applicantType();
    return null;
  }

  @Override
  public Void voided(Voided step) {
    voided = true;
    return null;
  }

  @Override
  public Void receiptCorrected(ReceiptCorrected step) {
    applicantType = step.applicantType().orElse(applicantType);
    return null;
  }

  @Override
  public Void transferred(Transferred step) {
    transferred = true;
    return null;
  }

  private static void close(List<Integer> open, Optional<Integer> answered) {
    if (answered.isPresent()) {
      open.remove(answered.get());
    } else if (!open.isEmpty()) {
      open.remove(0);
    }
  }
}
