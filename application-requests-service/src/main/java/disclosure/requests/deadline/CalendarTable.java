package disclosure.requests.deadline;

import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import disclosure.requests.calendar.DayKind;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The loaded years, every version of each; and the revision of all that the clock rests on. */
public final class CalendarTable {

  private static final String NEWEST =
      """
      SELECT DISTINCT ON (division, year) division, year, version, notice, loaded_by, loaded_at
        FROM requests.calendar_year
       ORDER BY division, year, version DESC
      """;
  private static final String DAYS =
      """
      SELECT day, kind, holiday FROM requests.calendar_day
       WHERE division = :division AND year = :year AND version = :version
      """;
  private static final String INSERT_YEAR =
      """
      INSERT INTO requests.calendar_year (division, year, version, notice, loaded_by, loaded_at)
      VALUES (:division, :year, :version, :notice, :loadedBy, :loadedAt)
      """;
  private static final String INSERT_DAY =
      """
      INSERT INTO requests.calendar_day (division, year, version, day, kind, holiday)
      VALUES (:division, :year, :version, :day, :kind, :holiday)
      """;

  private CalendarTable() {}

  /** The newest version of every loaded year. */
  public static List<LoadedYear> newest(Connection connection) throws SQLException {
    List<LoadedYear> years = new ArrayList<>();
    for (YearRow row : Sql.of(connection, NEWEST).list(YearRow.class)) {
      years.add(row.with(days(connection, row)));
    }
    return years;
  }

  private record YearRow(
      Division division, int year, int version, String notice, String loadedBy, Instant loadedAt) {

    static YearRow of(LoadedYear loaded) {
      return new YearRow(
          loaded.division(),
          loaded.days().year(),
          loaded.number(),
          loaded.days().notice(),
          loaded.loadedBy(),
          loaded.loadedAt());
    }

    LoadedYear with(Map<LocalDate, AnnouncedDay> days) {
      CalendarYear announced = new CalendarYear(year, year + "-" + version, notice, days);
      return new LoadedYear(division, version, announced, loadedBy, loadedAt);
    }
  }

  private record DayRow(LocalDate day, DayKind kind, String holiday) {}

  private static Map<LocalDate, AnnouncedDay> days(Connection connection, YearRow year)
      throws SQLException {
    Map<LocalDate, AnnouncedDay> days = new TreeMap<>();
    Sql.of(connection, DAYS)
        .all(year)
        .list(DayRow.class)
        .forEach(row -> days.put(row.day(), new AnnouncedDay(row.kind(), row.holiday())));
    return days;
  }

  public static void insert(Connection connection, LoadedYear loaded) throws SQLException {
    YearRow year = YearRow.of(loaded);
    Sql.of(connection, INSERT_YEAR).all(year).update();
    List<DayRow> days = new ArrayList<>();
    loaded
        .days()
        .days()
        .forEach((day, kept) -> days.add(new DayRow(day, kept.kind(), kept.holiday())));
    Sql.of(connection, INSERT_DAY).all(year).batch(days);
  }

  /**
   * What due dates rest on.
   *
   * @param revision grows with every change of the calendar or of the settings
   * @param settings those of the instance that started last
   */
  record Basis(long revision, String settings) {}

  static Basis basis(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT revision, settings FROM requests.clock_revision")
        .one(Basis.class);
  }

  /** The same, and nobody else changes it until the transaction ends. */
  public static long lockRevision(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT revision FROM requests.clock_revision FOR UPDATE")
        .one(Long.class);
  }

  static void raiseRevision(Connection connection) throws SQLException {
    Sql.of(connection, "UPDATE requests.clock_revision SET revision = revision + 1").update();
  }

  /**
   * Raises the revision when these are other settings than those of the last start, and tells
   * whether they are.
   */
  static boolean noteSettings(Connection connection, String settings) throws SQLException {
    return Sql.of(
                connection,
                """
                UPDATE requests.clock_revision SET revision = revision + 1, settings = :settings
                 WHERE settings <> :settings
                """)
            .with("settings", settings)
            .update()
        > 0;
  }

  /** Tells that somebody runs with these settings. */
  static void live(Connection connection, String settings) throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO requests.clock_settings AS known (settings, seen_at)
            VALUES (:settings, clock_timestamp())
            ON CONFLICT (settings) DO UPDATE SET seen_at = excluded.seen_at
             WHERE known.seen_at < excluded.seen_at - interval '10 seconds'
            """)
        .with("settings", settings)
        .update();
  }

  /** Whether anybody has run with these settings within the last minute. */
  static boolean isLive(Connection connection, String settings) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT FROM requests.clock_settings
             WHERE settings = :settings AND seen_at > clock_timestamp() - interval '1 minute'
            """)
        .with("settings", settings)
        .exists();
  }
}
