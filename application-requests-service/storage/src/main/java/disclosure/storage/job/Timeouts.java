package disclosure.storage.job;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pieces that were put off since a statement took too long. That happens when the database is slow;
 * but what is put off again and again, while the database answers otherwise, has a fault of its
 * own.
 */
final class Timeouts {

  private static final int MAX_PUT_OFFS = 4;
  private static final int MAX_DEPTH = 20;

  /** The server has cancelled a statement, usually since its time was up. */
  private static final String QUERY_CANCELED = "57014";

  private final Map<Long, Integer> putOffs = new ConcurrentHashMap<>();

  /** Notes that a piece was given back, which the database has answered. */
  void putOff(Piece piece, Throwable failure) {
    if (isTimeout(failure)) {
      putOffs.merge(piece.id(), 1, Integer::sum);
    }
  }

  /** Whether the failure is the piece's own, though it looks like an outage. */
  boolean isToBlame(Piece piece, Throwable failure) {
    return putOffs.getOrDefault(piece.id(), 0) >= MAX_PUT_OFFS && isTimeout(failure);
  }

  /** Forgets a piece that got on or was given up. */
  void forget(Piece piece) {
    putOffs.remove(piece.id());
  }

  private static boolean isTimeout(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
