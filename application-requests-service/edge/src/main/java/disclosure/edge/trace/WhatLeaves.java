package disclosure.edge.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span as it leaves the service: what is known to hold no personal data, and nothing else. A path
 * or a query may hold what a clerk typed, and an exception's words what was stored.
 */
final class WhatLeaves extends DelegatingSpanData {

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> EXCEPTION = AttributeKey.stringKey("exception.type");

  private static final Set<AttributeKey<?>> KNOWN =
      Set.of(
          METHOD,
          ROUTE,
          AttributeKey.longKey("http.response.status_code"),
          AttributeKey.stringKey("error.type"),
          AttributeKey.stringKey("code.function.name"),
          AttributeKey.stringKey("code.namespace"),
          AttributeKey.stringKey("code.function"),
          SpanFact.MESSAGING_SYSTEM,
          SpanFact.OPERATION,
          SpanFact.OPERATION_TYPE,
          SpanFact.DESTINATION,
          SpanFact.PARTITION,
          SpanFact.OFFSET,
          SpanFact.EVENT_ID,
          SpanFact.EVENT_TYPE,
          SpanFact.ORGAN,
          SpanFact.LISTENERS,
          SpanFact.TABLE_CHANGED);

  private final SpanData whole;

  WhatLeaves(SpanData whole) {
    super(whole);
    this.whole = whole;
  }

  /** Names of HTTP's spans are made of the method and the route, whatever they were. */
  @Override
  public String getName() {
    String method = whole.getAttributes().get(METHOD);
    if (method == null) {
      return whole.getKind() == SpanKind.SERVER || whole.getKind() == SpanKind.CLIENT
          ? whole.getKind().name()
          : whole.getName();
    }
    String route = whole.getAttributes().get(ROUTE);
    return route == null ? method : method + " " + route;
  }

  @Override
  public Attributes getAttributes() {
    return whole.getAttributes().toBuilder().removeIf(key -> !KNOWN.contains(key)).build();
  }

  @Override
  public int getTotalAttributeCount() {
    return getAttributes().size();
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(whole.getStatus().getStatusCode(), "");
  }

  @Override
  public List<EventData> getEvents() {
    return whole.getEvents().stream()
        .filter(event -> event.getAttributes().get(EXCEPTION) != null)
        .map(
            event ->
                EventData.create(
                    event.getEpochNanos(),
                    "exception",
                    Attributes.of(EXCEPTION, event.getAttributes().get(EXCEPTION))))
        .toList();
  }

  @Override
  public List<LinkData> getLinks() {
    return whole.getLinks().stream()
        .map(link -> LinkData.create(stateless(link.getSpanContext())))
        .toList();
  }

  @Override
  public SpanContext getSpanContext() {
    return stateless(whole.getSpanContext());
  }

  @Override
  public SpanContext getParentSpanContext() {
    return stateless(whole.getParentSpanContext());
  }

  /** Whoever called may have written anything into {@code tracestate}. */
  private static SpanContext stateless(SpanContext context) {
    return context.isRemote()
        ? SpanContext.createFromRemoteParent(
            context.getTraceId(),
            context.getSpanId(),
            context.getTraceFlags(),
            TraceState.getDefault())
        : SpanContext.create(
            context.getTraceId(),
            context.getSpanId(),
            context.getTraceFlags(),
            TraceState.getDefault());
  }
}
