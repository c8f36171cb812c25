package disclosure.statistics.rebuild;

import disclosure.storage.Cause;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * The table of rebuilds. At most one isn't finished; whoever makes it has a claim on it by the
 * database's clock, and writes nothing without.
 */
final class Rebuilds {

  private final DataSource database;
  private final Duration claim;

  /**
   * The table.
   *
   * @param claim how long a claim lasts unless it is renewed
   */
  Rebuilds(DataSource database, Duration claim) {
    this.database = database;
    this.claim = claim;
  }

  /** Notes and claims a new one; false while there is another. */
  boolean begin(UUID id) throws SQLException {
    return changes(
        """
        INSERT INTO rebuild (id, state, claimed_until)
        VALUES (:id, 'READING', clock_timestamp() + :claim * interval '1 second')
        ON CONFLICT DO NOTHING
        """,
        sql -> sql.with("id", id).with("claim", claim.toSeconds()));
  }

  /** Claims it for longer; false when the claim has run out. */
  boolean renew(UUID id) throws SQLException {
    return changes(
        """
        UPDATE rebuild SET claimed_until = clock_timestamp() + :claim * interval '1 second'
        WHERE id = :id AND finished_at IS NULL AND claimed_until > clock_timestamp()
        """,
        sql -> sql.with("id", id).with("claim", claim.toSeconds()));
  }

  /**
   * Notes the end in the transaction that puts the shadow in the place of the counts.
   *
   * @throws ClaimLost when the claim has run out
   */
  static void finish(Connection owner, UUID id, long records, Optional<Long> differing)
      throws SQLException {
    require(
        Sql.of(
                    owner,
                    """
                    UPDATE statistics.rebuild
                    SET state = 'DONE', finished_at = clock_timestamp(), records_read = :records,
                        records_in_all = :records, differing_cells = :differing, cause = NULL
                    WHERE id = :id AND finished_at IS NULL AND claimed_until > clock_timestamp()
                    """)
                .with("records", records)
                .with("differing", differing)
                .with("id", id)
                .update()
            == 1);
  }

  void read(UUID id, long records, long inAll) throws SQLException {
    require(
        changes(
            """
            UPDATE rebuild SET records_read = :records, records_in_all = :inAll
            WHERE id = :id AND finished_at IS NULL
            """,
            sql -> sql.with("records", records).with("inAll", inAll).with("id", id)));
  }

  void enter(UUID id, RebuildProgress.State state) throws SQLException {
    require(
        changes(
            "UPDATE rebuild SET state = :state, cause = NULL WHERE id = :id AND finished_at IS NULL",
            sql -> sql.with("state", state).with("id", id)));
  }

  /** Notes what it waits for, until it goes on. */
  void await(UUID id, Throwable failure) throws SQLException {
    require(
        changes(
            "UPDATE rebuild SET cause = :cause WHERE id = :id AND finished_at IS NULL",
            sql -> sql.with("cause", "waits, after " + text(failure)).with("id", id)));
  }

  /** Notes that it failed, unless it has ended. */
  void fail(UUID id, Throwable failure) throws SQLException {
    giveUp(id, text(failure));
  }

  /** Whether the shadow has taken the place of the counts. */
  boolean isDone(UUID id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.of(connection, "SELECT FROM rebuild WHERE id = :id AND state = 'DONE'")
          .with("id", id)
          .exists();
    }
  }

  private static String text(Throwable failure) {
    return failure.getClass().getSimpleName() + " (" + Cause.of(failure).text() + ")";
  }

  /** Notes that it ended without result, unless it has ended otherwise. */
  void giveUp(UUID id, String cause) throws SQLException {
    changes(
        """
        UPDATE rebuild SET state = 'FAILED', finished_at = clock_timestamp(), cause = :cause
        WHERE id = :id AND finished_at IS NULL
        """,
        sql -> sql.with("cause", cause).with("id", id));
  }

  private boolean changes(String statement, UnaryOperator<Sql> parameters) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return parameters.apply(Sql.of(connection, statement)).update() == 1;
    }
  }

  /** One that nobody makes any more. */
  Optional<UUID> abandoned() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.of(
              connection,
              """
              SELECT id FROM rebuild
              WHERE finished_at IS NULL AND claimed_until <= clock_timestamp()
              """)
          .first(UUID.class);
    }
  }

  /** Whether none has been under way for a minute, so that there is nothing to be left of one. */
  static boolean isQuiet(Connection connection) throws SQLException {
    return !Sql.of(
            connection,
            """
            SELECT FROM statistics.rebuild
            WHERE finished_at IS NULL OR finished_at > clock_timestamp() - interval '1 minute'
            """)
        .exists();
  }

  /** Keeps others from beginning one until the transaction ends. */
  static void lock(Connection owner) throws SQLException {
    Sql.of(owner, "LOCK TABLE statistics.rebuild IN SHARE MODE").update();
  }

  private static void require(boolean claimed) {
    if (!claimed) {
      throw new ClaimLost();
    }
  }

  /** Others took the one who makes a rebuild for dead. */
  static final class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLost() {
      super("others took this instance for dead", null, false, false);
    }
  }

  Optional<RebuildProgress> last() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.of(connection, "SELECT * FROM rebuild ORDER BY started_at DESC LIMIT 1")
          .first(RebuildProgress.class);
    }
  }
}
