package disclosure.edge.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Hands ended spans on so that whoever exports them sees {@link WhatLeaves}; that is made when they
 * are exported, and not where they end.
 */
record GuardedProcessor(SpanProcessor next) implements SpanProcessor {

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    next.onStart(parent, span);
  }

  @Override
  public boolean isStartRequired() {
    return next.isStartRequired();
  }

  @Override
  public void onEnd(ReadableSpan span) {
    next.onEnd(new Guarded(span));
  }

  @Override
  public boolean isEndRequired() {
    return next.isEndRequired();
  }

  @Override
  public CompletableResultCode shutdown() {
    return next.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return next.forceFlush();
  }

  @Override
  public void close() {
    next.close();
  }

  private record Guarded(ReadableSpan span) implements ReadableSpan {

    @Override
    public SpanContext getSpanContext() {
      return span.getSpanContext();
    }

    @Override
    public SpanContext getParentSpanContext() {
      return span.getParentSpanContext();
    }

    @Override
    public String getName() {
      return toSpanData().getName();
    }

    @Override
    public SpanData toSpanData() {
      return new WhatLeaves(span.toSpanData());
    }

    @Override
    @Deprecated
    public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
      return span.getInstrumentationLibraryInfo();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
      return span.getInstrumentationScopeInfo();
    }

    @Override
    public boolean hasEnded() {
      return span.hasEnded();
    }

    @Override
    public long getLatencyNanos() {
      return span.getLatencyNanos();
    }

    @Override
    public SpanKind getKind() {
      return span.getKind();
    }

    @Override
    public <T> T getAttribute(AttributeKey<T> key) {
      return getAttributes().get(key);
    }

    @Override
    public Attributes getAttributes() {
      return toSpanData().getAttributes();
    }
  }
}
