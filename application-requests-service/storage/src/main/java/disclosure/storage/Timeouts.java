package disclosure.storage;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work that was put off since a statement took too long, a lock wasn't to be had, or the work
 * itself kept its transaction waiting for too long. That happens when the database is slow, another
 * works on the same rows, or the instance stood still; but what is put off again and again, while
 * the database answers otherwise, has a fault of its own.
 *
 * @param <K> what tells one piece of work from another
 */
public final class Timeouts<K> {

  private static final int MAX_CANCELED = 4;

  /** Some three or four minutes: others keep rows for longer than a statement may take. */
  private static final int MAX_UNLOCKED = 60;

  private static final int MAX_DEPTH = 20;

  /** The server has cancelled a statement, usually since its time was up. */
  private static final String QUERY_CANCELED = "57014";

  /** A lock was not to be had within the time for it. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** The server has ended a transaction in which nothing was asked of it for too long. */
  private static final String IDLE_IN_TRANSACTION = "25P03";

  private final Map<String, Integer> maxPutOffs;
  private final Map<Reason<K>, Integer> putOffs = new ConcurrentHashMap<>();

  /** For statements that wait some seconds for a lock. */
  public Timeouts() {
    this(MAX_UNLOCKED);
  }

  /**
   * For others.
   *
   * @param maxUnlocked how often work is put off for want of a lock
   */
  public Timeouts(int maxUnlocked) {
    this.maxPutOffs =
        Map.of(
            QUERY_CANCELED,
            MAX_CANCELED,
            IDLE_IN_TRANSACTION,
            MAX_CANCELED,
            LOCK_NOT_AVAILABLE,
            maxUnlocked);
  }

  /**
   * Why something was put off.
   *
   * @param state the SQLSTATE
   */
  private record Reason<K>(K work, String state) {}

  /** Notes that it was put off, by an answer of the database. */
  public void putOff(K work, Throwable failure) {
    timeout(failure).ifPresent(state -> putOffs.merge(new Reason<>(work, state), 1, Integer::sum));
  }

  /** Whether the failure is the work's own, though it looks like an outage. */
  public boolean isToBlame(K work, Throwable failure) {
    return timeout(failure)
        .filter(
            state -> putOffs.getOrDefault(new Reason<>(work, state), 0) >= maxPutOffs.get(state))
        .isPresent();
  }

  /** Forgets what got on or was given up. */
  public void forget(K work) {
    maxPutOffs.keySet().forEach(state -> putOffs.remove(new Reason<>(work, state)));
  }

  private Optional<String> timeout(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && maxPutOffs.containsKey(sql.getSQLState())) {
        return Optional.of(sql.getSQLState());
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
