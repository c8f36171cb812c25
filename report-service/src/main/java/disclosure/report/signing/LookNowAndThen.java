package disclosure.report.signing;

import java.time.Duration;

/**
 * When an instance looks whether there is something to do: at its start, now and then, and soon.
 */
final class LookNowAndThen {

  private final Duration pause;
  private boolean soon = true;
  private long last;

  LookNowAndThen(Duration pause) {
    this.pause = pause;
  }

  /** Something came up. */
  synchronized void soon() {
    soon = true;
  }

  /** Whether it is time; then it is again after a while. */
  synchronized boolean isTime() {
    long now = System.nanoTime();
    boolean due = soon || now - last >= pause.toNanos();
    if (due) {
      soon = false;
      last = now;
    }
    return due;
  }
}
