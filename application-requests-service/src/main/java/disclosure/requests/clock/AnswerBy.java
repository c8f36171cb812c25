package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day by which somebody outside has to answer who hasn't yet.
 *
 * @param reason who, and what for
 * @param day the last day, as the organ or the law set it
 * @param passed whether it is over
 */
public record AnswerBy(PauseReason reason, LocalDate day, boolean passed) {

  /** Nothing is null. */
  public AnswerBy {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(day, "day");
  }
}
