package disclosure.edge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A number of places, of which one client may take a part. */
final class Bulkhead {

  private final int perClient;
  private final Semaphore places;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  Bulkhead(int perClient, int total) {
    this.perClient = perClient;
    this.places = new Semaphore(total);
  }

  /** A place that was taken; to give it back twice does nothing. */
  interface Place extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Takes a place.
   *
   * @throws Refusal 429 when the client has as many as it may have, 503 when there is none left
   */
  Place enter(String client) {
    if (taken.merge(client, 1, Integer::sum) > perClient) {
      leave(client);
      throw Refusal.tooManyRequests(1);
    }
    if (!places.tryAcquire()) {
      leave(client);
      throw Refusal.busy();
    }
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (left.compareAndSet(false, true)) {
        places.release();
        leave(client);
      }
    };
  }

  /** How many a client has. */
  int taken(String client) {
    return Optional.ofNullable(taken.get(client)).orElse(0);
  }

  private void leave(String client) {
    taken.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
  }
}
