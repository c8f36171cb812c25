package disclosure.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Processor time that is taken from a moment on. */
final class ProcessorTime {

  private final long postgres;
  private final List<Long> services;
  private final Map<Long, Long> before;

  /**
   * What was taken, in nanoseconds.
   *
   * @param services by the services
   * @param postgres by PostgreSQL and its backends
   * @param own by this JVM: who asks, Kafka and the issuer
   */
  record Taken(double services, double postgres, double own) {

    static final Taken NOTHING = new Taken(0, 0, 0);

    Taken plus(Taken more) {
      return new Taken(services + more.services, postgres + more.postgres, own + more.own);
    }

    /**
     * Tells it for each of so many.
     *
     * @param whose what the names begin with
     * @param service what stands for the services; empty when there is none
     */
    void each(double number, String whose, String service, Consumer<Figure> figures) {
      String name = "processor time, " + whose + ": ";
      if (!service.isEmpty()) {
        figures.accept(Figure.of(name + service, services / number / 1e3, "µs"));
      }
      figures.accept(Figure.of(name + "PostgreSQL", postgres / number / 1e3, "µs"));
      figures.accept(Figure.of(name + "who asks, and Kafka", own / number / 1e3, "µs"));
    }
  }

  private ProcessorTime(long postgres, List<Long> services) {
    this.postgres = postgres;
    this.services = services;
    this.before = nanos();
  }

  /** From now on. */
  static ProcessorTime of(long postgres, Long... services) {
    return of(postgres, List.of(services));
  }

  /** From now on. */
  static ProcessorTime of(long postgres, List<Long> services) {
    return new ProcessorTime(postgres, services);
  }

  /** What was taken until now. */
  Taken taken() {
    Map<Long, Long> after = nanos();
    return new Taken(
        since(after, services.stream()),
        since(after, database().map(ProcessHandle::pid)),
        since(after, Stream.of(ProcessHandle.current().pid())));
  }

  private double since(Map<Long, Long> after, Stream<Long> processes) {
    return processes
        .mapToDouble(
            process -> after.getOrDefault(process, 0L) - (double) before.getOrDefault(process, 0L))
        .filter(nanos -> nanos > 0)
        .sum();
  }

  private Map<Long, Long> nanos() {
    Map<Long, Long> nanos = new HashMap<>();
    Stream.of(
            services.stream().flatMap(pid -> ProcessHandle.of(pid).stream()),
            database(),
            Stream.of(ProcessHandle.current()))
        .flatMap(all -> all)
        .forEach(
            process ->
                process
                    .info()
                    .totalCpuDuration()
                    .ifPresent(used -> nanos.put(process.pid(), used.toNanos())));
    return nanos;
  }

  private Stream<ProcessHandle> database() {
    return ProcessHandle.of(postgres).stream()
        .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()));
  }
}
