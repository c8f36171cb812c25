package disclosure.requests.outbox.published;

import disclosure.edge.trace.SpanFact;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.Topic;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/**
 * The spans of events on their way out, below that of the change; none when that isn't recorded.
 */
public final class EventSpans {

  private EventSpans() {}

  /** From an event's being handed to Kafka until Kafka has it. */
  public static Span publish(
      Traces traces, Optional<TraceParent> change, Topic topic, CloudEvent event) {
    Span span = begin("publish", traces, change, event);
    if (span.isRecording()) {
      span.setAttribute(SpanFact.MESSAGING_SYSTEM, "kafka")
          .setAttribute(SpanFact.DESTINATION, topic.topicName());
    }
    return span;
  }

  /** While a receiver is told of it over HTTP. */
  public static Span deliver(Traces traces, Optional<TraceParent> change, CloudEvent event) {
    return begin("deliver", traces, change, event);
  }

  private static Span begin(
      String operation, Traces traces, Optional<TraceParent> change, CloudEvent event) {
    Span span = traces.begin(operation, SpanKind.PRODUCER, change);
    if (span.isRecording()) {
      span.setAttribute(SpanFact.OPERATION, operation)
          .setAttribute(SpanFact.OPERATION_TYPE, "send")
          .setAttribute(SpanFact.EVENT_ID, event.id())
          .setAttribute(SpanFact.EVENT_TYPE, event.type());
    }
    return span;
  }

  /**
   * Ends it in failure.
   *
   * @param cause the kind of failure, without any of the event's content
   */
  public static void failed(Span span, String cause) {
    span.setAttribute("error.type", cause).setStatus(StatusCode.ERROR).end();
  }
}
