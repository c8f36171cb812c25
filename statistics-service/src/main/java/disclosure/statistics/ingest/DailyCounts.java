package disclosure.statistics.ingest;

import disclosure.statistics.count.Cell;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.rollup.DailyChanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Changes the daily counts, of which each is the sum of its rows, and notes the changes for the
 * sums over subtrees.
 */
final class DailyCounts {

  /** An organ with fewer rows is read quickly however they are. */
  private static final int MANY_ROWS = 1_000;

  private DailyCounts() {}

  /**
   * Changes them.
   *
   * @param noting whether there are sums over subtrees that the changes must be added to
   */
  static void change(Connection connection, SortedMap<Cell, Long> changes, boolean noting)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO daily_count (organ_code, day, place, n) SELECT * FROM unnest(?, ?, ?,"
                + " ?)")) {
      Columns<Map.Entry<Cell, Long>> columns =
          new Columns<>(connection, insert, List.copyOf(changes.entrySet()));
      columns.set("text", change -> change.getKey().organ().value());
      columns.dates(change -> change.getKey().day());
      columns.set(
          "smallint",
          change -> (short) CellIndex.of(change.getKey().row(), change.getKey().type()));
      columns.set("integer", change -> Math.toIntExact(change.getValue()));
      insert.executeUpdate();
    }
    if (noting) {
      DailyChanges.note(connection, changes);
    }
  }

  /** Organs with at least two rows for each count. */
  static List<String> scattered(Connection connection) throws SQLException {
    List<String> organs = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT organ_code
            FROM (SELECT organ_code, count(*) AS parts
                  FROM daily_count GROUP BY organ_code, day, place) AS cell
            GROUP BY organ_code HAVING sum(parts) >= ? AND sum(parts) >= 2 * count(*)
            ORDER BY organ_code
            """)) {
      select.setInt(1, MANY_ROWS);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          organs.add(row.getString(1));
        }
      }
    }
    return organs;
  }

  /**
   * Puts the rows of each count of the organ together into one. Rows that come meanwhile stay for
   * themselves, and every snapshot has the same sums.
   */
  static void merge(Connection connection, String organ) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            """
            WITH part AS (DELETE FROM daily_count WHERE organ_code = ? RETURNING *)
            INSERT INTO daily_count (organ_code, day, place, n)
            SELECT organ_code, day, place, sum(n) FROM part
            GROUP BY organ_code, day, place HAVING sum(n) <> 0
            """)) {
      merge.setString(1, organ);
      merge.executeUpdate();
    }
  }
}
