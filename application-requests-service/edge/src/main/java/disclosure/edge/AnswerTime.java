package disclosure.edge;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long something may be worked on that a client waits for. The server hangs up after a minute
 * in which nothing came or went ({@code quarkus.http.idle-timeout}): who waits is told before.
 */
public final class AnswerTime {

  /** Leaves room for what is done once more, and for the answer. */
  static final Duration MOST = Duration.ofSeconds(45);

  private final LongSupplier nanos;
  private final long begun;

  /**
   * It begins now.
   *
   * @param nanos what time it is, as {@link System#nanoTime} counts
   */
  public AnswerTime(LongSupplier nanos) {
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /** It begins now, when all is there that the client sends. */
  public static AnswerTime begin() {
    return new AnswerTime(System::nanoTime);
  }

  /**
   * To be asked before each further piece of the work.
   *
   * @throws Refusal 503 when the time is over; nothing of it may be kept then
   */
  public void require() {
    if (nanos.getAsLong() - begun > MOST.toNanos()) {
      throw Refusal.tooSlow();
    }
  }
}
