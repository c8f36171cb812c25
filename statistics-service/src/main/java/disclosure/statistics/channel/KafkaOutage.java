package disclosure.statistics.channel;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Kafka can't be asked just now. */
public final class KafkaOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MAX_DEPTH = 20;

  /** With what it was asked for. */
  public KafkaOutage(String message, Exception cause) {
    super(message, cause);
  }

  /**
   * Whether a failure is one that passes by itself: Kafka is away, or says that the same may be
   * asked again. A right that is missing, or a setting that is wrong, is none.
   */
  public static boolean isOne(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      if (cause instanceof KafkaOutage
          || cause instanceof RetriableException
          || cause instanceof TimeoutException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
