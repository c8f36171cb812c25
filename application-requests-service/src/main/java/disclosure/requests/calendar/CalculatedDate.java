package disclosure.requests.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A date that was found by counting working days.
 *
 * @param date the day
 * @param provisional whether the counting touched a year whose days off are not announced yet, so
 *     that the day may move when they are
 */
public record CalculatedDate(LocalDate date, boolean provisional) {

  /** Nothing is null. */
  public CalculatedDate {
    Objects.requireNonNull(date, "date");
  }
}
