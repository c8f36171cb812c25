package disclosure.requests.transaction;

import disclosure.storage.DatabaseFault;
import disclosure.storage.DatabaseOutage;
import disclosure.storage.Transactions;
import disclosure.storage.job.JobTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The one transaction of a change over plain JDBC: the changed row, its history, its audit entry
 * and its event. It is repeated whole when PostgreSQL asks for that.
 */
@ApplicationScoped
public class WriterTransaction implements JobTransactions {

  private final Transactions transactions;
  private final RelaySignal relay;

  /** Transactions on connections of the service's own role. */
  public WriterTransaction(DataSource database, RelaySignal relay) {
    this.transactions = new Transactions(database);
    this.relay = relay;
  }

  /** What is done in the transaction; it may be done again from its beginning. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does the work on the transaction's connection, without committing. */
    T in(Connection connection) throws SQLException;
  }

  /** The register's background work is about all records. */
  @Override
  public <T> T run(Transactions.Work<T> work) {
    return run(Reach.EVERYTHING, work::in);
  }

  /**
   * Does the work and commits, or rolls everything back.
   *
   * @param reach whose records the work may read and change
   * @throws DatabaseOutage when the database can't be used just now
   * @throws DatabaseFault when it refuses for good
   */
  public <T> T run(Reach reach, Work<T> work) {
    return run(reach, RowSecurity::restrict, work);
  }

  /**
   * The same for work that finds its rows by their keys, whatever it is given: its statements are
   * planned once, for planning them anew takes longer than running them.
   *
   * @param reach whose records the work may read and change
   * @throws DatabaseOutage when the database can't be used just now
   * @throws DatabaseFault when it refuses for good
   */
  public <T> T runByKeys(Reach reach, Work<T> work) {
    return run(reach, RowSecurity::restrictPlanned, work);
  }

  /** What a transaction begins with. */
  private interface Beginning {
    void of(Connection connection, Reach reach) throws SQLException;
  }

  private <T> T run(Reach reach, Beginning beginning, Work<T> work) {
    T result =
        transactions.run(
            connection -> {
              beginning.of(connection, reach);
              return work.in(connection);
            });
    relay.wake();
    return result;
  }
}
