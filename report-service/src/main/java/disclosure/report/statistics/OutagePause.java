package disclosure.report.statistics;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Keeps runs from asking again and again what is away, and says once that they wait, and once that
 * they go on.
 */
public final class OutagePause {

  private static final Logger LOG = Logger.getLogger(OutagePause.class);

  private final Duration length;
  private boolean out;
  private long until;

  /**
   * A pause that hasn't begun.
   *
   * @param length how long nothing is asked each time
   */
  public OutagePause(Duration length) {
    this.length = length;
  }

  /** How long nothing is asked yet. */
  public synchronized Duration left() {
    return out ? Duration.ofNanos(Math.max(0, until - System.nanoTime())) : Duration.ZERO;
  }

  /** Begins, perhaps not for the first time, and tells how long it is. */
  public synchronized Duration begin() {
    if (!out) {
      out = true;
      LOG.warn("Year-end runs wait, since the statistics or the register can't be asked just now");
    }
    until = System.nanoTime() + length.toNanos();
    return length;
  }

  /** Ends with an answer. */
  public synchronized void over() {
    if (out) {
      out = false;
      LOG.info("Year-end runs go on");
    }
  }
}
