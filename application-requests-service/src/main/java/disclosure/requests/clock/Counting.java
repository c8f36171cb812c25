package disclosure.requests.clock;

import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts the working days of a period that no pause covers. Pauses that overlap are so counted
 * once.
 */
final class Counting {

  private final WorkingDayCalendar calendar;
  private final ClockPolicies policies;
  private final List<Pause> pauses;

  Counting(WorkingDayCalendar calendar, ClockPolicies policies, List<Pause> pauses) {
    this.calendar = calendar;
    this.policies = policies;
    this.pauses = pauses;
  }

  /** The day on which the period is over, seen on {@code asOf}; empty while a pause has no end. */
  DueDate dueDate(Period period, LocalDate asOf) {
    PausedDays paused = new PausedDays(pauses, asOf, policies);
    LocalDate day = period.countedFrom();
    boolean provisional = !calendar.isLoaded(day.getYear());
    int counted = 0;
    while (counted < period.workingDays()) {
      LocalDate next = day.plusDays(1);
      day = paused.firstNotCovered(next);
      provisional |= !areLoaded(next.getYear(), day.getYear());
      if (calendar.isWorkingDay(day)) {
        if (paused.isOpen(day)) {
          return new DueDate(Optional.empty(), false, settledOn(asOf));
        }
        counted++;
        if (counted == period.workingDays() && isStoppedOn(day, asOf)) {
          return new DueDate(Optional.empty(), false, settledOn(asOf));
        }
      }
    }
    return new DueDate(Optional.of(day), provisional, settledOn(asOf));
  }

  private boolean areLoaded(int firstYear, int lastYear) {
    return firstYear == lastYear
        ? calendar.isLoaded(firstYear)
        : IntStream.rangeClosed(firstYear, lastYear).allMatch(calendar::isLoaded);
  }

  /** A notice on the very last day is in time: what it waits for starts the time anew. */
  private boolean isStoppedOn(LocalDate day, LocalDate asOf) {
    return pauses.stream()
        .anyMatch(
            pause ->
                pause.reason().startsAnew() && pause.sentOn().equals(day) && pause.isOpen(asOf));
  }

  /** The working days after a day, up to and with another, that no pause covers. */
  int workingDays(LocalDate after, LocalDate last) {
    PausedDays paused = new PausedDays(pauses, last, policies);
    int counted = 0;
    for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day) && !paused.cover(day)) {
        counted++;
      }
    }
    return counted;
  }

  private Optional<LocalDate> settledOn(LocalDate asOf) {
    return pauses.stream()
        .filter(pause -> pause.isOpen(asOf))
        .flatMap(pause -> pause.limit().stream())
        .min(Comparator.naturalOrder())
        .map(limit -> limit.plusDays(1));
  }

  /** The pause that covers the day; one without an end before others. */
  Optional<Pause> pauseOn(LocalDate day, LocalDate asOf) {
    Optional<Pause> found = Optional.empty();
    for (Pause pause : pauses) {
      if (pause.covers(day, asOf, policies)) {
        if (pause.isOpen(asOf)) {
          return Optional.of(pause);
        }
        found = Optional.of(pause);
      }
    }
    return found;
  }
}
