package disclosure.benchmark;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for a condition. */
final class Wait {

  private Wait() {}

  /**
   * Returns when the condition holds.
   *
   * @throws IllegalStateException when it doesn't within the given time
   */
  static void until(Duration patience, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain for " + patience);
      }
      // Seldom enough not to disturb what is measured.
      Thread.sleep(100);
    }
  }
}
