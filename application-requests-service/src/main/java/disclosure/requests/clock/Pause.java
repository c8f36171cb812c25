package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.Optional;

/** A time that is not counted; it ends by itself when there is a limit, else by an answer. */
final class Pause {

  private final LocalDate sentOn;
  private final PauseReason reason;
  private final Optional<LocalDate> limit;
  private Optional<LocalDate> answeredOn = Optional.empty();

  Pause(LocalDate sentOn, PauseReason reason, Optional<LocalDate> limit) {
    this.sentOn = sentOn;
    this.reason = reason;
    this.limit = limit;
  }

  void answer(LocalDate on) {
    answeredOn = Optional.of(on);
  }

  LocalDate sentOn() {
    return sentOn;
  }

  PauseReason reason() {
    return reason;
  }

  /** The last day for the answer; empty where the law sets none. */
  Optional<LocalDate> limit() {
    return limit;
  }

  boolean isAnswered() {
    return answeredOn.isPresent();
  }

  /** Whether, seen on the given day, nobody can say when the pause will end. */
  boolean isOpen(LocalDate asOf) {
    return answeredOn.isEmpty() && limit.filter(asOf::isAfter).isEmpty();
  }

  /** Whether the day is not counted, seen on {@code asOf}. */
  boolean covers(LocalDate day, LocalDate asOf, ClockPolicies policies) {
    return !day.isBefore(firstDay(policies))
        && (isOpen(asOf) || lastDay(policies).filter(day::isAfter).isEmpty());
  }

  /** The first day that it covers. */
  LocalDate firstDay(ClockPolicies policies) {
    return policies.sendingDayIsPaused() ? sentOn : sentOn.plusDays(1);
  }

  /** The last day that it covers once it isn't open; empty while nothing says when it ends. */
  Optional<LocalDate> lastDay(ClockPolicies policies) {
    Optional<LocalDate> answered =
        answeredOn.map(on -> policies.replyDayIsPaused() ? on : on.minusDays(1));
    return answered.isEmpty() || limit.filter(answered.get()::isAfter).isPresent()
        ? limit
        : answered;
  }
}
