package disclosure.statistics.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.trace.SpanFact;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The spans of those records of a batch whose changes are traced: from their being read to the
 * commit of what they say. Those that somebody else has counted, or that can't be, are never ended,
 * and so never told of.
 */
public final class CountingSpans {

  /** Of a batch without any, as it is while traces are off. */
  public static final CountingSpans NONE = new CountingSpans(Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Long, Span> begun;
  private Map<Long, Span> counted = Map.of();

  private CountingSpans(Map<Long, Span> begun) {
    this.begun = begun;
  }

  /**
   * A record that bears a context.
   *
   * @param offset its place in the partition
   * @param parent the span that it was published in
   */
  public record Traced(
      long offset, TraceParent parent, Optional<String> eventId, Optional<String> eventType) {}

  /** Begins a span for each of a partition's records. */
  public static CountingSpans begin(
      Traces traces, String topic, int partition, List<Traced> records) {
    if (records.isEmpty()) {
      return NONE;
    }
    Map<Long, Span> begun = new HashMap<>();
    for (Traced each : records) {
      Span span = traces.begin("process", SpanKind.CONSUMER, Optional.of(each.parent()));
      span.setAttribute(SpanFact.MESSAGING_SYSTEM, "kafka")
          .setAttribute(SpanFact.OPERATION, "process")
          .setAttribute(SpanFact.OPERATION_TYPE, "process")
          .setAttribute(SpanFact.DESTINATION, topic)
          .setAttribute(SpanFact.PARTITION, Integer.toString(partition))
          .setAttribute(SpanFact.OFFSET, each.offset());
      each.eventId().ifPresent(id -> span.setAttribute(SpanFact.EVENT_ID, id));
      each.eventType().ifPresent(type -> span.setAttribute(SpanFact.EVENT_TYPE, type));
      begun.put(each.offset(), span);
    }
    return new CountingSpans(begun);
  }

  /** Whether nothing is traced. */
  public boolean isEmpty() {
    return begun.isEmpty();
  }

  /** Whether the record there is. */
  public boolean has(long offset) {
    return begun.containsKey(offset);
  }

  /**
   * Takes note of what the transaction at hand counts; what an attempt before had counted isn't.
   *
   * @param states those of the traced records that are counted, as JSON, by their offsets
   * @return what those who watch tables are told, the newest last
   */
  public List<TracedChange> counting(Map<Long, byte[]> states) {
    counted = new HashMap<>();
    List<TracedChange> changes = new ArrayList<>();
    states.keySet().stream()
        .sorted()
        .forEach(
            offset -> {
              Span span = begun.get(offset);
              counted.put(offset, span);
              String organ = organ(states.get(offset));
              span.setAttribute(SpanFact.ORGAN, organ);
              TraceParent.of(span)
                  .ifPresent(context -> changes.add(new TracedChange(context.text(), organ)));
            });
    return changes;
  }

  /** Every state names the organ that it belongs to. */
  private static String organ(byte[] state) {
    try {
      return JSON.readTree(state).path("organCode").asText();
    } catch (IOException counted) {
      throw new UncheckedIOException("a state that was counted can't be read", counted);
    }
  }

  /** Ends the spans of what was counted. */
  public void committed() {
    counted.values().forEach(Span::end);
  }
}
