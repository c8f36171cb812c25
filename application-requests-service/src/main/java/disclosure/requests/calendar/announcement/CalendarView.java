package disclosure.requests.calendar.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.DayKind;
import disclosure.requests.deadline.LoadedYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A year of the calendar.
 *
 * @param year the calendar year
 * @param division where its days hold; absent for the whole country
 * @param version the year and the number of its version
 * @param notice the announcements that it comes from
 * @param workingDays how many days of the year count; for the whole country only
 * @param days the announced days, in order
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CalendarView(
    int year,
    Optional<String> division,
    String version,
    String notice,
    Optional<Integer> workingDays,
    List<Day> days) {

  /** An announced day. */
  @Schema(name = "CalendarDay")
  record Day(LocalDate date, DayKind kind, String holiday) {}

  /**
   * Years of the whole country.
   *
   * @param next always absent: there are few
   */
  @Schema(name = "CalendarYears")
  record Page(List<Summary> items, Optional<String> next) {}

  /** A year without its days. */
  @Schema(name = "CalendarYear")
  record Summary(int year, String version, String notice, int workingDays) {}

  static CalendarView national(CalendarYear year) {
    return of(year, Optional.empty(), Optional.of(KnownYears.workingDays(year)));
  }

  static CalendarView regional(LoadedYear loaded) {
    return of(loaded.days(), Optional.of(loaded.division().code()), Optional.empty());
  }

  static Summary summary(CalendarYear year) {
    return new Summary(year.year(), year.version(), year.notice(), KnownYears.workingDays(year));
  }

  private static CalendarView of(
      CalendarYear year, Optional<String> division, Optional<Integer> workingDays) {
    return new CalendarView(
        year.year(),
        division,
        year.version(),
        year.notice(),
        workingDays,
        year.days().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(day -> new Day(day.getKey(), day.getValue().kind(), day.getValue().holiday()))
            .toList());
  }
}
