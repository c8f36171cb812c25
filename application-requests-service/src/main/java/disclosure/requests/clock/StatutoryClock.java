package disclosure.requests.clock;

import disclosure.requests.application.Application;
import disclosure.requests.application.Deadlines;
import disclosure.requests.application.Warning;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockNotes.Flagged;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    ClockState state = timeline(policies, application).state();
    return state.due(state.asOf(today));
  }

  /**
   * The due date with everything that explains it.
   *
   * @param today the current day in Asia/Shanghai; for a concluded application its day of answer
   *     stands instead
   */
  public ClockReading read(Application application, LocalDate today) {
    Timeline timeline = timeline(policies, application);
    ClockState state = timeline.state();
    LocalDate asOf = state.asOf(today);
    DueDate due = state.due(asOf);
    DueDate silent = state.due(LocalDate.MAX);
    Optional<LocalDate> stricter = dueWithoutRolling(application, asOf);
    return new ClockReading(
        state.period().countedFrom(),
        state.correctionNoticeBy(),
        due.on(),
        due.on().isPresent() ? Optional.empty() : silent.on(),
        stricter.equals(due.on()) ? Optional.empty() : stricter,
        due.provisional() || silent.provisional(),
        waits(state, asOf),
        answersDue(state, today),
        state.fee().payBy(),
        timeliness(state, due, today),
        timeline.notes().flagged().stream().map(Flagged::warning).toList(),
        warnings(application),
        timeline.notes().mover(due.on()),
        new Account(calendar, timeline, asOf).entries(),
        calendar.version());
  }

  /**
   * The working days after the receipt, up to and with the given day, on which the clock didn't
   * wait for somebody outside, in all its runs together: what the organ itself took.
   */
  public int workingDaysUpTo(Application application, LocalDate last) {
    ClockState state = timeline(policies, application).state();
    return state.counting().workingDays(state.periods().get(0).countedFrom(), last);
  }

  /** Whether the time for the answer was extended so that it counts. */
  public boolean extended(Application application) {
    return application.extended() && timeline(policies, application).state().extended();
  }

  /** What was done out of time or against the law, in the order of the steps. */
  public List<Warning> warnings(Application application) {
    if (application.effectiveSteps().isEmpty()) {
      return List.of();
    }
    Stream<Warning> untimely =
        Stream.concat(
                timeline(policies, application).notes().flagged().stream(),
                Hindsight.recordedAfterDue(calendar, policies, application).stream())
            .map(StatutoryClock::warning);
    return Stream.concat(application.warnings(this).stream(), untimely)
        .sorted(Comparator.comparingInt(Warning::step))
        .toList();
  }

  private static Warning warning(Flagged flagged) {
    ClockWarning warning = flagged.warning();
    return new Warning(flagged.step(), warning.name(), warning.text(), warning.article());
  }

  @Override
  public LocalDate payBy(LocalDate feeNoticeDeliveredOn) {
    return new Terms(calendar, policies).payBy(feeNoticeDeliveredOn);
  }

  private Timeline timeline(ClockPolicies settled, Application application) {
    return new Timeline(calendar, settled, application);
  }

  private Optional<LocalDate> dueWithoutRolling(Application application, LocalDate asOf) {
    ClockPolicies stricter = policies.with(RestDayReceipt.STANDS);
    return timeline(stricter, application).state().due(asOf).on();
  }

  private static List<ClockReading.Wait> waits(ClockState state, LocalDate asOf) {
    if (state.isOver()) {
      return List.of();
    }
    return state.waits().pauses().stream()
        .filter(pause -> pause.isOpen(asOf))
        .map(pause -> new ClockReading.Wait(pause.reason(), pause.limit()))
        .toList();
  }

  private static List<AnswerBy> answersDue(ClockState state, LocalDate today) {
    if (state.isOver()) {
      return List.of();
    }
    return state.answersDue().entrySet().stream()
        .flatMap(
            due ->
                due.getValue().stream()
                    .map(day -> new AnswerBy(due.getKey(), day, today.isAfter(day))))
        .sorted(Comparator.comparing(AnswerBy::day))
        .toList();
  }

  private static Timeliness timeliness(ClockState state, DueDate due, LocalDate today) {
    if (state.voided()) {
      return Timeliness.VOIDED;
    }
    boolean past = due.on().filter(state.asOf(today)::isAfter).isPresent();
    if (state.concludedOn().isPresent()) {
      return past ? Timeliness.LATE : Timeliness.ON_TIME;
    }
    return past ? Timeliness.OVERDUE : Timeliness.OPEN;
  }
}
