package disclosure.edge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatLeavesTest {

  private static final String CANARY = "张三";

  private final List<SpanData> exported = new ArrayList<>();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .addSpanProcessor(new GuardedProcessor(SimpleSpanProcessor.create(new Exported())))
          .build();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder().setTracerProvider(provider).build();

  private final class Exported implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      exported.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  private Span begin(SpanKind kind) {
    return telemetry.getTracer("test").spanBuilder("GET /" + CANARY).setSpanKind(kind).startSpan();
  }

  @Test
  void of_a_request_leave_its_method_route_and_status_and_nothing_that_was_typed() {
    begin(SpanKind.SERVER)
        .setAttribute("http.request.method", "GET")
        .setAttribute("http.route", "/applications/{id}")
        .setAttribute("http.response.status_code", 200L)
        .setAttribute("url.path", "/applications/" + CANARY)
        .setAttribute("url.query", "name=" + CANARY)
        .setAttribute("user_agent.original", CANARY)
        .setAttribute("client.address", "192.0.2.1")
        .setStatus(StatusCode.ERROR, "no " + CANARY)
        .recordException(new IllegalStateException("no " + CANARY))
        .end();

    SpanData span = exported.get(0);
    assertThat(span.getName()).isEqualTo("GET /applications/{id}");
    assertThat(span.getAttributes().asMap().keySet())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "http.request.method", "http.route", "http.response.status_code");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getEvents())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getName()).isEqualTo("exception");
              assertThat(event.getAttributes().asMap().values())
                  .containsExactly("java.lang.IllegalStateException");
            });
    assertThat(said(span)).doesNotContain(CANARY);
  }

  @Test
  void a_request_without_a_route_is_named_by_its_method_or_by_its_kind() {
    begin(SpanKind.SERVER).setAttribute("http.request.method", "GET").end();
    begin(SpanKind.CLIENT).end();

    assertThat(exported).extracting(SpanData::getName).containsExactly("GET", "CLIENT");
  }

  @Test
  void a_span_below_another_one_leaves_with_its_parent() {
    Span request = begin(SpanKind.SERVER);
    Traces.with(telemetry)
        .begin("publish", SpanKind.PRODUCER, Optional.of(TraceParent.of(request).orElseThrow()))
        .setAttribute(SpanFact.EVENT_ID, "id:1")
        .end();

    SpanData span = exported.get(0);
    assertThat(span.getName()).isEqualTo("publish");
    assertThat(span.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(span.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
    assertThat(span.getAttributes().get(SpanFact.EVENT_ID)).isEqualTo("id:1");
  }

  @Test
  void what_a_caller_wrote_beside_its_trace_does_not_leave() {
    SpanContext caller =
        SpanContext.createFromRemoteParent(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getSampled(),
            TraceState.builder().put("said", "zhang-san").build());
    telemetry
        .getTracer("test")
        .spanBuilder("publish")
        .setParent(Context.root().with(Span.wrap(caller)))
        .addLink(caller)
        .startSpan()
        .end();

    SpanData span = exported.get(0);
    assertThat(span.getTraceId()).isEqualTo(caller.getTraceId());
    assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanId());
    assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
    assertThat(span.getParentSpanContext().getTraceState().isEmpty()).isTrue();
    assertThat(span.getLinks())
        .singleElement()
        .satisfies(link -> assertThat(link.getSpanContext().getTraceState().isEmpty()).isTrue());
  }

  private static String said(SpanData span) {
    return span.getName() + span.getAttributes() + span.getStatus() + span.getEvents();
  }
}
