package disclosure.requests.outbox.sending;

import disclosure.edge.trace.TraceParent;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.published.CloudEvent;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A row of the outbox that waits to be sent.
 *
 * @param id the row's id; it grows with the version for one key, and tells nothing between keys
 * @param data the state as JSON
 * @param trace the recorded span that the change belongs to
 */
public record PendingEvent(
    long id,
    Topic topic,
    String key,
    long version,
    String data,
    OffsetDateTime recordedAt,
    Optional<TraceParent> trace) {

  /** As it is sent. */
  public CloudEvent cloudEvent() {
    return CloudEvent.of(topic, key, version, recordedAt.toInstant(), data);
  }
}
