package disclosure.storage.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When the workers of a kind look for work: every so often, since other instances order it too; and
 * soon when it is ordered here, then less and less often, since the transaction that stores the
 * order may end some time later.
 */
final class Orders {

  private static final Duration SOON = Duration.ofMillis(20);

  private final Duration poll;
  private int number;
  private boolean closed;

  /** What is ordered from now on. */
  Orders(Duration poll) {
    this.poll = poll;
  }

  synchronized void come() {
    number++;
    notifyAll();
  }

  /** Lets nobody wait any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** The looks of one worker. */
  Looks looks() {
    return new Looks();
  }

  /** One worker, and how long it waits next. */
  final class Looks {

    private int seen;
    private Duration pause = poll;

    private Looks() {}

    /** Waits until it is time to look again; {@code false} when all is over. */
    boolean await() throws InterruptedException {
      synchronized (Orders.this) {
        long until = System.nanoTime() + pause.toNanos();
        long left = pause.toNanos();
        while (!closed && seen == number && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(Orders.this, left);
          left = until - System.nanoTime();
        }
        pause = shorter(seen == number ? pause.multipliedBy(2) : SOON, poll);
        seen = number;
        return !closed;
      }
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }
}
