package disclosure.storage;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Tells of work that is done in the background again and again, and fails. An outage is told once,
 * and its end. What would fail for ever is an error, told with all there is whenever it is another
 * one. Both are counted.
 */
public final class FailureLog {

  private final Logger log;
  private final MeterRegistry meters;
  private final String work;
  private final String sentence;
  private final Predicate<Throwable> outage;
  private Optional<String> told = Optional.empty();

  /**
   * @param work its name in the metric
   * @param sentence what is the matter while it fails
   */
  public FailureLog(Logger log, MeterRegistry meters, String work, String sentence) {
    this(log, meters, work, sentence, FailureLog::isOutage);
  }

  /**
   * @param outage whether a failure is one that passes by itself
   */
  public FailureLog(
      Logger log, MeterRegistry meters, String work, String sentence, Predicate<Throwable> outage) {
    this.log = log;
    this.meters = meters;
    this.work = work;
    this.sentence = sentence;
    this.outage = outage;
  }

  /** Whether the database can't be used just now, or asks for the same again. */
  public static boolean isOutage(Throwable failure) {
    return FailureKind.of(failure) != FailureKind.PERMANENT;
  }

  /** Takes note of a failure. */
  public synchronized void failed(Throwable failure) {
    boolean passes = outage.test(failure);
    meters
        .counter("background.failures", "work", work, "kind", passes ? "outage" : "fault")
        .increment();
    String happened = passes ? "outage" : Cause.of(failure).text();
    if (told.equals(Optional.of(happened))) {
      return;
    }
    told = Optional.of(happened);
    if (passes) {
      log.warnf("%s (%s); trying on quietly", sentence, Cause.of(failure).text());
    } else {
      log.errorf(failure, "%s, and this will not pass by itself", sentence);
    }
  }

  /** Takes note that it works. */
  public synchronized void succeeded() {
    if (told.isPresent()) {
      told = Optional.empty();
      log.infof("%s: that is over", sentence);
    }
  }
}
