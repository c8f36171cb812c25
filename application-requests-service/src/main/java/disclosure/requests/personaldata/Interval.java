package disclosure.requests.personaldata;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What is done once in an interval by whoever comes first, however often it is asked. */
public final class Interval {

  private final long nanos;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /** One that is over at once. */
  public Interval(Duration length) {
    this.nanos = length.toNanos();
  }

  /** Whether it is over, which it is for one caller; the next one begins then. */
  public boolean isOver() {
    long due = next.get();
    long now = System.nanoTime();
    return now - due >= 0 && next.compareAndSet(due, now + nanos);
  }
}
