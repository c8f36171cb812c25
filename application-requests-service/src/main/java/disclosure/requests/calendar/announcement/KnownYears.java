package disclosure.requests.calendar.announcement;

import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.deadline.CalendarTable;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.deadline.Division;
import disclosure.requests.deadline.LoadedYear;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The years whose days off are announced, for the country and for places in it. */
@ApplicationScoped
public class KnownYears {

  private static final int FIRST_YEAR = 2008;
  private static final int YEARS_AHEAD = 2;

  private final Clocks clocks;
  private final RegisterReader reader;
  private final Clock clock;

  KnownYears(Clocks clocks, RegisterReader reader, Clock clock) {
    this.clocks = clocks;
    this.reader = reader;
    this.clock = clock;
  }

  /** Those of the country, in order. */
  public List<CalendarYear> national() {
    return clocks.now().national().announcedYears();
  }

  /** One of the country; empty when it isn't announced. */
  public Optional<CalendarYear> national(int year) {
    return clocks.now().announced(year);
  }

  /** A year of the country or a place at this moment, as who changes it has to have seen it. */
  public Optional<CalendarYear> present(Division division, int year) throws SQLException {
    return reader.directory(connection -> LoadCalendarYear.present(connection, division, year));
  }

  /** Those of the country at this moment, in order. */
  public List<CalendarYear> present() throws SQLException {
    WorkingDayCalendar calendar = WorkingDayCalendar.bundled();
    for (LoadedYear loaded : reader.directory(CalendarTable::newest)) {
      calendar =
          loaded.division().equals(Division.COUNTRY) ? calendar.with(loaded.days()) : calendar;
    }
    return calendar.announcedYears();
  }

  /** Those of places, as they were loaded. */
  public List<LoadedYear> regional() throws SQLException {
    return reader.directory(CalendarTable::newest).stream()
        .filter(loaded -> !loaded.division().equals(Division.COUNTRY))
        .toList();
  }

  /** One of a place; empty when nothing is loaded for it. */
  public Optional<LoadedYear> regional(Division division, int year) throws SQLException {
    return reader.directory(CalendarTable::newest).stream()
        .filter(loaded -> loaded.division().equals(division) && loaded.days().year() == year)
        .findAny();
  }

  /**
   * A year that may be loaded.
   *
   * @throws Refusal 400
   */
  public int year(String text) {
    return Parameters.number("year", Optional.of(text), FIRST_YEAR, last(), FIRST_YEAR);
  }

  /** The last year that may be loaded. */
  public int last() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone()).getYear() + YEARS_AHEAD;
  }

  /**
   * The place that a path names.
   *
   * @throws Refusal 404 where it is none, or the whole country
   */
  public static Division division(String text) {
    try {
      if (!text.isEmpty()) {
        return new Division(text);
      }
    } catch (IllegalArgumentException malformed) {
      throw Refusal.notFound();
    }
    throw Refusal.notFound();
  }

  /** How many days of the year are worked. */
  public static int workingDays(CalendarYear year) {
    return WorkingDayCalendar.of(List.of(year))
        .workingDaysBetween(
            LocalDate.of(year.year() - 1, 12, 31), LocalDate.of(year.year(), 12, 31));
  }
}
