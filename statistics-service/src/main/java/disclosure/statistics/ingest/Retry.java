package disclosure.statistics.ingest;

import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Repeats what an outage stops, in place, until it is done: the channel waits meanwhile, and
 * nothing is skipped. Waits grow from a tenth of a second to five.
 */
final class Retry {

  private static final Logger LOG = Logger.getLogger(Retry.class);
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  private Retry() {}

  static <T> T untilDone(String what, Callable<T> attempt, Predicate<Exception> passing) {
    long wait = 100;
    while (true) {
      try {
        return attempt.call();
      } catch (Exception failure) {
        if (!passing.test(failure)) {
          throw failure instanceof RuntimeException unchecked
              ? unchecked
              : new IllegalStateException(failure);
        }
        LOG.warnf("%s failed (%s), trying again in %d ms", what, failure.getMessage(), wait);
        pause(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS);
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", stopping);
    }
  }
}
