package disclosure.statistics.matrix;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The applications of a set of organs as they were recorded up to a moment: of each, the newest
 * version by then. One that was moved to another organ later is among them, one that was moved here
 * later is not.
 */
final class KnownStates {

  /** Begins a statement; the states are in {@code known}. */
  static final String SQL =
      """
      WITH touched AS (
        SELECT DISTINCT application_id FROM application_history WHERE organ_code = ANY (?)
      ), newest AS (
        SELECT DISTINCT ON (application_id) history.*
        FROM application_history history JOIN touched USING (application_id)
        WHERE recorded_at <= ?
        ORDER BY application_id, version DESC
      ), known AS (
        SELECT * FROM newest WHERE organ_code = ANY (?) AND status <> 'VOIDED'
      )
      """;

  private KnownStates() {}

  /** Binds the parameters of {@link #SQL} and returns the index of the next one. */
  static int bind(
      Connection connection, PreparedStatement select, List<String> organs, Instant knownAt)
      throws SQLException {
    select.setArray(1, connection.createArrayOf("text", organs.toArray()));
    select.setObject(2, knownAt.atOffset(ZoneOffset.UTC));
    select.setArray(3, connection.createArrayOf("text", organs.toArray()));
    return 4;
  }
}
