package disclosure.storage;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks the database, on a connection of its own, whether it is there. */
final class Probe implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 800;

  /** Whoever got no answer tries once more anew: a connection alone may be broken. */
  private static final int TIMEOUT_SECONDS_ANEW = 1;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private Connection connection;

  Probe(String url, String user, String password) {
    database.setUrl(url);
    database.setUser(user);
    database.setPassword(password);
    database.setApplicationName("database-watch");
    database.setConnectTimeout(TIMEOUT_SECONDS_ANEW);
    database.setSocketTimeout(TIMEOUT_SECONDS_ANEW);
  }

  /**
   * Whether there is an answer of any kind within some seconds: a server that refuses answers too,
   * and then whoever asks is told at once.
   */
  boolean answers() {
    return answersOnce() || answersOnce();
  }

  private boolean answersOnce() {
    try {
      if (connection == null) {
        connection = database.getConnection();
        connection.setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
      }
      try (Statement ask = connection.createStatement()) {
        ask.execute("SELECT");
      }
      return true;
    } catch (SQLException failure) {
      close();
      return !isSilence(failure);
    }
  }

  private static boolean isSilence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException gone) {
        // Nothing is left to close.
      }
      connection = null;
    }
  }
}
