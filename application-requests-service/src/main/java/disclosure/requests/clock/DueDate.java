package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The last day for the answer.
 *
 * @param on empty while the clock waits for somebody outside
 * @param provisional whether the counting touched a year whose days off are not announced yet
 */
public record DueDate(Optional<LocalDate> on, boolean provisional) {

  /** Nothing is null. */
  public DueDate {
    Objects.requireNonNull(on, "on");
  }
}
