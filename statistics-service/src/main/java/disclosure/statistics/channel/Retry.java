package disclosure.statistics.channel;

import disclosure.storage.Cause;
import disclosure.storage.Timeouts;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Repeats what an outage stops, in place, until it is done: the channel waits meanwhile, and
 * nothing is skipped. Waits grow from a tenth of a second to five. An outage is told of once,
 * whoever meets it, and its end.
 */
@ApplicationScoped
class Retry {

  private static final Logger LOG = Logger.getLogger(Retry.class);
  private static final long MAX_WAIT_MILLIS = 5_000;
  private static final int MAX_REFUSALS = 4;

  /** Some four minutes, since a batch waits for half a minute for each lock. */
  private static final int MAX_UNLOCKED = 8;

  /** The service ends: what could not be done is left to whoever goes on from the database. */
  static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the service is ending", null, false, false);
    }
  }

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final Timeouts<Object> timeouts = new Timeouts<>(MAX_UNLOCKED);

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Does it. What the database refuses is tried some times more, since that may be of the moment,
   * and then thrown as everything else that is no outage; so is a statement that runs into its
   * timeout each time, while the database answers: that is tried once when it is asked for again,
   * until it works, so that it doesn't hold up others for long.
   *
   * @param what for the log
   * @param work what tells it from other work of the kind
   * @param outage what passes by itself, and is waited for
   * @throws Stopped when the service ends before
   */
  <T> T untilDone(String what, Object work, Callable<T> attempt, Predicate<Exception> outage) {
    int refusals = 0;
    for (long wait = 100; ; wait = Math.min(wait * 2, MAX_WAIT_MILLIS)) {
      requireGoingOn();
      try {
        T done = attempt.call();
        timeouts.forget(work);
        if (failing.remove(what)) {
          LOG.infof("%s works again", what);
        }
        return done;
      } catch (Exception failure) {
        requireGoingOn();
        boolean toBlame = timeouts.isToBlame(work, failure);
        if (outage.test(failure) && !toBlame) {
          timeouts.putOff(work, failure);
          tell(what, failure);
        } else if (toBlame || !(failure instanceof SQLException) || ++refusals == MAX_REFUSALS) {
          throw failure instanceof RuntimeException unchecked
              ? unchecked
              : new IllegalStateException(failure);
        }
      }
      await(wait);
    }
  }

  private void tell(String what, Exception failure) {
    if (failing.add(what)) {
      LOG.warnf("%s fails now (%s), trying again until it works", what, Cause.of(failure).text());
    }
  }

  /**
   * Whatever fails while the service ends is no fault.
   *
   * @throws Stopped when it does
   */
  void requireGoingOn() {
    if (stopping.getCount() == 0) {
      throw new Stopped();
    }
  }

  private void await(long millis) {
    try {
      stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }
}
