package disclosure.statistics.operations;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What a snapshot of the database shows. Two snapshots with the same state show the same rows of
 * every table: a transaction that had written anything in between, of whichever client, would have
 * moved it.
 *
 * @param at the moment of the snapshot, by the database's clock
 * @param state which transactions the snapshot sees, and since when the server runs: a server that
 *     was put back to an earlier state counts them anew
 */
public record SnapshotMark(Instant at, String state) {

  /** What a statement selects first for {@link #of(ResultSet)}. */
  public static final String COLUMNS =
      "now() AS snapshot_at,"
          + " pg_current_snapshot()::text || ' ' || pg_postmaster_start_time() AS snapshot_state";

  /** The mark of what the connection's next, or present, snapshot shows. */
  public static SnapshotMark of(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT " + COLUMNS).rows(SnapshotMark::of).get(0);
  }

  /** The mark that a row of {@link #COLUMNS} holds. */
  public static SnapshotMark of(ResultSet row) throws SQLException {
    return new SnapshotMark(
        row.getObject("snapshot_at", OffsetDateTime.class).toInstant(),
        row.getString("snapshot_state"));
  }
}
