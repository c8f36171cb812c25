package disclosure.statistics.ingest;

import disclosure.statistics.column.Columns;
import disclosure.statistics.count.Cell;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.rollup.DailyChanges;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
    String statement =
        """
        INSERT INTO daily_count (organ_code, day, place, n)
        SELECT * FROM unnest(:organCode, :day, :place, :n)
        """;
    new Columns<>(connection, statement, List.copyOf(changes.entrySet()))
        .set("organCode", "text", change -> change.getKey().organ().value())
        .dates("day", change -> change.getKey().day())
        .set(
            "place",
            "smallint",
            change -> (short) CellIndex.of(change.getKey().row(), change.getKey().type()))
        .set("n", "integer", change -> Math.toIntExact(change.getValue()))
        .statement()
        .update();
    if (noting) {
      DailyChanges.note(connection, changes);
    }
  }

  /** Organs with at least two rows for each count. */
  static List<String> scattered(Connection connection) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT organ_code
            FROM (SELECT organ_code, count(*) AS parts
                  FROM daily_count GROUP BY organ_code, day, place) AS cell
            GROUP BY organ_code HAVING sum(parts) >= :manyRows AND sum(parts) >= 2 * count(*)
            ORDER BY organ_code
            """)
        .with("manyRows", MANY_ROWS)
        .list(String.class);
  }

  /**
   * Puts the rows of each count of the organ together into one. Rows that come meanwhile stay for
   * themselves, and every snapshot has the same sums.
   */
  static void merge(Connection connection, String organ) throws SQLException {
    Sql.of(
            connection,
            """
            WITH part AS (DELETE FROM daily_count WHERE organ_code = :organ RETURNING *)
            INSERT INTO daily_count (organ_code, day, place, n)
            SELECT organ_code, day, place, sum(n) FROM part
            GROUP BY organ_code, day, place HAVING sum(n) <> 0
            """)
        .with("organ", organ)
        .update();
  }
}
