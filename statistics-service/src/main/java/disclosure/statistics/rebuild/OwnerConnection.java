package disclosure.statistics.rebuild;

import disclosure.storage.DatabaseWatch;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * A connection as the owner of the tables, beside the pool. A statement on it may rightly take
 * minutes; it is let go when the database hangs, or when whoever waits for it has lost the claim.
 */
final class OwnerConnection implements AutoCloseable {

  private static final String CONNECT_TIMEOUT_SECONDS = "3";

  private final DatabaseWatch watch;
  private final Connection connection;

  private OwnerConnection(DatabaseWatch watch, Connection connection) {
    this.watch = watch;
    this.connection = connection;
  }

  static OwnerConnection open(Flyway migrations, DatabaseWatch watch) throws SQLException {
    Configuration owner = migrations.getConfiguration();
    Properties settings = new Properties();
    settings.setProperty("user", owner.getUser());
    settings.setProperty("password", owner.getPassword());
    settings.setProperty("ApplicationName", "statistics-rebuild");
    settings.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
    settings.setProperty("loginTimeout", CONNECT_TIMEOUT_SECONDS);
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("logServerErrorDetail", "false");
    Connection connection = DriverManager.getConnection(owner.getUrl(), settings);
    OwnerConnection opened = new OwnerConnection(watch, connection);
    watch.add(connection);
    try (Statement limits = connection.createStatement()) {
      limits.execute("SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'");
    } catch (SQLException failure) {
      opened.close();
      throw failure;
    }
    return opened;
  }

  Connection get() {
    return connection;
  }

  /** Whoever waits for it gets an exception. */
  void abort() throws SQLException {
    connection.abort(Runnable::run);
  }

  @Override
  public void close() throws SQLException {
    watch.remove(connection);
    connection.close();
  }
}
