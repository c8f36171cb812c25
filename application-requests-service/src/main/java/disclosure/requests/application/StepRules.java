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
import disclosure.requests.application.step.StepVisitor;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which step may follow which (《条例》第三十条至第三十五条, 国办函〔2020〕109号). */
final class StepRules implements StepVisitor<Void> {

  private static final int LAWFUL_EXTENSION_WORKING_DAYS = 20;
  private static final int MAX_EXTENSION_WORKING_DAYS = 250;
  private static final int MAX_YEARS_AHEAD = 2;

  private final Receipt receipt;
  private final Deadlines deadlines;
  private final LocalDate today;
  private final Progress before;
  private final boolean recorded;
  private final List<Broken> faults = new ArrayList<>();

  private StepRules(
      Receipt receipt, Progress before, Deadlines deadlines, LocalDate today, boolean recorded) {
    this.receipt = receipt;
    this.before = before;
    this.deadlines = deadlines;
    this.today = today;
    this.recorded = recorded;
  }

  /**
   * Every rule that the step breaks, forgiven or not.
   *
   * @param previous the day of the step behind which it would come
   */
  static List<Broken> faultsOf(
      Step step,
      Receipt receipt,
      Optional<LocalDate> previous,
      Progress before,
      Deadlines deadlines,
      LocalDate today) {
    StepRules rules = new StepRules(receipt, before, deadlines, today, false);
    rules.checkDate(step, previous);
    if (!step.on().isAfter(today) && rules.mayStillFollow(step)) {
      step.accept(rules);
    }
    return List.copyOf(rules.faults);
  }

  /**
   * Every rule that a recorded step breaks by what was before it. What would be wrong with its day
   * or its amount whatever was before is not looked for: it was when the step was recorded.
   */
  static List<Broken> brokenBy(Step step, Receipt receipt, Progress before, Deadlines deadlines) {
    StepRules rules = new StepRules(receipt, before, deadlines, LocalDate.MAX, true);
    if (rules.mayStillFollow(step)) {
      step.accept(rules);
    }
    return List.copyOf(rules.faults);
  }

  /** The rules that a day of receipt breaks. */
  static List<Broken> faultsOfReceipt(LocalDate receivedOn, LocalDate today) {
    List<Broken> faults = new ArrayList<>();
    if (receivedOn.isBefore(Receipt.REGULATION_IN_FORCE)) {
      faults.add(
          new Broken(
              BrokenRule.RECEIVED_BEFORE_REGULATION,
              Bounds.between(Receipt.REGULATION_IN_FORCE, today)));
    }
    if (receivedOn.isAfter(today)) {
      faults.add(
          new Broken(
              BrokenRule.RECEIVED_IN_FUTURE, Bounds.between(Receipt.REGULATION_IN_FORCE, today)));
    }
    return faults;
  }

  private void checkDate(Step step, Optional<LocalDate> previous) {
    if (step.on().isAfter(today)) {
      add(BrokenRule.IN_FUTURE, Bounds.atMost(today));
    }
    if (step.on().isBefore(receipt.receivedOn())) {
      add(BrokenRule.BEFORE_RECEIPT, Bounds.atLeast(receipt.receivedOn()));
    }
    if (standsInLine(step)) {
      previous
          .filter(step.on()::isBefore)
          .ifPresent(day -> add(BrokenRule.BEFORE_PREVIOUS_STEP, Bounds.atLeast(day)));
    }
  }

  /** A correction of the receipt is about what was before all steps, whenever it is made. */
  static boolean standsInLine(Step step) {
    return !(step instanceof ReceiptCorrected);
  }

  private boolean mayStillFollow(Step step) {
    Optional<BrokenRule> afterEnd = before.afterEnd();
    if (afterEnd.isPresent()) {
      add(afterEnd.get());
      return false;
    }
    if (before.conclusion().isEmpty()
        || step instanceof Reclassified
        || step instanceof Voided
        || step instanceof ReceiptCorrected) {
      return true;
    }
    if (step instanceof AnsweredAgain) {
      return true;
    }
    add(step instanceof Concluded ? BrokenRule.ALREADY_CONCLUDED : BrokenRule.AFTER_CONCLUSION);
    return false;
  }

  @Override
  public Void correctionRequested(CorrectionRequested step) {
    breakIf(before.correctionNotice().isPresent(), BrokenRule.CORRECTION_ALREADY_REQUESTED);
    breakIf(step.deadline().isEmpty(), BrokenRule.CORRECTION_DEADLINE_REQUIRED);
    checkAhead(
        step.on(),
        step.deadline(),
        BrokenRule.CORRECTION_DEADLINE_NOT_AFTER_NOTICE,
        BrokenRule.CORRECTION_DEADLINE_TOO_FAR);
    return null;
  }

  @Override
  public Void correctionReceived(CorrectionReceived step) {
    breakIf(before.correctionNotice().isEmpty(), BrokenRule.NO_CORRECTION_REQUESTED);
    breakIf(before.correctionReceived(), BrokenRule.CORRECTION_ALREADY_RECEIVED);
    return null;
  }

  @Override
  public Void thirdPartyConsulted(ThirdPartyConsulted step) {
    checkDelivery(step.on(), step.deliveredOn());
    return null;
  }

  @Override
  public Void thirdPartyReplied(ThirdPartyReplied step) {
    checkReply(before.openThirdParties(), step.consultation());
    return null;
  }

  @Override
  public Void otherOrganConsulted(OtherOrganConsulted step) {
    checkDelivery(step.on(), step.deliveredOn());
    return null;
  }

  @Override
  public Void otherOrganReplied(OtherOrganReplied step) {
    checkReply(before.openOtherOrgans(), step.consultation());
    return null;
  }

  @Override
  public Void extended(Extended step) {
    if (step.workingDays() < 1 || step.workingDays() > MAX_EXTENSION_WORKING_DAYS) {
      add(BrokenRule.EXTENSION_OUT_OF_RANGE, Bounds.between(1, MAX_EXTENSION_WORKING_DAYS));
    }
    breakIf(
        step.workingDays() > LAWFUL_EXTENSION_WORKING_DAYS
            && step.workingDays() <= MAX_EXTENSION_WORKING_DAYS,
        BrokenRule.EXTENSION_TOO_LONG);
    breakIf(before.extendedInThisPeriod(), BrokenRule.EXTENSION_REPEATED);
    breakIf(
        step.approvedBy().filter(text -> !text.isBlank()).isEmpty(),
        BrokenRule.EXTENSION_NOT_APPROVED);
    return null;
  }

  @Override
  public Void reasonsRequested(ReasonsRequested step) {
    breakIf(before.reasonsAwaited(), BrokenRule.REASONS_ALREADY_REQUESTED);
    return null;
  }

  @Override
  public Void reasonsGiven(ReasonsGiven step) {
    breakIf(!before.reasonsAwaited(), BrokenRule.NO_REASONS_REQUESTED);
    checkAhead(
        step.on(),
        step.deferredTo(),
        BrokenRule.DEFERRED_TO_TOO_EARLY,
        BrokenRule.DEFERRED_TO_TOO_FAR);
    return null;
  }

  @Override
  public Void feeNotified(FeeNotified step) {
    breakIf(before.feeNotice().isPresent(), BrokenRule.FEE_ALREADY_NOTIFIED);
    breakIf(step.amount().isZero(), BrokenRule.FEE_NOT_POSITIVE);
    checkDelivery(step.on(), step.deliveredOn());
    if (!recorded) {
      step.quantity().ifPresent(quantity -> checkTariff(step, quantity));
    }
    return null;
  }

  private void checkTariff(FeeNotified step, int quantity) {
    if (quantity < 1 || quantity > FeeBasis.MAX_QUANTITY) {
      add(BrokenRule.FEE_QUANTITY_OUT_OF_RANGE, Bounds.between(1, FeeBasis.MAX_QUANTITY));
    } else if (!step.basis().yields(quantity, step.amount())) {
      faults.add(offTariff(step.basis(), quantity));
    }
  }

  private static Broken offTariff(FeeBasis basis, int quantity) {
    Yuan least = basis.least(quantity);
    return basis
        .amount(quantity)
        .map(
            only ->
                new Broken(BrokenRule.FEE_OFF_TARIFF, Bounds.oneOf(only))
                    .saying("应为" + only + "元", "it is " + only + " yuan"))
        .orElseGet(
            () ->
                Broken.of(BrokenRule.FEE_OFF_TARIFF)
                    .saying(
                        "申请人当月此前没有其他申请的，应为" + least + "元；有其他申请的，按当月累计件数计算",
                        "it is "
                            + least
                            + " yuan where the applicant asked for nothing before in the month,"
                            + " or else by the number of items in it"));
  }

  @Override
  public Void feePaid(FeePaid step) {
    breakIf(step.amount().isZero(), BrokenRule.FEE_NOT_POSITIVE);
    if (before.feeNotice().isEmpty()) {
      add(BrokenRule.NO_FEE_NOTIFIED);
    } else if (!before.feeAwaited()) {
      add(BrokenRule.FEE_ALREADY_PAID);
    } else {
      Yuan notified = before.feeNotice().get().amount();
      if (before.paid().plus(step.amount()).compareTo(notified) > 0) {
        add(BrokenRule.FEE_OVERPAID, Bounds.atMost(notified.minus(before.paid())));
      }
    }
    return null;
  }

  @Override
  public Void concluded(Concluded step) {
    breakIf(step.notServedReason().isPresent(), BrokenRule.ANSWER_NOT_SERVED);
    OutcomeRules.faultOf(step, before, deadlines).ifPresent(this::add);
    return null;
  }

  @Override
  public Void answeredAgain(AnsweredAgain step) {
    breakIf(before.conclusion().isEmpty(), BrokenRule.NOT_CONCLUDED_YET);
    return null;
  }

  @Override
  public Void reclassified(Reclassified step) {
    breakIf(step.reason().isBlank(), BrokenRule.REASON_REQUIRED);
    return null;
  }

  @Override
  public Void voided(Voided step) {
    breakIf(step.reason().isBlank(), BrokenRule.REASON_REQUIRED);
    return null;
  }

  @Override
  public Void receiptCorrected(ReceiptCorrected step) {
    breakIf(step.reason().isBlank(), BrokenRule.REASON_REQUIRED);
    step.receivedOn().ifPresent(day -> faults.addAll(faultsOfReceipt(day, today)));
    return null;
  }

  @Override
  public Void transferred(Transferred step) {
    breakIf(step.reason().isBlank(), BrokenRule.REASON_REQUIRED);
    breakIf(step.to().equals(receipt.organCode()), BrokenRule.TRANSFERRED_TO_ITSELF);
    return null;
  }

  private void checkReply(List<Integer> open, Optional<Integer> consultation) {
    if (open.isEmpty()) {
      add(BrokenRule.NO_CONSULTATION);
    } else if (consultation.filter(number -> !open.contains(number)).isPresent()) {
      add(BrokenRule.CONSULTATION_UNKNOWN, Bounds.oneOf(open.toArray()));
    }
  }

  private void checkDelivery(LocalDate sentOn, Optional<LocalDate> deliveredOn) {
    if (deliveredOn.filter(sentOn::isAfter).isPresent()) {
      add(BrokenRule.DELIVERED_BEFORE_SENT, Bounds.between(sentOn, today));
    }
    if (deliveredOn.filter(today::isBefore).isPresent()) {
      add(BrokenRule.DELIVERED_IN_FUTURE, Bounds.between(sentOn, today));
    }
  }

  private void checkAhead(
      LocalDate from, Optional<LocalDate> to, BrokenRule tooEarly, BrokenRule tooFar) {
    LocalDate last = from.plusYears(MAX_YEARS_AHEAD);
    if (to.filter(date -> !date.isAfter(from)).isPresent()) {
      add(tooEarly, Bounds.between(from.plusDays(1), last));
    }
    if (to.filter(last::isBefore).isPresent()) {
      add(tooFar, Bounds.between(from.plusDays(1), last));
    }
  }

  private void breakIf(boolean broken, BrokenRule fault) {
    if (broken) {
      add(fault);
    }
  }

  private void add(BrokenRule rule) {
    add(rule, Bounds.NONE);
  }

  private void add(BrokenRule rule, Bounds bounds) {
    faults.add(new Broken(rule, bounds));
  }
}
