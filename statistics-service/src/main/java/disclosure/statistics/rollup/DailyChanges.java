package disclosure.statistics.rollup;

import disclosure.statistics.count.Cell;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO daily_change (changes) VALUES (?)")) {
      insert.setBytes(1, PackedChanges.of(changes));
      insert.executeUpdate();
    }
  }

  static boolean isAny(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM daily_change)");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Visits all. */
  static void visit(Connection connection, PackedChanges.Visitor visitor) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT changes FROM daily_change")) {
      visit(select, visitor);
    }
  }

  /**
   * Visits those of some transactions and deletes them.
   *
   * @param most how many transactions
   * @return whether there were any
   */
  static boolean take(Connection connection, int most, PackedChanges.Visitor visitor)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM daily_change
            WHERE ctid = ANY (ARRAY(SELECT ctid FROM daily_change LIMIT ?))
            RETURNING changes
            """)) {
      delete.setInt(1, most);
      return visit(delete, visitor);
    }
  }

  private static boolean visit(PreparedStatement statement, PackedChanges.Visitor visitor)
      throws SQLException {
    boolean any = false;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        any = true;
        PackedChanges.visit(row.getBytes(1), visitor);
      }
    }
    return any;
  }
}
