package disclosure.requests.outbox;

import disclosure.requests.outbox.PublishedStates.Present;
import disclosure.requests.outbox.PublishedStates.Selection;
import disclosure.storage.FailureKind;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The statements that every kind of {@link PublishedStates} reads with: rows are locked by one, and
 * read by the next. A single one would read a row that it had to wait for as it is since, and what
 * lies beside it in other tables as it was before.
 *
 * @param columns what is read of a row, and of others beside it
 * @param table the table
 * @param key its column that the events bear as their key
 * @param least a value below every key, as a typed literal of SQL
 * @param organ the column with the organ's code
 * @param changed the column with the moment of the last change
 */
public record SelectionSql(
    String columns, String table, String key, String least, String organ, String changed) {

  private static final String NEXT =
      """
      WITH meant (code) AS (
        SELECT :organ::text
        UNION
        SELECT code FROM requests.organs_acted_for(ARRAY[:organ::text], :day) WHERE :subtree
      )
      SELECT {key}::text AS locked
        FROM requests.{table}
       WHERE (:all OR {organ} IN (SELECT code FROM meant))
         AND {changed} >= coalesce(:since::timestamptz, '-infinity')
         AND {key} > coalesce({cast}, {least})
       ORDER BY {key}
       LIMIT :most
         FOR SHARE OF {table}
      """;

  private static final String ONLY =
      "SELECT {key}::text AS locked FROM requests.{table} WHERE {key} = {cast} FOR SHARE";

  private static final String READ =
      "SELECT {columns} FROM requests.{table} WHERE {key} = ANY (:keys::{type}[]) ORDER BY {key}";

  /** Reads the next states. */
  public List<Present> next(
      Connection connection, Selection selection, String after, int most, RowReader reader)
      throws SQLException {
    return read(
        connection,
        Sql.of(connection, text(NEXT))
            .with("organ", selection.organ())
            .with("subtree", selection.subtree())
            .with("day", selection.day())
            .with("all", selection.organ().isEmpty())
            .with("since", selection.changedSince())
            .with("key", after.isEmpty() ? null : after)
            .with("most", most),
        reader);
  }

  /** Reads the state with the key. */
  public List<Present> only(Connection connection, String key, RowReader reader)
      throws SQLException {
    return read(connection, Sql.of(connection, text(ONLY)).with("key", key), reader);
  }

  /** One that can't be read is told of in its turn, and hides no other. */
  private List<Present> read(Connection connection, Sql lock, RowReader reader)
      throws SQLException {
    Sql locked = Sql.of(connection, text(READ)).array("keys", "text", lock.list(String.class));
    return locked.rows(
        row -> {
          try {
            return reader.present(row);
          } catch (SQLException | RuntimeException failure) {
            if (FailureKind.of(failure) != FailureKind.PERMANENT) {
              throw failure;
            }
            return Present.unreadable(row.getString(key), failure);
          }
        });
  }

  private String text(String statement) {
    return statement
        .replace("{cast}", ":key::{type}")
        .replace("{type}", least.startsWith("uuid") ? "uuid" : "text")
        .replace("{columns}", columns)
        .replace("{organ}", organ)
        .replace("{changed}", changed)
        .replace("{key}", key)
        .replace("{least}", least)
        .replace("{table}", table);
  }

  /** Makes a state of a row. */
  @FunctionalInterface
  public interface RowReader {

    /** The state in the row at hand. */
    Present present(ResultSet row) throws SQLException;
  }
}
