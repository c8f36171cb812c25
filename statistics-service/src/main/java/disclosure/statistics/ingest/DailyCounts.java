package disclosure.statistics.ingest;

import disclosure.statistics.count.Cell;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;

/** Changes the daily counts, always in the order of the cells. */
final class DailyCounts {

  private DailyCounts() {}

  static void change(Connection connection, SortedMap<Cell, Long> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    int size = changes.size();
    String[] organs = new String[size];
    Object[] days = new Object[size];
    String[] rows = new String[size];
    String[] types = new String[size];
    Long[] numbers = new Long[size];
    int i = 0;
    for (Map.Entry<Cell, Long> change : changes.entrySet()) {
      Cell cell = change.getKey();
      organs[i] = cell.organ().value();
      days[i] = cell.day().toString();
      rows[i] = cell.row().name();
      types[i] = cell.type().name();
      numbers[i++] = change.getValue();
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO daily_count AS held (organ_code, day, form_row, applicant_type, n)
            SELECT organ_code, day, form_row, applicant_type, n
            FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY
              AS change (organ_code, day, form_row, applicant_type, n, place)
            ORDER BY place
            ON CONFLICT (organ_code, day, form_row, applicant_type)
            DO UPDATE SET n = held.n + EXCLUDED.n
            """)) {
      upsert.setArray(1, connection.createArrayOf("text", organs));
      upsert.setArray(2, connection.createArrayOf("date", days));
      upsert.setArray(3, connection.createArrayOf("text", rows));
      upsert.setArray(4, connection.createArrayOf("text", types));
      upsert.setArray(5, connection.createArrayOf("bigint", numbers));
      upsert.executeUpdate();
    }
  }
}
