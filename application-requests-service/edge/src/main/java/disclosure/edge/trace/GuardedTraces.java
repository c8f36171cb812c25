package disclosure.edge.trace;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Puts a {@link GuardedProcessor} before each processor of spans. The framework's own bean that
 * adds them as they are is left out by {@code quarkus.arc.exclude-types}.
 */
@Singleton
class GuardedTraces implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

  private final List<SpanProcessor> processors;

  GuardedTraces(@All List<SpanProcessor> processors) {
    this.processors = processors;
  }

  @Override
  public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
    builder.addTracerProviderCustomizer(
        (provider, settings) -> {
          processors.forEach(each -> provider.addSpanProcessor(new GuardedProcessor(each)));
          return provider;
        });
  }
}
