package disclosure.edge.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Spans below others that were begun elsewhere. Whether a trace is recorded is decided where it
 * begins, and told by its context being carried along: without one, and while traces are off, there
 * is nothing to begin.
 */
@ApplicationScoped
public class Traces {

  private static final String SCOPE = "disclosure";

  private final Optional<Tracer> tracer;

  /** As the service is set up. */
  @Inject
  Traces(
      OpenTelemetry telemetry,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off) {
    this(off ? Optional.empty() : Optional.of(telemetry.getTracer(SCOPE)));
  }

  private Traces(Optional<Tracer> tracer) {
    this.tracer = tracer;
  }

  /** None at all. */
  public static Traces off() {
    return new Traces(Optional.empty());
  }

  /** Spans of that kind of tracing. */
  public static Traces with(OpenTelemetry telemetry) {
    return new Traces(Optional.of(telemetry.getTracer(SCOPE)));
  }

  /** Whether there are any. */
  public boolean areOn() {
    return tracer.isPresent();
  }

  /** The span of the request at hand; empty when there is none, or it isn't recorded. */
  public Optional<TraceParent> current() {
    return areOn() ? TraceParent.of(Span.current()) : Optional.empty();
  }

  /** What a header or a column carried; empty when that is no span that is recorded. */
  public Optional<TraceParent> carried(String header) {
    return areOn() ? TraceParent.read(header) : Optional.empty();
  }

  /**
   * Begins a span, to be ended by whoever has it.
   *
   * @param parent what it is below; without one there is nothing to record
   */
  public Span begin(String name, SpanKind kind, Optional<TraceParent> parent) {
    if (tracer.isEmpty() || parent.isEmpty()) {
      return Span.getInvalid();
    }
    return tracer
        .get()
        .spanBuilder(name)
        .setParent(parent.get().asParent())
        .setSpanKind(kind)
        .startSpan();
  }
}
