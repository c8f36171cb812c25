package disclosure.statistics.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of rebuilds. */
final class Rebuilds {

  private final DataSource database;

  Rebuilds(DataSource database) {
    this.database = database;
  }

  /** Notes a new one; others that haven't ended were given up with their instance. */
  void begin(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement orphans =
            connection.prepareStatement(
                """
                UPDATE rebuild SET state = 'FAILED', finished_at = now(), cause = 'given up'
                WHERE finished_at IS NULL
                """);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO rebuild (id, state) VALUES (?, 'READING')")) {
      orphans.executeUpdate();
      insert.setObject(1, id);
      insert.executeUpdate();
    }
  }

  void read(UUID id, long records, long inAll) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE rebuild SET records_read = ?, records_in_all = ? WHERE id = ?")) {
      update.setLong(1, records);
      update.setLong(2, inAll);
      update.setObject(3, id);
      update.executeUpdate();
    }
  }

  void enter(UUID id, Progress.State state) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE rebuild SET state = ? WHERE id = ?")) {
      update.setString(1, state.name());
      update.setObject(2, id);
      update.executeUpdate();
    }
  }

  void end(UUID id, Progress.State state, Optional<Long> differing, Optional<String> cause)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE rebuild
                SET state = ?, finished_at = now(), differing_cells = ?, cause = ? WHERE id = ?
                """)) {
      update.setString(1, state.name());
      update.setObject(2, differing.orElse(null), java.sql.Types.BIGINT);
      update.setString(3, cause.orElse(null));
      update.setObject(4, id);
      update.executeUpdate();
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
