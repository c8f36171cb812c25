package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;
import disclosure.requests.application.RecordedStep;
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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;

/**
 * From the state of the clock and a step to the next state: which {@link Transition} a step takes,
 * and what that changes. Steps come one after the other, each as it is effective.
 */
final class Transitions implements StepVisitor<Void> {

  private final Terms terms;
  private final boolean imported;
  private final ClockState state;
  private final ClockNotes notes;
  private int sequence;

  /** Those of an application whose steps are still to come. */
  Transitions(Terms terms, boolean imported, ClockState state, ClockNotes notes) {
    this.terms = terms;
    this.imported = imported;
    this.state = state;
    this.notes = notes;
  }

  void received(LocalDate countedFrom, LocalDate on) {
    notes.tell(on, Transition.RECEIVED);
    start(countedFrom, on);
  }

  void follow(RecordedStep step) {
    sequence = step.sequence();
    step.step().accept(this);
  }

  @Override
  public Void correctionRequested(CorrectionRequested step) {
    boolean late = state.isTooLateForCorrectionNotice(step.on());
    state.correctionNoticed(step.deadline());
    if (late) {
      notes.flag(sequence, ClockWarning.LATE_CORRECTION_NOTICE);
    }
    if (step.deadline().isEmpty() && !imported) {
      notes.tell(step.on(), Transition.CORRECTION_REQUESTED_WITHOUT_DEADLINE);
    } else if (late && !terms.policies().lateCorrectionNoticeStopsClock()) {
      notes.tell(step.on(), Transition.CORRECTION_REQUESTED_LATE);
    } else {
      state.waits().forApplicant(PauseReason.CORRECTION, step.on());
      notes.tell(step.on(), Transition.CORRECTION_REQUESTED);
    }
    return null;
  }

  @Override
  public Void correctionReceived(CorrectionReceived step) {
    boolean expired = state.ranOutBeforeCorrection(step.on());
    state.corrected(step.on());
    if (expired) {
      notes.tell(step.on(), Transition.CORRECTION_RECEIVED_TOO_LATE);
      notes.warn(sequence, step.on(), ClockWarning.EXPIRED_BEFORE_RESTART);
    } else {
      notes.tell(step.on(), Transition.CORRECTION_RECEIVED);
      start(terms.countedFrom(step.on()), step.on());
    }
    return null;
  }

  @Override
  public Void thirdPartyConsulted(ThirdPartyConsulted step) {
    LocalDate limit = terms.opinionBy(step.deliveredOn().orElse(step.on()));
    state.waits().forOpinion(sequence, PauseReason.THIRD_PARTY, step.on(), Optional.of(limit));
    notes.tell(step.on(), Transition.THIRD_PARTY_CONSULTED, limit);
    return null;
  }

  @Override
  public Void thirdPartyReplied(ThirdPartyReplied step) {
    state
        .waits()
        .endForOpinion(EnumSet.of(PauseReason.THIRD_PARTY), step.on(), step.consultation());
    notes.tell(step.on(), Transition.THIRD_PARTY_REPLIED);
    return null;
  }

  @Override
  public Void otherOrganConsulted(OtherOrganConsulted step) {
    if (step.coProducer()) {
      LocalDate limit = terms.opinionBy(step.deliveredOn().orElse(step.on()));
      state.waits().forOpinion(sequence, PauseReason.CO_PRODUCER, step.on(), Optional.of(limit));
      notes.tell(step.on(), Transition.CO_PRODUCER_CONSULTED, limit);
    } else {
      state.waits().forOpinion(sequence, PauseReason.OTHER_ORGAN, step.on(), Optional.empty());
      notes.tell(step.on(), Transition.OTHER_ORGAN_CONSULTED);
    }
    return null;
  }

  @Override
  public Void otherOrganReplied(OtherOrganReplied step) {
    state
        .waits()
        .endForOpinion(
            EnumSet.of(PauseReason.CO_PRODUCER, PauseReason.OTHER_ORGAN),
            step.on(),
            step.consultation());
    notes.tell(step.on(), Transition.OTHER_ORGAN_REPLIED);
    return null;
  }

  @Override
  public Void extended(Extended step) {
    if (state.isPastDue(step.on())) {
      notes.warn(sequence, step.on(), ClockWarning.LATE_EXTENSION);
    } else {
      state.extendBy(step.workingDays());
      notes.tell(step.on(), Transition.EXTENDED, step.workingDays());
    }
    return null;
  }

  @Override
  public Void reasonsRequested(ReasonsRequested step) {
    if (terms.policies().awaitingReasonsStopsClock()) {
      state.waits().forApplicant(PauseReason.REASONS, step.on());
      notes.tell(step.on(), Transition.REASONS_AWAITED);
    } else {
      notes.tell(step.on(), Transition.REASONS_REQUESTED);
    }
    return null;
  }

  @Override
  public Void reasonsGiven(ReasonsGiven step) {
    state.waits().endForApplicant(PauseReason.REASONS, step.on());
    notes.tell(step.on(), Transition.REASONS_GIVEN);
    step.deferredTo().ifPresent(day -> defer(step.on(), day));
    return null;
  }

  /** A deferral is a period of as many working days as lie before the day that was set. */
  private void defer(LocalDate on, LocalDate to) {
    if (state.isPastDue(on)) {
      notes.warn(sequence, on, ClockWarning.LATE_DEFERRAL);
    } else {
      LocalDate last = terms.calendar().firstWorkingDayFrom(to).date();
      state.defer(on, terms.calendar().workingDaysBetween(on, last));
      notes.tell(on, Transition.ANSWER_DEFERRED, last);
    }
  }

  @Override
  public Void feeNotified(FeeNotified step) {
    boolean late = state.isPastDue(step.on());
    boolean stops = !late || terms.policies().lateFeeNoticeStopsClock();
    state.fee().notified(step, step.deliveredOn().map(terms::payBy));
    notes.tell(step.on(), stops ? Transition.FEE_NOTIFIED : Transition.FEE_NOTIFIED_LATE);
    if (late) {
      notes.warn(sequence, step.on(), ClockWarning.LATE_FEE_NOTICE);
    }
    if (stops) {
      state.waits().forApplicant(PauseReason.FEE, step.on());
    }
    return null;
  }

  @Override
  public Void feePaid(FeePaid step) {
    if (!state.fee().settledWith(step.amount())) {
      notes.tell(step.on(), Transition.FEE_PAID_IN_PART);
      return null;
    }
    boolean expired = state.ranOutBeforePayment(step.on());
    state.waits().endForApplicant(PauseReason.FEE, step.on());
    if (expired) {
      notes.tell(step.on(), Transition.FEE_PAID_TOO_LATE);
      notes.warn(sequence, step.on(), ClockWarning.EXPIRED_BEFORE_RESTART);
    } else {
      notes.tell(step.on(), Transition.FEE_PAID);
      start(step.on(), step.on());
    }
    return null;
  }

  @Override
  public Void concluded(Concluded step) {
    state.conclude(step.on());
    notes.tell(
        step.on(),
        new BilingualText("办结：" + step.outcome().label(), "concluded: " + step.outcome()),
        step.outcome().legalBasis());
    return null;
  }

  @Override
  public Void answeredAgain(AnsweredAgain step) {
    notes.tell(step.on(), Transition.ANSWERED_AGAIN);
    return null;
  }

  @Override
  public Void reclassified(Reclassified step) {
    return null;
  }

  @Override
  public Void voided(Voided step) {
    state.end();
    notes.tell(step.on(), Transition.VOIDED);
    return null;
  }

  @Override
  public Void transferred(Transferred step) {
    boolean late = state.isPastDue(step.on());
    state.end();
    notes.tell(step.on(), Transition.TRANSFERRED, step.to().value());
    if (late) {
      notes.warn(sequence, step.on(), ClockWarning.LATE_TRANSFER);
    }
    return null;
  }

  @Override
  public Void receiptCorrected(ReceiptCorrected step) {
    notes.tell(step.on(), Transition.RECEIPT_CORRECTED);
    return null;
  }

  /** A time begins, counted from a day; what came on a day off may count as come later. */
  private void start(LocalDate countedFrom, LocalDate receivedOn) {
    state.start(countedFrom);
    if (!countedFrom.equals(receivedOn)) {
      notes.tell(countedFrom, Transition.RECEIVED_ON_REST_DAY, receivedOn);
    }
  }
}
