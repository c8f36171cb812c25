package disclosure.statistics.live;

import disclosure.statistics.ingest.ChangeNotice;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection that listens to the notices of changes. It is never one of the pool: whoever got it
 * next would heap up what it is told of.
 */
final class ListeningConnection implements AutoCloseable {

  private static final int TIMEOUT_SECONDS = 3;

  private final Connection connection;

  private ListeningConnection(Connection connection) {
    this.connection = connection;
  }

  /** Connects as the pool does, and listens. */
  static ListeningConnection open(AgroalDataSource pool) throws SQLException {
    AgroalConnectionFactoryConfiguration settings =
        pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    Properties properties = new Properties();
    properties.putAll(settings.jdbcProperties());
    if (settings.principal() instanceof NamePrincipal user) {
      properties.putAll(user.asProperties());
    }
    for (Object credential : settings.credentials()) {
      if (credential instanceof SimplePassword password) {
        properties.putAll(password.asProperties());
      }
    }
    properties.setProperty("loginTimeout", Integer.toString(TIMEOUT_SECONDS));
    Connection connection = new Driver().connect(settings.jdbcUrl(), properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + ChangeNotice.CHANNEL);
      return new ListeningConnection(connection);
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /** What was told since the last call; waits for something that long. */
  PGNotification[] notices(int millis) throws SQLException {
    return connection.unwrap(PGConnection.class).getNotifications(millis);
  }

  /**
   * Makes sure that the server is still there: one that is gone without a word tells nothing, and
   * would seem to have nothing to tell.
   */
  void requireAlive() throws SQLException {
    if (!connection.isValid(TIMEOUT_SECONDS)) {
      throw new SQLException("the server doesn't answer where it is listened to", "08006");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
