package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The last day for the answer.
 *
 * @param on empty while the clock waits for somebody outside
 * @param provisional whether the counting touched a year whose days off are not announced yet
 * @param settledOn the first day on which the date may be another though nothing happens, because
 *     the time of somebody whom the clock waits for has run out
 */
public record DueDate(Optional<LocalDate> on, boolean provisional, Optional<LocalDate> settledOn) {

  /** Nothing is null. */
  public DueDate {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(settledOn, "settledOn");
  }
}
