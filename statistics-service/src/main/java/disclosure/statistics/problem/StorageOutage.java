package disclosure.statistics.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;

/** Tells a database that can't be reached just now from one that refuses what it was asked. */
final class StorageOutage {

  /** SQLSTATE classes: connection, resources, operator intervention. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57");

  /** The server is there, and the database takes no connections. */
  private static final String CLOSED = "55000";

  private StorageOutage() {}

  static boolean isCauseOf(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static boolean isOutage(SQLException exception) {
    String state = exception.getSQLState();
    // The pool reports that it has no connection to give without a state.
    return exception instanceof SQLTimeoutException
        || state == null
        || state.equals(CLOSED)
        || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }
}
