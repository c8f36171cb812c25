package disclosure.requests.calendar.announcement;

import disclosure.edge.Caller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.deadline.CalendarTable;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.deadline.Division;
import disclosure.requests.deadline.LoadedYear;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Loads the days off of a year, as a new version of it. */
@ApplicationScoped
public class LoadCalendarYear {

  private final WriterTransaction transaction;
  private final AuditTrail audit;
  private final KnownOrgans organs;
  private final Clocks clocks;
  private final Clock clock;

  LoadCalendarYear(
      WriterTransaction transaction,
      AuditTrail audit,
      KnownOrgans organs,
      Clocks clocks,
      Clock clock) {
    this.transaction = transaction;
    this.audit = audit;
    this.organs = organs;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * @param number the version's number after the request
   * @param created whether the year had not been announced before
   */
  public record Result(int number, boolean created) {}

  /**
   * Carries the request out; one that says what already is changes nothing, whatever its client has
   * read. Due dates are recalculated again soon after.
   *
   * @param expected the number that the client has read
   * @throws Refusal 412 when the year has another version and doesn't say the same, 422 naming
   *     every impossible day, or a place without organs
   */
  public Result load(
      Division division, int year, CalendarRequest request, IfMatch expected, Caller caller)
      throws SQLException {
    return load(division, year, request, Optional.of(expected), caller);
  }

  /**
   * Loads a year that nobody has seen announced; of one that is announced so already, nothing is
   * changed.
   *
   * @throws Refusal 412 when it is announced otherwise, and else as above
   */
  public Result announce(Division division, int year, CalendarRequest request, Caller caller)
      throws SQLException {
    return load(division, year, request, Optional.empty(), caller);
  }

  private Result load(
      Division division,
      int year,
      CalendarRequest request,
      Optional<IfMatch> expected,
      Caller caller)
      throws SQLException {
    Map<LocalDate, AnnouncedDay> days = request.announced(division, year);
    Result result =
        transaction.run(
            Reach.EVERYTHING,
            connection -> store(connection, division, year, request, days, expected, caller));
    clocks.refresh();
    return result;
  }

  private Result store(
      Connection connection,
      Division division,
      int year,
      CalendarRequest request,
      Map<LocalDate, AnnouncedDay> days,
      Optional<IfMatch> expected,
      Caller caller)
      throws SQLException {
    requireOrgan(connection, division);
    CalendarTable.lockRevision(connection);
    Optional<CalendarYear> present = present(connection, division, year);
    int number = present.map(LoadCalendarYear::number).orElse(0);
    boolean stands =
        present.filter(found -> CalendarRequest.says(found, request.notice(), days)).isPresent();
    if (expected.isEmpty() && present.isPresent() && !stands) {
      throw Refusal.changedMeanwhile();
    }
    if (!expected
        .orElse(IfMatch.of(Optional.empty()))
        .puts(stands, present.map(found -> (long) number(found)))) {
      return new Result(number, false);
    }
    LoadedYear loaded =
        new LoadedYear(
            division,
            number + 1,
            new CalendarYear(year, year + "-" + (number + 1), request.notice(), days),
            caller.clientId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    CalendarTable.insert(connection, loaded);
    clocks.change(connection);
    audit.append(
        connection,
        caller,
        AuditAction.CALENDAR_YEAR_LOADED,
        division.code().isEmpty() ? Integer.toString(year) : year + "@" + division.code(),
        Optional.empty(),
        loaded.number());
    return new Result(loaded.number(), present.isEmpty());
  }

  /** A code that no organ has is mistyped: nobody would ever miss its days. */
  private void requireOrgan(Connection connection, Division division) throws SQLException {
    if (!division.equals(Division.COUNTRY) && !organs.anyIn(connection, division.code())) {
      throw Refusal.notPermitted(RegisterFault.DIVISION_UNKNOWN.at("division", division.code()));
    }
  }

  /** The year as it is announced at this moment, whatever an instance has noticed of it. */
  static Optional<CalendarYear> present(Connection connection, Division division, int year)
      throws SQLException {
    Optional<CalendarYear> loaded =
        CalendarTable.newest(connection).stream()
            .filter(found -> found.division().equals(division) && found.days().year() == year)
            .map(LoadedYear::days)
            .findAny();
    return loaded.isPresent() || !division.equals(Division.COUNTRY)
        ? loaded
        : WorkingDayCalendar.bundled().announcedYear(year);
  }

  /** The number in a version of the form {@code 2026-1}. */
  public static int number(CalendarYear year) {
    return Integer.parseInt(year.version().substring(year.version().indexOf('-') + 1));
  }
}
