package disclosure.requests.outbox;

import disclosure.requests.security.Reach;
import disclosure.requests.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The one transaction of a change over plain JDBC: the changed row, its history, its audit entry
 * and its event. It is repeated whole when PostgreSQL asks for that.
 */
@ApplicationScoped
public class WriterTransaction {

  /** Serialisation failure and deadlock. */
  private static final Set<String> REPEATABLE = Set.of("40001", "40P01");

  private static final int ATTEMPTS = 5;

  private final DataSource database;
  private final RelaySignal relay;

  WriterTransaction(DataSource database, RelaySignal relay) {
    this.database = database;
    this.relay = relay;
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
   * @param reach whose records the work may read and change
   * @throws IllegalStateException with the database's exception as its cause
   */
  public <T> T run(Reach reach, Work<T> work) {
    return run(reach, RowSecurity::restrict, work);
  }

  /**
   * The same for work that finds its rows by their keys, whatever it is given: its statements are
   * planned once, for planning them anew takes longer than running them.
   *
   * @param reach whose records the work may read and change
   * @throws IllegalStateException with the database's exception as its cause
   */
  public <T> T runByKeys(Reach reach, Work<T> work) {
    return run(reach, RowSecurity::restrictPlanned, work);
  }

  /** What a transaction begins with. */
  private interface Beginning {
    void of(Connection connection, Reach reach) throws SQLException;
  }

  private <T> T run(Reach reach, Beginning beginning, Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        T result = once(reach, beginning, work);
        relay.wake();
        return result;
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS || !isRepeatable(failure)) {
          throw new IllegalStateException("the transaction failed", failure);
        }
      }
    }
  }

  /** Whether PostgreSQL asks for the transaction to be done again from its beginning. */
  static boolean isRepeatable(SQLException failure) {
    return REPEATABLE.contains(String.valueOf(failure.getSQLState()));
  }

  private <T> T once(Reach reach, Beginning beginning, Work<T> work) throws SQLException {
    // The pool resets the connection when it comes back.
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        beginning.of(connection, reach);
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
