package disclosure.requests.application;

import disclosure.requests.application.step.Concluded;
import java.time.LocalDate;
import java.util.Optional;

/** What the law demands before an application may end in a certain way. */
final class OutcomeRules {

  private OutcomeRules() {}

  static Optional<BrokenRule> faultOf(Concluded step, Progress before, Deadlines deadlines) {
    return switch (step.outcome()) {
      case STILL_UNCLEAR_AFTER_CORRECTION ->
          when(before.correctionNotice().isEmpty(), BrokenRule.OUTCOME_NEEDS_CORRECTION_NOTICE);
      case CORRECTION_OVERDUE -> correctionOverdue(step.on(), before);
      case FEE_OVERDUE -> feeOverdue(step.on(), before, deadlines);
      case THIRD_PARTY_RIGHTS -> thirdPartyRights(step, before);
      case ADMINISTRATIVE_INQUIRY ->
          when(isBlank(step.specialLaw()), BrokenRule.SPECIAL_LAW_REQUIRED);
      case DISCLOSED,
          PARTIALLY_DISCLOSED,
          STATE_SECRET,
          PROHIBITED_BY_LAW,
          THREE_SECURITIES_ONE_STABILITY,
          INTERNAL_AFFAIRS,
          PROCESS_INFORMATION,
          ENFORCEMENT_CASE_FILE,
          NOT_HELD,
          REQUIRES_CREATION,
          PETITION_OR_COMPLAINT,
          DUPLICATE_APPLICATION,
          PUBLISHED_MATERIAL,
          EXCESSIVE_WITHOUT_REASON,
          CONFIRMATION_OR_REISSUE,
          OTHER_HANDLING ->
          Optional.empty();
    };
  }

  /** 第三十二条: the third party is asked, and what it says is in the file. */
  private static Optional<BrokenRule> thirdPartyRights(Concluded step, Progress before) {
    if (!isBlank(step.consultationWaivedReason()) || before.thirdPartyReplied()) {
      return Optional.empty();
    }
    return Optional.of(
        before.thirdPartyConsulted()
            ? BrokenRule.CONSULTATION_UNANSWERED
            : BrokenRule.OUTCOME_NEEDS_CONSULTATION);
  }

  /** 第三十条: the applicant's time has run out, and nothing came. */
  private static Optional<BrokenRule> correctionOverdue(LocalDate on, Progress before) {
    if (before.correctionNotice().isEmpty()) {
      return Optional.of(BrokenRule.OUTCOME_NEEDS_CORRECTION_NOTICE);
    }
    Optional<LocalDate> deadline = before.correctionNotice().get().deadline();
    boolean stillTime = deadline.filter(last -> !on.isAfter(last)).isPresent();
    return when(before.correctionReceived() || stillTime, BrokenRule.CORRECTION_NOT_OVERDUE);
  }

  /** 国办函〔2020〕109号第七条: the 20 working days to pay have run out, and the fee is not paid. */
  private static Optional<BrokenRule> feeOverdue(
      LocalDate on, Progress before, Deadlines deadlines) {
    if (before.feeNotice().isEmpty()) {
      return Optional.of(BrokenRule.OUTCOME_NEEDS_FEE_NOTICE);
    }
    if (!before.feeAwaited()) {
      return Optional.of(BrokenRule.FEE_NOT_OVERDUE);
    }
    Optional<LocalDate> delivered = before.feeNotice().get().deliveredOn();
    if (delivered.isEmpty()) {
      return Optional.of(BrokenRule.FEE_NOTICE_DELIVERY_REQUIRED);
    }
    return when(!on.isAfter(deadlines.payBy(delivered.get())), BrokenRule.FEE_NOT_OVERDUE);
  }

  private static boolean isBlank(Optional<String> text) {
    return text.filter(words -> !words.isBlank()).isEmpty();
  }

  private static Optional<BrokenRule> when(boolean broken, BrokenRule fault) {
    return broken ? Optional.of(fault) : Optional.empty();
  }
}
