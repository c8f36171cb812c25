package disclosure.requests.outbox;

import disclosure.requests.outbox.PublishedStates.Present;
import disclosure.requests.outbox.PublishedStates.Selection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that every kind of {@link PublishedStates} reads with.
 *
 * @param columns what is read of a row
 * @param table the table
 * @param key its column that the events bear as their key
 * @param least a value below every key, as a typed literal of SQL
 * @param organ the column with the organ's code
 * @param changed the column with the moment of the last change
 */
public record SelectionSql(
    String columns, String table, String key, String least, String organ, String changed) {

  /** The text; {@link #read} fills its parameters. */
  public String text() {
    return """
    WITH RECURSIVE meant (code) AS (
      SELECT ?::text
      UNION
      SELECT organ.code
        FROM requests.organ
        JOIN meant ON meant.code IN (organ.parent_code, organ.successor_code)
       WHERE ?
    )
    SELECT {columns}
      FROM requests.{table}
     WHERE (? OR {organ} IN (SELECT code FROM meant))
       AND {changed} >= coalesce(?::timestamptz, '-infinity')
       AND {key} > coalesce({cast}, {least})
     ORDER BY {key}
     LIMIT ?
       FOR SHARE OF {table}
    """
        .replace("{cast}", least.startsWith("uuid") ? "?::uuid" : "?::text")
        .replace("{columns}", columns)
        .replace("{organ}", organ)
        .replace("{changed}", changed)
        .replace("{key}", key)
        .replace("{least}", least)
        .replace("{table}", table);
  }

  /**
   * Reads the next states.
   *
   * @param text what {@link #text} gave
   * @param reader makes a state of a row
   */
  public static List<Present> read(
      Connection connection,
      String text,
      Selection selection,
      String after,
      int most,
      RowReader reader)
      throws SQLException {
    List<Present> states = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(text)) {
      select.setString(1, selection.organ().orElse(null));
      select.setBoolean(2, selection.subtree());
      select.setBoolean(3, selection.organ().isEmpty());
      select.setTimestamp(4, selection.changedSince().map(Timestamp::from).orElse(null));
      select.setString(5, after.isEmpty() ? null : after);
      select.setInt(6, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          states.add(reader.present(row));
        }
      }
    }
    return states;
  }

  /** Makes a state of a row. */
  @FunctionalInterface
  public interface RowReader {

    /** The state in the row at hand. */
    Present present(ResultSet row) throws SQLException;
  }
}
