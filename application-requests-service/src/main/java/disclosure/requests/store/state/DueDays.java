package disclosure.requests.store.state;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By when an application has to be answered, or had to be: the same in lists and of one alone.
 *
 * @param running the last day for the answer; empty while the clock waits, and at the end
 * @param ofAnswer once concluded, the last day that the answer had to keep; empty where the clock
 *     waited when it went out
 * @param concludedOn present if concluded
 */
public record DueDays(
    Optional<LocalDate> running, Optional<LocalDate> ofAnswer, Optional<LocalDate> concludedOn) {

  /** Those of a history. */
  public static DueDays of(DerivedState derived) {
    return new DueDays(derived.dueOn(), derived.processing().answerDueOn(), derived.concludedOn());
  }

  /** The last day for the answer, after the answer the one that it had to keep. */
  public Optional<LocalDate> last() {
    return running.or(() -> ofAnswer);
  }

  /** Whether it has passed without an answer. */
  public boolean isOverdue(LocalDate today) {
    return running.filter(today::isAfter).isPresent();
  }

  /** Whether it is overdue, or was answered after it. */
  public boolean isLate(LocalDate today) {
    return isOverdue(today)
        || ofAnswer.flatMap(due -> concludedOn.filter(due::isBefore)).isPresent();
  }
}
