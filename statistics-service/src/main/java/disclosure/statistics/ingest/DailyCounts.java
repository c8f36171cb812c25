package disclosure.statistics.ingest;

import disclosure.statistics.count.Cell;
import disclosure.statistics.rollup.DailyChanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Changes the daily counts, always in the order of the cells, and notes the changes for the sums
 * over subtrees.
 */
final class DailyCounts {

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
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO daily_count AS held (organ_code, day, form_row, applicant_type, n)
            SELECT organ_code, day, form_row, applicant_type, n
            FROM unnest(?, ?, ?, ?, ?)
              WITH ORDINALITY AS change (organ_code, day, form_row, applicant_type, n, place)
            ORDER BY place
            ON CONFLICT (organ_code, day, form_row, applicant_type)
            DO UPDATE SET n = held.n + EXCLUDED.n
            """)) {
      Columns<Map.Entry<Cell, Long>> columns =
          new Columns<>(connection, upsert, List.copyOf(changes.entrySet()));
      columns.set("text", change -> change.getKey().organ().value());
      columns.set("date", change -> change.getKey().day().toString());
      columns.set("text", change -> change.getKey().row().name());
      columns.set("text", change -> change.getKey().type().name());
      columns.set("bigint", Map.Entry::getValue);
      upsert.executeUpdate();
    }
    if (noting) {
      DailyChanges.note(connection, changes);
    }
  }
}
