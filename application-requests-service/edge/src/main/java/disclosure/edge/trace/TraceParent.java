package disclosure.edge.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A span that is recorded, as W3C trace context names it to others.
 *
 * @param text the value of the header: version 00, with the flag that says that it is recorded
 */
public record TraceParent(String text) {

  /** What the header is called, over HTTP as on Kafka. */
  public static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;

  /** The span's; empty when it isn't recorded. */
  public static Optional<TraceParent> of(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid() && context.isSampled()
        ? Optional.of(
            new TraceParent(
                "00-"
                    + context.getTraceId()
                    + "-"
                    + context.getSpanId()
                    + "-"
                    + context.getTraceFlags().asHex()))
        : Optional.empty();
  }

  /** What a header says; empty when it names no span, or none that is recorded. */
  static Optional<TraceParent> read(String header) {
    if (!FORM.matcher(header).matches()) {
      return Optional.empty();
    }
    TraceParent read = new TraceParent(header);
    SpanContext named = read.context();
    return named.isValid() && named.isSampled() ? Optional.of(read) : Optional.empty();
  }

  /** As the parent of further spans. */
  Context asParent() {
    return Context.root().with(Span.wrap(context()));
  }

  private SpanContext context() {
    return SpanContext.createFromRemoteParent(
        text.substring(TRACE, SPAN - 1),
        text.substring(SPAN, FLAGS - 1),
        TraceFlags.fromHex(text, FLAGS),
        TraceState.getDefault());
  }
}
