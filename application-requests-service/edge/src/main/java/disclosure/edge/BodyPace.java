package disclosure.edge;

import java.time.Duration;
import java.util.List;

/**
 * At what pace a body has to come that is read as a stream: each stretch of it within a time, of
 * which only counts what its reader waited. While the reader itself is busy, nobody is late. A
 * short stretch cuts off who stays away, a long one who keeps just above what the short one asks.
 */
final class BodyPace {

  private final List<Running> running;

  /**
   * A pace.
   *
   * @param stretches all of which the body has to keep, from its beginning and one after the other
   */
  BodyPace(List<Stretch> stretches) {
    this.running = stretches.stream().map(Running::new).toList();
  }

  /**
   * So much of a body has to come within such a time.
   *
   * @param bytes at least one
   */
  record Stretch(long bytes, Duration within) {}

  /** How long its reader may go on waiting; nothing when the body is too slow. */
  long nanosLeft() {
    return running.stream().mapToLong(Running::nanosLeft).min().orElse(Long.MAX_VALUE);
  }

  void waited(long nanos) {
    running.forEach(one -> one.waited += nanos);
  }

  void came(int bytes) {
    running.forEach(one -> one.came(bytes));
  }

  /** How far a stretch is. */
  private static final class Running {

    private final Stretch stretch;
    private long came;
    private long waited;

    Running(Stretch stretch) {
      this.stretch = stretch;
    }

    long nanosLeft() {
      return Math.max(0, stretch.within().toNanos() - waited);
    }

    void came(int bytes) {
      came += bytes;
      if (came >= stretch.bytes()) {
        came = 0;
        waited = 0;
      }
    }
  }
}
