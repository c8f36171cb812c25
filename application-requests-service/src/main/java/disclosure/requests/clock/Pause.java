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
    boolean begun = policies.sendingDayIsPaused() ? !day.isBefore(sentOn) : day.isAfter(sentOn);
    return begun && (isOpen(asOf) || !isOver(day, policies));
  }

  private boolean isOver(LocalDate day, ClockPolicies policies) {
    boolean lapsed = limit.filter(day::isAfter).isPresent();
    boolean answered =
        answeredOn
            .filter(on -> policies.replyDayIsPaused() ? day.isAfter(on) : !day.isBefore(on))
            .isPresent();
    return lapsed || answered;
  }
}
