package disclosure.report.document;

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
  private final Timer pdfAndOfd;

  RenderingCosts(MeterRegistry metrics) {
    for (DocumentFormat format : DocumentFormat.values()) {
      timers.put(format, timer(metrics, format.extension()));
    }
    pdfAndOfd = timer(metrics, "pdf+ofd");
  }

  byte[] of(DocumentFormat format, Supplier<byte[]> drawing) {
    return timed(timers.get(format), drawing);
  }

  /** Of both formats whose pages are drawn once. */
  byte[] ofPdfAndOfd(Supplier<byte[]> drawing) {
    return timed(pdfAndOfd, drawing);
  }

  private byte[] timed(Timer timer, Supplier<byte[]> drawing) {
    long before = threads.getCurrentThreadCpuTime();
    byte[] drawn = drawing.get();
    timer.record(Duration.ofNanos(Math.max(0, threads.getCurrentThreadCpuTime() - before)));
    return drawn;
  }

  private static Timer timer(MeterRegistry metrics, String format) {
    return Timer.builder("document.rendering.cpu")
        .description("Processor time for drawing a document")
        .tag("format", format)
        .register(metrics);
  }
}
