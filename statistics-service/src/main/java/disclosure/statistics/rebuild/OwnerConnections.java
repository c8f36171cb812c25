package disclosure.statistics.rebuild;

import disclosure.storage.DatabaseWatch;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections as the owner of the counts, beside the pool: one for the work, and those on which
 * migrations run. All are let go when the database hangs, or when whoever waits for them has lost
 * the claim; and none waits for ever for a network that swallows packets, or for a lock.
 */
final class OwnerConnections implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OwnerConnections.class);
  private static final String CONNECT_TIMEOUT_SECONDS = "3";
  private static final int SECONDS_TO_TELL = 5;

  /** An index of all applications may rightly take minutes. */
  private static final int WORK_TIMEOUT_SECONDS = 3_600;

  /** Migrations of empty tables take milliseconds each, and wait for nothing but locks. */
  private static final int MIGRATION_TIMEOUT_SECONDS = 60;

  private final DatabaseWatch watch;
  private final CountsOwner login;
  private final List<Connection> opened = new ArrayList<>();
  private boolean over;
  private final Connection work;

  private OwnerConnections(CountsOwner login, DatabaseWatch watch) throws SQLException {
    this.watch = watch;
    this.login = login;
    this.work = open(WORK_TIMEOUT_SECONDS);
  }

  static OwnerConnections open(CountsOwner login, DatabaseWatch watch) throws SQLException {
    return new OwnerConnections(login, watch);
  }

  /** The one for the work. */
  Connection work() {
    return work;
  }

  /** Opens those for migrations; whoever gets them may close them. */
  DataSource forMigrations() {
    return new ForMigrations(this);
  }

  private static final class ForMigrations extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private final transient OwnerConnections owner;

    ForMigrations(OwnerConnections owner) {
      this.owner = owner;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return owner.open(MIGRATION_TIMEOUT_SECONDS);
    }
  }

  /** The server ends a statement somewhat before its connection would be given up. */
  private Connection open(int timeoutSeconds) throws SQLException {
    Properties properties =
        login.connecting(
            "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c statement_timeout="
                + (timeoutSeconds - SECONDS_TO_TELL)
                + "s");
    properties.setProperty("ApplicationName", "statistics-rebuild");
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
    properties.setProperty("loginTimeout", CONNECT_TIMEOUT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("socketTimeout", Integer.toString(timeoutSeconds));
    properties.setProperty("logServerErrorDetail", "false");
    return keep(DriverManager.getConnection(login.url(), properties));
  }

  private synchronized Connection keep(Connection connection) throws SQLException {
    opened.add(connection);
    watch.add(connection);
    if (over) {
      abort();
      throw new SQLException("the claim on the rebuild has run out");
    }
    return connection;
  }

  /** Whoever waits for one gets an exception, and whoever opens another. */
  synchronized void abort() {
    over = true;
    for (Connection connection : opened) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException closed) {
        LOG.debug("A connection was closed already", closed);
      }
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    opened.forEach(watch::remove);
    for (Connection connection : opened) {
      connection.close();
    }
  }
}
