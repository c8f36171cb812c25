package disclosure.report.reading;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What each format costs: the processor time of the drawing thread, as a metric. */
final class RenderingCosts {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<DocumentFormat, Timer> timers = new EnumMap<>(DocumentFormat.class);

  RenderingCosts(MeterRegistry metrics) {
    for (DocumentFormat format : DocumentFormat.values()) {
      timers.put(
          format,
          Timer.builder("document.rendering.cpu")
              .description("Processor time for drawing a document")
              .tag("format", format.extension())
              .register(metrics));
    }
  }

  byte[] of(DocumentFormat format, Supplier<byte[]> drawing) {
    long before = threads.getCurrentThreadCpuTime();
    byte[] drawn = drawing.get();
    timers
        .get(format)
        .record(Duration.ofNanos(Math.max(0, threads.getCurrentThreadCpuTime() - before)));
    return drawn;
  }
}
