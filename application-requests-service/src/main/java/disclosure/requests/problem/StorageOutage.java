package disclosure.requests.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;

/** Tells a database that can't be reached just now from one that refuses what it was asked. */
public final class StorageOutage {

  /** SQLSTATE classes: connection, resources, operator intervention. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57");

  private StorageOutage() {}

  /** Whether the failure comes from such a database, however deep. */
  public static boolean isCauseOf(Throwable failure) {
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
        || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }
}
