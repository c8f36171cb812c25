package disclosure.requests.outbox.sending;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param acknowledged events that Kafka has, together with all earlier ones of their keys
 * @param refused the first event of each key that Kafka will never take
 * @param interrupted whether others are to be sent again, since Kafka didn't answer for them
 */
public record Delivery(
    List<PendingEvent> acknowledged, List<RefusedEvent> refused, boolean interrupted) {

  /** Whether Kafka has all of so many events. */
  public boolean isWhole(int events) {
    return acknowledged.size() == events;
  }

  /**
   * @param cause the kind of failure, without any of the event's content
   */
  public record RefusedEvent(PendingEvent event, String cause) {}
}
