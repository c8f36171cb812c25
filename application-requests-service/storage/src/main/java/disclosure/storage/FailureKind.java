package disclosure.storage;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a failure at the database means for whoever asked. A permanent fault that is taken for an
 * outage is tried again for ever; an outage that is taken for a fault is answered as a mistake.
 */
public enum FailureKind {

  /** The database, or something else, can't be used just now: later, the same may well succeed. */
  OUTAGE,

  /** PostgreSQL asks for the whole transaction to be done again, at once. */
  REPEATABLE,

  /** The same would fail again for ever; also whatever says nothing of itself. */
  PERMANENT;

  /** SQLSTATE classes: connection, resources, operator intervention. */
  private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "57");

  /**
   * The database takes no connections, or only readers; a lock isn't to be had within the time for
   * it; it ended a transaction that stood still.
   */
  private static final Set<String> OUTAGE_STATES =
      Set.of("55000", "55P03", "25006", "25P03", "25P04");

  /** Serialisation failure and deadlock. */
  private static final Set<String> REPEATABLE_STATES = Set.of("40001", "40P01");

  /** The connection pool's exceptions have no state. */
  private static final String POOL = "io.agroal.pool.";

  private static final int MAX_DEPTH = 20;

  /** What the failure means; of what caused it, however deep, the first that says something. */
  public static FailureKind of(Throwable failure) {
    return of(failure, new HashSet<>()).orElse(PERMANENT);
  }

  /**
   * The exception to go on with: {@link DatabaseOutage} when the database can't be used just now,
   * also when it asks for repeating again and again, else {@link DatabaseFault}.
   */
  public static RuntimeException unchecked(SQLException failure) {
    return of(failure) == PERMANENT ? new DatabaseFault(failure) : new DatabaseOutage(failure);
  }

  private static Optional<FailureKind> of(Throwable failure, Set<Throwable> seen) {
    if (failure == null || seen.size() == MAX_DEPTH || !seen.add(failure)) {
      return Optional.empty();
    }
    Optional<FailureKind> own = own(failure);
    if (own.isPresent()) {
      return own;
    }
    Optional<FailureKind> caused = of(failure.getCause(), seen);
    return caused.isEmpty() && failure instanceof SQLException sql
        ? of(sql.getNextException(), seen)
        : caused;
  }

  private static Optional<FailureKind> own(Throwable failure) {
    if (failure instanceof DatabaseOutage || failure instanceof PassingFailure) {
      return Optional.of(OUTAGE);
    }
    if (!(failure instanceof SQLException sql)) {
      return Optional.empty();
    }
    String state = String.valueOf(sql.getSQLState());
    if (REPEATABLE_STATES.contains(state)) {
      return Optional.of(REPEATABLE);
    }
    return sql instanceof SQLTimeoutException
            || OUTAGE_STATES.contains(state)
            || state.length() == 5 && OUTAGE_CLASSES.contains(state.substring(0, 2))
            || sql.getSQLState() == null && isOfPool(sql)
        ? Optional.of(OUTAGE)
        : Optional.empty();
  }

  /** Whether the pool itself threw it, having no connection to give. */
  private static boolean isOfPool(SQLException failure) {
    StackTraceElement[] thrown = failure.getStackTrace();
    return thrown.length > 0 && thrown[0].getClassName().startsWith(POOL);
  }
}
