package disclosure.report.document;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds what laying out documents takes of the heap: some are drawn at a time, the others wait in
 * the order in which they came. No client takes more than its share of those that wait.
 */
final class RenderingLimit {

  static final int MAX_OF_ALL = 40;
  static final int MAX_OF_CLIENT = 20;

  private final Semaphore places;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int all;

  /**
   * A limit.
   *
   * @param places how many documents are drawn at a time
   */
  RenderingLimit(int places) {
    this.places = new Semaphore(places, true);
  }

  /**
   * Draws as soon as there is a place.
   *
   * @param client who asks
   * @param timeout how long to wait for a place
   * @throws Refusal 503 when too many wait already, or none came free in time
   */
  <T> T within(String client, Duration timeout, Supplier<T> drawing) {
    enter(client);
    try {
      if (!places.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
      try {
        return drawing.get();
      } finally {
        places.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      leave(client);
    }
  }

  /** How many documents of a client are drawn or wait for a place. */
  synchronized int waiting(String client) {
    return waiting.getOrDefault(client, 0);
  }

  private synchronized void enter(String client) {
    if (all == MAX_OF_ALL || waiting(client) == MAX_OF_CLIENT) {
      throw busy();
    }
    all++;
    waiting.merge(client, 1, Integer::sum);
  }

  private synchronized void leave(String client) {
    all--;
    waiting.computeIfPresent(client, (unused, count) -> count == 1 ? null : count - 1);
  }

  private static Refusal busy() {
    return Refusal.unavailable(
        new Text(
            "正在生成的文件较多，请稍后重试。", "Many documents are being drawn just now; try again in a moment."));
  }
}
