package disclosure.requests.clock;

import disclosure.requests.application.Application;
import disclosure.requests.application.Deadlines;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 法定期限 (《条例》第三十条至第三十五条, 国办函〔2020〕109号): when an application must be answered, and why. Immutable;
 * equal questions get equal answers.
 */
public final class StatutoryClock implements Deadlines {

  private final WorkingDayCalendar calendar;
  private final ClockPolicies policies;

  /** A clock that counts by the calendar and settles open questions by the policies. */
  public StatutoryClock(WorkingDayCalendar calendar, ClockPolicies policies) {
    this.calendar = calendar;
    this.policies = policies;
  }

  /** The working days that it counts by. */
  public WorkingDayCalendar calendar() {
    return calendar;
  }

  /**
   * The due date without its account: what is stored and published with an application.
   *
   * @param today the current day in Asia/Shanghai; for a concluded application its day of answer
   *     stands instead
   */
  public DueDate due(Application application, LocalDate today) {
    Timeline timeline = timeline(policies, application.receipt(), application.effectiveSteps());
    return due(timeline, asOf(timeline, today));
  }

  /**
   * The due date with everything that explains it.
   *
   * @param today the current day in Asia/Shanghai; for a concluded application its day of answer
   *     stands instead
   */
  public ClockReading read(Application application, LocalDate today) {
    Timeline timeline = timeline(policies, application.receipt(), application.effectiveSteps());
    LocalDate asOf = asOf(timeline, today);
    DueDate due = due(timeline, asOf);
    DueDate silent = due(timeline, LocalDate.MAX);
    Optional<LocalDate> stricter = dueWithoutRolling(application, asOf);
    return new ClockReading(
        timeline.period().countedFrom(),
        timeline.correctionNoticeDueOn(),
        due.on(),
        due.on().isPresent() ? Optional.empty() : silent.on(),
        stricter.equals(due.on()) ? Optional.empty() : stricter,
        due.provisional() || silent.provisional(),
        waits(timeline, asOf),
        timeline.payBy(),
        timeliness(timeline, due, today),
        timeline.warnings(),
        new Account(calendar, timeline, asOf).entries(),
        calendar.version());
  }

  /**
   * The working days after the receipt, up to and with the given day, on which the clock didn't
   * wait for somebody outside, in all its runs together: what the organ itself took.
   */
  public int workingDaysUpTo(Application application, LocalDate last) {
    Timeline timeline = timeline(policies, application.receipt(), application.effectiveSteps());
    return timeline.counting().workingDays(timeline.periods().get(0).countedFrom(), last);
  }

  @Override
  public Optional<LocalDate> dueOn(
      Receipt receipt, List<RecordedStep> effectiveSteps, LocalDate asOf) {
    return due(timeline(policies, receipt, effectiveSteps), asOf).on();
  }

  @Override
  public LocalDate payBy(LocalDate feeNoticeDeliveredOn) {
    return calendar.plusWorkingDays(feeNoticeDeliveredOn, Timeline.PAYMENT_WORKING_DAYS).date();
  }

  private Timeline timeline(
      ClockPolicies settled, Receipt receipt, List<RecordedStep> effectiveSteps) {
    return new Timeline(calendar, settled, receipt, effectiveSteps);
  }

  private static DueDate due(Timeline timeline, LocalDate asOf) {
    return timeline.counting().dueDate(timeline.period(), asOf);
  }

  private Optional<LocalDate> dueWithoutRolling(Application application, LocalDate asOf) {
    ClockPolicies stricter = policies.with(RestDayReceipt.STANDS);
    return due(timeline(stricter, application.receipt(), application.effectiveSteps()), asOf).on();
  }

  private static LocalDate asOf(Timeline timeline, LocalDate today) {
    return timeline.concludedOn().orElse(today);
  }

  private static List<ClockReading.Wait> waits(Timeline timeline, LocalDate asOf) {
    if (timeline.voided() || timeline.concludedOn().isPresent()) {
      return List.of();
    }
    return timeline.pauses().stream()
        .filter(pause -> pause.isOpen(asOf))
        .map(pause -> new ClockReading.Wait(pause.reason(), pause.limit()))
        .toList();
  }

  private static Timeliness timeliness(Timeline timeline, DueDate due, LocalDate today) {
    if (timeline.voided()) {
      return Timeliness.VOIDED;
    }
    boolean past = due.on().filter(asOf(timeline, today)::isAfter).isPresent();
    if (timeline.concludedOn().isPresent()) {
      return past ? Timeliness.LATE : Timeliness.ON_TIME;
    }
    return past ? Timeliness.OVERDUE : Timeliness.OPEN;
  }
}
