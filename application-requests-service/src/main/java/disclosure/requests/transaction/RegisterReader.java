package disclosure.requests.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Reads records of the register, those of one reach and no others. */
@ApplicationScoped
public class RegisterReader {

  private final DataSource database;

  /** Reads on connections of the service's own role. */
  public RegisterReader(DataSource database) {
    this.database = database;
  }

  /** Queries on a connection. */
  @FunctionalInterface
  public interface Reading<T> {

    /** Reads on the transaction's connection. */
    T from(Connection connection) throws SQLException;
  }

  /**
   * Reads what belongs to nobody, such as the directory of organs. Of applications and disputes
   * nothing is seen.
   */
  public <T> T directory(Reading<T> reading) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
    }
  }

  /** Reads records of the reach in one snapshot. */
  public <T> T read(Reach reach, Reading<T> reading) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement transaction = connection.createStatement()) {
      transaction.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      try {
        RowSecurity.restrict(connection, reach);
        return reading.from(connection);
      } finally {
        transaction.execute("ROLLBACK");
      }
    }
  }
}
