package disclosure.storage.job;

import disclosure.storage.Cause;
import disclosure.storage.Transactions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The pieces that one instance has claimed, until each is done with or given back. */
final class HeldPieces {

  private static final Logger LOG = Logger.getLogger(HeldPieces.class);

  private final Transactions own;
  private final Claims claims;
  private final Duration lease;
  private final Set<Piece> claimed = ConcurrentHashMap.newKeySet();
  private final Set<Piece> owed = ConcurrentHashMap.newKeySet();

  HeldPieces(Transactions own, Claims claims, Duration lease) {
    this.own = own;
    this.claims = claims;
    this.lease = lease;
  }

  /** The next piece of a kind, if there is one. */
  Optional<Piece> take(JobKind kind) {
    return own.run(connection -> claims.claim(connection, kind.name(), kind.takesTurns(), lease));
  }

  /** It is worked on, and its claim is renewed. */
  void hold(Piece piece) {
    claimed.add(piece);
  }

  void letGo(Piece piece) {
    claimed.remove(piece);
  }

  /** Renews the claims of all that is worked on. */
  void renew() {
    for (Piece piece : claimed) {
      own.run(
          connection -> {
            claims.renew(connection, piece, lease);
            return true;
          });
    }
  }

  /** Whether the claim is ended now; otherwise it runs out. */
  boolean giveBack(Piece piece, Duration pause) {
    try {
      own.run(
          connection -> {
            claims.release(connection, piece, pause);
            return true;
          });
      owed.remove(piece);
      return true;
    } catch (RuntimeException failure) {
      owed.add(piece);
      LOG.debugf("A claim runs out by itself: %s", Cause.of(failure).text());
      return false;
    }
  }

  /** Gives back what couldn't be given back before. */
  void giveBackOwed() {
    owed.forEach(piece -> giveBack(piece, Duration.ZERO));
  }

  /** Gives back what is worked on; once that can't be done, the other claims run out as well. */
  void giveBackAll() {
    // Without the database, each would wait for a connection; the claims run out by themselves.
    boolean given = true;
    for (Piece piece : claimed) {
      given = given && giveBack(piece, Duration.ZERO);
    }
  }
}
