package disclosure.requests.clock;

import disclosure.requests.application.Application;
import disclosure.requests.application.BilingualText;
import disclosure.requests.application.BrokenRule;
import disclosure.requests.application.Receipt;
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
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.StepVisitor;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Folds the effective steps of one application into periods, pauses and what happened when. */
final class Timeline implements StepVisitor<Void> {

  static final int OPINION_WORKING_DAYS = 15;
  static final int PAYMENT_WORKING_DAYS = 20;

  private static final String FEE_ARTICLE = "国办函〔2020〕109号第七条";

  private final WorkingDayCalendar calendar;
  private final ClockPolicies policies;
  private final boolean imported;
  private final Counting counting;
  private final List<Period> periods = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final Map<Integer, Pause> consultations = new LinkedHashMap<>();
  private final List<Flagged> flagged = new ArrayList<>();
  private final List<ClockEntry> events = new ArrayList<>();
  private final List<ClockEntry> movers = new ArrayList<>();
  private final Optional<LocalDate> correctionNoticeDueOn;
  private Optional<LocalDate> correctBy = Optional.empty();
  private boolean correctionNoticed;
  private boolean noticeForgiven;
  private Optional<Pause> correction = Optional.empty();
  private Optional<Pause> reasons = Optional.empty();
  private Optional<Pause> fee = Optional.empty();
  private Optional<FeeNotified> feeNotice = Optional.empty();
  private Yuan paid = Yuan.ZERO;
  private Optional<LocalDate> payBy = Optional.empty();
  private boolean feePaid;
  private Optional<LocalDate> concludedOn = Optional.empty();
  private boolean extended;
  private boolean voided;
  private int sequence;

  Timeline(WorkingDayCalendar calendar, ClockPolicies policies, Application application) {
    Receipt receipt = application.receipt();
    this.calendar = calendar;
    this.policies = policies;
    this.imported = receipt.imported();
    this.counting = new Counting(calendar, policies, pauses);
    LocalDate countedFrom = beginOn(receipt.receivedOn());
    this.correctionNoticeDueOn = correctionNoticeDueOn(countedFrom);
    moving(receipt.receivedOn(), "收到申请", "application received", "《条例》第三十一条");
    begin(countedFrom, receipt.receivedOn());
    for (RecordedStep recorded : application.effectiveSteps()) {
      sequence = recorded.sequence();
      Optional<BrokenRule> ineffective =
          Optional.ofNullable(application.ineffective().get(sequence));
      if (ineffective.isPresent()) {
        tellIneffective(recorded.step(), ineffective.get());
      } else {
        recorded.step().accept(this);
      }
    }
  }

  private void tellIneffective(Step step, BrokenRule rule) {
    event(
        step.on(),
        step.type().label() + "：" + rule.text().zh(),
        step.type() + ": " + rule.text().en(),
        rule.article().orElseThrow());
  }

  /** What was not done in its own time, and the number of the step. */
  record Flagged(int step, ClockWarning warning) {}

  Period period() {
    return periods.get(periods.size() - 1);
  }

  List<Period> periods() {
    return periods;
  }

  List<Pause> pauses() {
    return pauses;
  }

  Counting counting() {
    return counting;
  }

  List<Flagged> flagged() {
    return flagged;
  }

  /** Whether the time was extended so that it counts. */
  boolean extended() {
    return extended;
  }

  List<ClockEntry> events() {
    return events;
  }

  /** The last of what made the time run as it does; what came after the due date moved nothing. */
  Optional<ClockEntry> mover(Optional<LocalDate> due) {
    return movers.stream()
        .filter(entry -> due.filter(entry.date()::isAfter).isEmpty())
        .reduce((earlier, later) -> later);
  }

  Optional<LocalDate> correctionNoticeDueOn() {
    return correctionNoticeDueOn;
  }

  Optional<LocalDate> payBy() {
    return payBy;
  }

  /** The days by which somebody outside has still to answer, by what for. */
  Map<PauseReason, List<LocalDate>> answersDue() {
    Map<PauseReason, List<LocalDate>> due = new EnumMap<>(PauseReason.class);
    due.put(PauseReason.CORRECTION, correctBy.stream().toList());
    due.put(PauseReason.FEE, payBy.filter(day -> !feePaid).stream().toList());
    consultations.values().stream()
        .filter(pause -> !pause.isAnswered())
        .forEach(
            pause ->
                due.merge(
                    pause.reason(),
                    pause.limit().stream().toList(),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return due;
  }

  Optional<LocalDate> concludedOn() {
    return concludedOn;
  }

  boolean voided() {
    return voided;
  }

  @Override
  public Void correctionRequested(CorrectionRequested step) {
    correctionNoticed = true;
    correctBy = step.deadline();
    boolean late = correctionNoticeDueOn.filter(step.on()::isAfter).isPresent();
    if (late) {
      flagged.add(new Flagged(sequence, ClockWarning.LATE_CORRECTION_NOTICE));
    }
    if (step.deadline().isEmpty() && !imported) {
      event(
          step.on(),
          "通知补正没有写明补正期限，期限照常计算",
          "correction requested without a deadline, the clock runs on",
          "《条例》第三十条");
    } else if (!late || policies.lateCorrectionNoticeStopsClock()) {
      correction = Optional.of(pause(step.on(), PauseReason.CORRECTION, Optional.empty()));
      event(step.on(), "通知补正，期限中止", "correction requested, the clock stops", "《条例》第三十条");
    } else {
      event(
          step.on(),
          "通知补正已逾7个工作日，期限照常计算",
          "correction requested after 7 working days, the clock runs on",
          "《条例》第三十条");
    }
    return null;
  }

  @Override
  public Void correctionReceived(CorrectionReceived step) {
    boolean expired = ranOut(step.on(), correctionNoticed);
    correctBy = Optional.empty();
    correction.ifPresent(pause -> pause.answer(step.on()));
    if (expired) {
      event(step.on(), "收到补正", "correction received", "《条例》第三十条");
      warn(step.on(), ClockWarning.EXPIRED_BEFORE_RESTART);
    } else {
      moving(step.on(), "收到补正，答复期限重新计算", "correction received, the time starts anew", "《条例》第三十条");
      begin(beginOn(step.on()), step.on());
    }
    return null;
  }

  @Override
  public Void thirdPartyConsulted(ThirdPartyConsulted step) {
    LocalDate limit = opinionDueOn(step.deliveredOn().orElse(step.on()));
    consultations.put(sequence, pause(step.on(), PauseReason.THIRD_PARTY, Optional.of(limit)));
    moving(
        step.on(),
        "征求第三方意见，最迟" + limit + "反馈",
        "third party consulted, opinion due " + limit,
        "《条例》第三十二条");
    return null;
  }

  @Override
  public Void thirdPartyReplied(ThirdPartyReplied step) {
    reply(step.on(), step.consultation(), List.of(PauseReason.THIRD_PARTY));
    moving(step.on(), "收到第三方意见", "opinion of the third party received", "《条例》第三十二条");
    return null;
  }

  @Override
  public Void otherOrganConsulted(OtherOrganConsulted step) {
    if (step.coProducer()) {
      LocalDate limit = opinionDueOn(step.deliveredOn().orElse(step.on()));
      consultations.put(sequence, pause(step.on(), PauseReason.CO_PRODUCER, Optional.of(limit)));
      moving(
          step.on(),
          "征求共同制作机关意见，最迟" + limit + "反馈，逾期视为同意",
          "co-producing organ consulted, opinion due " + limit + ", silence is consent",
          "《条例》第三十四条");
    } else {
      consultations.put(sequence, pause(step.on(), PauseReason.OTHER_ORGAN, Optional.empty()));
      moving(step.on(), "征求其他机关意见", "another organ consulted", "《条例》第三十三条第三款");
    }
    return null;
  }

  @Override
  public Void otherOrganReplied(OtherOrganReplied step) {
    reply(
        step.on(), step.consultation(), List.of(PauseReason.CO_PRODUCER, PauseReason.OTHER_ORGAN));
    moving(step.on(), "收到其他机关意见", "opinion of the other organ received", "《条例》第三十三条第三款");
    return null;
  }

  @Override
  public Void extended(Extended step) {
    if (isPastDue(step.on())) {
      warn(step.on(), ClockWarning.LATE_EXTENSION);
      return null;
    }
    extended = true;
    period().extendBy(step.workingDays());
    moving(
        step.on(),
        "延长答复期限" + step.workingDays() + "个工作日",
        "time extended by " + step.workingDays() + " working days",
        "《条例》第三十三条第二款");
    return null;
  }

  @Override
  public Void reasonsRequested(ReasonsRequested step) {
    if (policies.awaitingReasonsStopsClock()) {
      reasons = Optional.of(pause(step.on(), PauseReason.REASONS, Optional.empty()));
    }
    event(step.on(), "要求申请人说明理由", "reasons requested", "《条例》第三十五条");
    return null;
  }

  @Override
  public Void reasonsGiven(ReasonsGiven step) {
    reasons.ifPresent(pause -> pause.answer(step.on()));
    event(step.on(), "申请人说明理由", "reasons given", "《条例》第三十五条");
    step.deferredTo().ifPresent(day -> defer(step.on(), day));
    return null;
  }

  /** A deferral is a period of as many working days as lie before the day that was set. */
  private void defer(LocalDate on, LocalDate to) {
    if (isPastDue(on)) {
      warn(on, ClockWarning.LATE_DEFERRAL);
      return;
    }
    LocalDate last = calendar.firstWorkingDayFrom(to).date();
    periods.add(new Period(on, calendar.workingDaysBetween(on, last)));
    moving(on, "告知申请人延迟至" + last + "答复", "answer deferred to " + last, "《条例》第三十五条");
  }

  @Override
  public Void feeNotified(FeeNotified step) {
    boolean late = isPastDue(step.on());
    feeNotice = Optional.of(step);
    payBy = step.deliveredOn().map(this::payBy);
    event(step.on(), "发出收费通知", "fee notified", "国办函〔2020〕109号第六条");
    if (late) {
      warn(step.on(), ClockWarning.LATE_FEE_NOTICE);
    }
    if (!late || policies.lateFeeNoticeStopsClock()) {
      fee = Optional.of(pause(step.on(), PauseReason.FEE, Optional.empty()));
    }
    return null;
  }

  @Override
  public Void feePaid(FeePaid step) {
    paid = paid.plus(step.amount());
    if (feeNotice.filter(notice -> paid.compareTo(notice.amount()) < 0).isPresent()) {
      event(step.on(), "缴纳部分费用", "part of the fee paid", FEE_ARTICLE);
    } else {
      boolean expired = ranOut(step.on(), feeNotice.isPresent());
      feePaid = true;
      fee.ifPresent(pause -> pause.answer(step.on()));
      if (expired) {
        event(step.on(), "费用缴清", "fee paid", FEE_ARTICLE);
        warn(step.on(), ClockWarning.EXPIRED_BEFORE_RESTART);
        return null;
      }
      moving(
          step.on(),
          "费用缴清，答复期限自次日起重新计算",
          "fee paid, the time starts anew the next day",
          FEE_ARTICLE);
      begin(step.on(), step.on());
    }
    return null;
  }

  @Override
  public Void concluded(Concluded step) {
    concludedOn = Optional.of(step.on());
    event(
        step.on(),
        "办结：" + step.outcome().label(),
        "concluded: " + step.outcome(),
        step.outcome().legalBasis());
    return null;
  }

  @Override
  public Void answeredAgain(AnsweredAgain step) {
    event(step.on(), "重新答复", "answered again", "《条例》第三十六条");
    return null;
  }

  @Override
  public Void reclassified(Reclassified step) {
    return null;
  }

  @Override
  public Void voided(Voided step) {
    voided = true;
    event(step.on(), "作废", "voided", "《条例》第四十五条");
    return null;
  }

  @Override
  public Void transferred(Transferred step) {
    boolean late = isPastDue(step.on());
    voided = true;
    event(
        step.on(), "移送" + step.to().value(), "handed over to " + step.to().value(), "《条例》第三十六条第五项");
    if (late) {
      warn(step.on(), ClockWarning.LATE_TRANSFER);
    }
    return null;
  }

  @Override
  public Void receiptCorrected(ReceiptCorrected step) {
    event(step.on(), "更正收到信息", "what was received is corrected", "《条例》第三十一条");
    return null;
  }

  LocalDate payBy(LocalDate deliveredOn) {
    return calendar.plusWorkingDays(deliveredOn, PAYMENT_WORKING_DAYS).date();
  }

  private LocalDate opinionDueOn(LocalDate deliveredOn) {
    return calendar.plusWorkingDays(deliveredOn, OPINION_WORKING_DAYS).date();
  }

  private Optional<LocalDate> correctionNoticeDueOn(LocalDate countedFrom) {
    return AnswerTime.beginningOn(countedFrom).correctionNoticeWorkingDays().stream()
        .mapToObj(days -> calendar.plusWorkingDays(countedFrom, days).date())
        .findAny();
  }

  private LocalDate beginOn(LocalDate receivedOn) {
    return switch (policies.restDayReceipt()) {
      case ROLLS_FORWARD -> calendar.firstWorkingDayFrom(receivedOn).date();
      case STANDS -> receivedOn;
    };
  }

  private void begin(LocalDate countedFrom, LocalDate receivedOn) {
    periods.add(new Period(countedFrom, AnswerTime.beginningOn(countedFrom).workingDays()));
    if (!countedFrom.equals(receivedOn)) {
      moving(
          countedFrom,
          "视为收到（" + receivedOn + "收到，当日为休息日，顺延至本日）",
          "counts as received: it came on " + receivedOn + ", a day off",
          "《民法典》第二百零三条");
    }
  }

  /**
   * Whether the time was over when that came which would start it anew. An imported history may
   * lack the notice that stopped the clock, and nobody can tell whether that was in time; it is
   * forgiven one, or else a time that ran out could be started anew again and again.
   */
  private boolean ranOut(LocalDate on, boolean noticed) {
    if (!isPastDue(on)) {
      return false;
    }
    boolean forgiven = !noticed && !noticeForgiven;
    noticeForgiven |= forgiven;
    return !forgiven;
  }

  private boolean isPastDue(LocalDate on) {
    return counting.dueDate(period(), on).on().filter(on::isAfter).isPresent();
  }

  private Pause pause(LocalDate sentOn, PauseReason reason, Optional<LocalDate> limit) {
    Pause pause = new Pause(sentOn, reason, limit);
    pauses.add(pause);
    return pause;
  }

  private void reply(LocalDate on, Optional<Integer> consultation, List<PauseReason> reasons) {
    consultations.entrySet().stream()
        .filter(entry -> consultation.map(entry.getKey()::equals).orElse(true))
        .map(Map.Entry::getValue)
        .filter(pause -> !pause.isAnswered() && reasons.contains(pause.reason()))
        .findFirst()
        .ifPresent(pause -> pause.answer(on));
  }

  private void warn(LocalDate on, ClockWarning warning) {
    flagged.add(new Flagged(sequence, warning));
    event(on, warning.text().zh(), warning.text().en(), warning.article());
  }

  /** What happened, and moves the date from then on. */
  private void moving(LocalDate on, String zh, String en, String article) {
    event(on, zh, en, article);
    movers.add(events.get(events.size() - 1));
  }

  private void event(LocalDate on, String zh, String en, String article) {
    events.add(
        new ClockEntry(
            on,
            ClockEntry.ClockDayKind.EVENT,
            new BilingualText(zh, en),
            article,
            calendar.versionOf(on.getYear())));
  }
}
