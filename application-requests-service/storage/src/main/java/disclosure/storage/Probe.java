package disclosure.storage;

import java.net.ConnectException;
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

  /** Some two seconds of questions: a server that is started anew refuses for a moment. */
  private static final int MAX_REFUSALS = 8;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private Connection connection;
  private int refusals;

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
   * and then whoever asks is told at once. One that takes no connection time and again is gone, but
   * what it had under way may be left behind without an end: killed, it leaves processes that wait
   * for each other, and whoever waits for them is told nothing.
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
      refusals = 0;
      return true;
    } catch (SQLException failure) {
      close();
      refusals = is(failure, ConnectException.class) ? refusals + 1 : 0;
      return refusals < MAX_REFUSALS && !is(failure, SocketTimeoutException.class);
    }
  }

  private static boolean is(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
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
