package disclosure.statistics.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The table of rebuilds. At most one isn't finished; whoever makes it has a claim on it by the
 * database's clock, and writes nothing without.
 */
final class Rebuilds {

  private static final Duration CLAIM = Duration.ofSeconds(30);

  private final DataSource database;

  Rebuilds(DataSource database) {
    this.database = database;
  }

  /** Notes and claims a new one; false while there is another. */
  boolean begin(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO rebuild (id, state, claimed_until)
                VALUES (?, 'READING', clock_timestamp() + ? * interval '1 second')
                ON CONFLICT DO NOTHING
                """)) {
      insert.setObject(1, id);
      insert.setLong(2, CLAIM.toSeconds());
      return insert.executeUpdate() == 1;
    }
  }

  /** Claims it for longer; false when the claim has run out. */
  boolean renew(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE rebuild SET claimed_until = clock_timestamp() + ? * interval '1 second'
                WHERE id = ? AND finished_at IS NULL AND claimed_until > clock_timestamp()
                """)) {
      update.setLong(1, CLAIM.toSeconds());
      update.setObject(2, id);
      return update.executeUpdate() == 1;
    }
  }

  /**
   * Notes the end in the transaction that puts the shadow in the place of the counts.
   *
   * @throws ClaimLost when the claim has run out
   */
  static void finish(Connection owner, UUID id, long records, long differing) throws SQLException {
    try (PreparedStatement update =
        owner.prepareStatement(
            """
            UPDATE statistics.rebuild
            SET state = 'DONE', finished_at = clock_timestamp(), records_read = ?,
                records_in_all = ?, differing_cells = ?
            WHERE id = ? AND finished_at IS NULL AND claimed_until > clock_timestamp()
            """)) {
      update.setLong(1, records);
      update.setLong(2, records);
      update.setLong(3, differing);
      update.setObject(4, id);
      require(update.executeUpdate() == 1);
    }
  }

  void read(UUID id, long records, long inAll) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE rebuild SET records_read = ?, records_in_all = ?
                WHERE id = ? AND finished_at IS NULL
                """)) {
      update.setLong(1, records);
      update.setLong(2, inAll);
      update.setObject(3, id);
      require(update.executeUpdate() == 1);
    }
  }

  void enter(UUID id, Progress.State state) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE rebuild SET state = ? WHERE id = ? AND finished_at IS NULL")) {
      update.setString(1, state.name());
      update.setObject(2, id);
      require(update.executeUpdate() == 1);
    }
  }

  /** Notes that it failed, unless it has ended. */
  void fail(UUID id, String cause) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE rebuild SET state = 'FAILED', finished_at = clock_timestamp(), cause = ?
                WHERE id = ? AND finished_at IS NULL
                """)) {
      update.setString(1, cause);
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  /** One that nobody makes any more. */
  Optional<UUID> abandoned() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT id FROM rebuild
                WHERE finished_at IS NULL AND claimed_until <= clock_timestamp()
                """);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
    }
  }

  /** Whether none has been under way for a minute, so that there is nothing to be left of one. */
  static boolean isQuiet(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT NOT EXISTS (
                  SELECT FROM statistics.rebuild
                  WHERE finished_at IS NULL OR finished_at > clock_timestamp() - interval '1 minute')
                """);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Keeps others from beginning one until the transaction ends. */
  static void lock(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("LOCK TABLE statistics.rebuild IN SHARE MODE");
    }
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

  Optional<Progress> last() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT * FROM rebuild ORDER BY started_at DESC LIMIT 1");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new Progress(
              row.getObject("id", UUID.class),
              Progress.State.valueOf(row.getString("state")),
              moment(row, "started_at").orElseThrow(),
              moment(row, "finished_at"),
              row.getLong("records_read"),
              row.getLong("records_in_all"),
              Optional.ofNullable(row.getObject("differing_cells", Long.class)),
              Optional.ofNullable(row.getString("cause"))));
    }
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
