package disclosure.storage.job;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pieces that were put off since a statement took too long or a lock wasn't to be had. That happens
 * when the database is slow, or another works on the same rows; but what is put off again and
 * again, while the database answers otherwise, has a fault of its own.
 */
final class Timeouts {

  private static final int MAX_CANCELED = 4;

  /** Some three or four minutes: others keep rows for longer than a statement may take. */
  private static final int MAX_UNLOCKED = 60;

  private static final int MAX_DEPTH = 20;

  /** The server has cancelled a statement, usually since its time was up. */
  private static final String QUERY_CANCELED = "57014";

  /** A lock was not to be had within the time for it. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Map<String, Integer> MAX_PUT_OFFS =
      Map.of(QUERY_CANCELED, MAX_CANCELED, LOCK_NOT_AVAILABLE, MAX_UNLOCKED);

  private final Map<Reason, Integer> putOffs = new ConcurrentHashMap<>();

  /**
   * Why a piece was put off.
   *
   * @param state the SQLSTATE
   */
  private record Reason(long piece, String state) {}

  /** Notes that a piece was given back, which the database has answered. */
  void putOff(Piece piece, Throwable failure) {
    timeout(failure)
        .ifPresent(state -> putOffs.merge(new Reason(piece.id(), state), 1, Integer::sum));
  }

  /** Whether the failure is the piece's own, though it looks like an outage. */
  boolean isToBlame(Piece piece, Throwable failure) {
    return timeout(failure)
        .filter(
            state ->
                putOffs.getOrDefault(new Reason(piece.id(), state), 0) >= MAX_PUT_OFFS.get(state))
        .isPresent();
  }

  /** Forgets a piece that got on or was given up. */
  void forget(Piece piece) {
    MAX_PUT_OFFS.keySet().forEach(state -> putOffs.remove(new Reason(piece.id(), state)));
  }

  private static Optional<String> timeout(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && MAX_PUT_OFFS.containsKey(sql.getSQLState())) {
        return Optional.of(sql.getSQLState());
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
