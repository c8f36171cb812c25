package disclosure.requests.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that there may be something to send. */
@ApplicationScoped
public class RelaySignal {

  private final Semaphore signals = new Semaphore(0);

  public void wake() {
    signals.release();
  }

  /** Waits for the next signal, but not longer than given; several signals count as one. */
  public void await(Duration longest) throws InterruptedException {
    if (signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      signals.drainPermits();
    }
  }
}
