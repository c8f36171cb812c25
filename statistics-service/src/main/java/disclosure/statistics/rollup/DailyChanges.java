package disclosure.statistics.rollup;

import disclosure.statistics.count.Cell;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;

/**
 * The changes of daily counts that are not in the sums yet, in one row for each transaction that
 * counted.
 */
public final class DailyChanges {

  private DailyChanges() {}

  /** Notes what the transaction changes. */
  public static void note(Connection connection, SortedMap<Cell, Long> changes)
      throws SQLException {
    Sql.of(connection, "INSERT INTO daily_change (changes) VALUES (:changes)")
        .with("changes", PackedChanges.of(changes))
        .update();
  }

  static boolean isAny(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT FROM daily_change LIMIT 1").exists();
  }

  /** Visits all. */
  static void visit(Connection connection, PackedChanges.Visitor visitor) throws SQLException {
    Sql.of(connection, "SELECT changes FROM daily_change")
        .forEach(row -> PackedChanges.visit(row.getBytes("changes"), visitor));
  }

  /**
   * Visits those of some transactions and deletes them.
   *
   * @param most how many transactions
   * @return whether there were any
   */
  static boolean take(Connection connection, int most, PackedChanges.Visitor visitor)
      throws SQLException {
    List<byte[]> taken =
        Sql.of(
                connection,
                """
                DELETE FROM daily_change
                WHERE ctid = ANY (ARRAY(SELECT ctid FROM daily_change LIMIT :most))
                RETURNING changes
                """)
            .with("most", most)
            .list(byte[].class);
    taken.forEach(changes -> PackedChanges.visit(changes, visitor));
    return !taken.isEmpty();
  }
}
