package disclosure.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions over plain JDBC, repeated whole when PostgreSQL asks for that. */
public final class Transactions {

  private static final int MAX_ATTEMPTS = 5;

  private final DataSource database;

  /** Transactions of one database. */
  public Transactions(DataSource database) {
    this.database = database;
  }

  /** What is done in the transaction; it may be done again from its beginning. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does the work on the transaction's connection, without committing. */
    T in(Connection connection) throws SQLException;
  }

  /**
   * Does the work and commits, or rolls everything back.
   *
   * @throws DatabaseOutage when the database can't be used just now
   * @throws DatabaseFault when it refuses for good
   */
  public <T> T run(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException failure) {
        if (attempt == MAX_ATTEMPTS || FailureKind.of(failure) != FailureKind.REPEATABLE) {
          throw FailureKind.unchecked(failure);
        }
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    // The pool resets the connection when it comes back.
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(connection, failure);
        throw failure;
      }
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }
}
