package disclosure.statistics.live;

import disclosure.edge.trace.SpanFact;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The spans of changes that listeners of a table are still to be shown: each from the notice of it
 * until the table was offered to all of them. Of many changes at once the newest are told of.
 */
final class PushSpans {

  private static final int MAX = 16;

  private final Deque<Span> open = new ArrayDeque<>();

  /** A change was counted in that span. */
  synchronized void begin(Traces traces, TraceParent counted, Optional<String> organ) {
    Span span = traces.begin("push", SpanKind.INTERNAL, Optional.of(counted));
    organ.ifPresent(code -> span.setAttribute(SpanFact.ORGAN, code));
    open.add(span);
    if (open.size() > MAX) {
      open.remove();
    }
  }

  /**
   * The table was offered to its listeners as it is after all that they were told of.
   *
   * @param changed whether it is another one than they had
   */
  synchronized void end(int listeners, boolean changed) {
    for (Span span = open.poll(); span != null; span = open.poll()) {
      span.setAttribute(SpanFact.LISTENERS, listeners)
          .setAttribute(SpanFact.TABLE_CHANGED, changed)
          .end();
    }
  }
}
