package disclosure.requests.deadline;

import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import disclosure.requests.calendar.DayKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
       WHERE division = ? AND year = ? AND version = ?
      """;
  private static final String INSERT_YEAR =
      """
      INSERT INTO requests.calendar_year (division, year, version, notice, loaded_by, loaded_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_DAY =
      """
      INSERT INTO requests.calendar_day (division, year, version, day, kind, holiday)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private CalendarTable() {}

  /** The newest version of every loaded year. */
  public static List<LoadedYear> newest(Connection connection) throws SQLException {
    List<LoadedYear> years = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NEWEST);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Division division = new Division(row.getString("division"));
        int year = row.getInt("year");
        int number = row.getInt("version");
        years.add(
            new LoadedYear(
                division,
                number,
                new CalendarYear(
                    year,
                    year + "-" + number,
                    row.getString("notice"),
                    days(connection, division, year, number)),
                row.getString("loaded_by"),
                row.getTimestamp("loaded_at").toInstant()));
      }
    }
    return years;
  }

  private static Map<LocalDate, AnnouncedDay> days(
      Connection connection, Division division, int year, int number) throws SQLException {
    Map<LocalDate, AnnouncedDay> days = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(DAYS)) {
      select.setString(1, division.code());
      select.setInt(2, year);
      select.setInt(3, number);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          days.put(
              row.getObject("day", LocalDate.class),
              new AnnouncedDay(DayKind.valueOf(row.getString("kind")), row.getString("holiday")));
        }
      }
    }
    return days;
  }

  public static void insert(Connection connection, LoadedYear loaded) throws SQLException {
    try (PreparedStatement year = connection.prepareStatement(INSERT_YEAR);
        PreparedStatement day = connection.prepareStatement(INSERT_DAY)) {
      year.setString(1, loaded.division().code());
      year.setInt(2, loaded.days().year());
      year.setInt(3, loaded.number());
      year.setString(4, loaded.days().notice());
      year.setString(5, loaded.loadedBy());
      year.setTimestamp(6, Timestamp.from(loaded.loadedAt()));
      year.executeUpdate();
      for (Map.Entry<LocalDate, AnnouncedDay> announced : loaded.days().days().entrySet()) {
        day.setString(1, loaded.division().code());
        day.setInt(2, loaded.days().year());
        day.setInt(3, loaded.number());
        day.setObject(4, announced.getKey());
        day.setString(5, announced.getValue().kind().name());
        day.setString(6, announced.getValue().holiday());
        day.addBatch();
      }
      day.executeBatch();
    }
  }

  /** The revision; it grows with every change of the calendar or of the settings. */
  static long revision(Connection connection) throws SQLException {
    return number(connection, "SELECT revision FROM requests.clock_revision");
  }

  /** The same, and nobody else changes it until the transaction ends. */
  public static long lockRevision(Connection connection) throws SQLException {
    return number(connection, "SELECT revision FROM requests.clock_revision FOR UPDATE");
  }

  public static void raiseRevision(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE requests.clock_revision SET revision = revision + 1")) {
      update.executeUpdate();
    }
  }

  /** Raises the revision when these are other settings than those of the last start. */
  static void noteSettings(Connection connection, String settings) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE requests.clock_revision SET revision = revision + 1, settings = ?
             WHERE settings <> ?
            """)) {
      update.setString(1, settings);
      update.setString(2, settings);
      update.executeUpdate();
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
