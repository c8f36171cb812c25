package disclosure.report.examination.document;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Counts what reading a file takes in one thread, and ends it when that is too much. */
public final class Budget {

  /** A line of text: what is kept of it takes some hundred times that of a character. */
  public static final long LINE = 400;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How often the time is looked at: once in as many counts, or units. */
  private static final int COUNTS = 1 << 10;

  private static final long UNITS = 1 << 16;

  private final Limits limits;
  private long work;
  private final long begun;
  private long inflated;
  private int counts;
  private long lookedAt;

  /** For one file, which is read by this thread. */
  public Budget(Limits limits) {
    this.limits = limits;
    this.begun = THREADS.getCurrentThreadCpuTime();
  }

  /**
   * Counts work.
   *
   * @throws NotReadable when it is more than allowed
   */
  public void spend(long units) {
    work += units;
    counts++;
    if (work > limits.work() || isTimeToLook() && isOverdue()) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  private boolean isTimeToLook() {
    if (counts % COUNTS != 0 && work - lookedAt < UNITS) {
      return false;
    }
    lookedAt = work;
    return true;
  }

  private boolean isOverdue() {
    return THREADS.getCurrentThreadCpuTime() - begun > limits.processor().toNanos();
  }

  /**
   * Counts bytes that come out of a compressed part.
   *
   * @throws NotReadable when they are more than allowed
   */
  public void inflate(long bytes) {
    inflated += bytes;
    if (inflated > limits.inflatedBytes()) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
  }
}
