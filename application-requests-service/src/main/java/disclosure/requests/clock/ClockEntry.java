package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One line of the account.
 *
 * @param date the day
 * @param kind what the line is about
 * @param text for a clerk, without any text of the applicant's
 * @param article what it rests on
 * @param calendarVersion the version of the calendar that decided about the day
 */
public record ClockEntry(
    LocalDate date, ClockDayKind kind, BilingualText text, String article, String calendarVersion) {

  /** What a line is about: not what the day is in the calendar, but what becomes of it. */
  public enum ClockDayKind {
    /** A step, and what it does to the clock. */
    EVENT,
    /** A day that counts. */
    COUNTED,
    /** A day off. */
    REST_DAY,
    /** A working day that does not count because the clock waits. */
    PAUSED,
    /** The due date. */
    DUE
  }

  /** Nothing is null. */
  public ClockEntry {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(calendarVersion, "calendarVersion");
  }
}
