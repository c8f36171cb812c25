package disclosure.statistics.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Everything that is read for one answer comes from one state of the database. */
public final class Snapshot {

  /** A reading of the database. */
  public interface Reading<T> {
    /** Reads on the snapshot's connection. */
    T read(Connection connection) throws SQLException;
  }

  private Snapshot() {}

  /** Reads, and leaves nothing behind. */
  public static <T> T of(DataSource database, Reading<T> reading) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      // Setting the connection's own mode and setting it back would take four more round trips.
      statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      try {
        return reading.read(connection);
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the counts can't be read", failure);
    }
  }
}
