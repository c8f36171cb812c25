package disclosure.statistics.channel;

/** Kafka can't be asked just now. */
public final class KafkaOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what it was asked for. */
  public KafkaOutage(String message, Exception cause) {
    super(message, cause);
  }
}
