package disclosure.statistics.operations;

import java.sql.Connection;
import java.sql.SQLException;
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
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        return reading.read(connection);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the counts can't be read", failure);
    }
  }
}
