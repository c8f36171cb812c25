package disclosure.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.benchmark.ReportedOrgans.Organ;
import disclosure.local.launcher.ServiceProcess;
import disclosure.local.sample.LinxianSample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The report service: what drawing a report of six pages costs by format, beside serving stored
 * bytes; and a year-end run over many organs in all formats, killed at the half and resumed.
 */
final class Reporting implements Scenario {

  private static final int YEAR = 2024;
  private static final int HEAP_MEGABYTES = 1024;

  /** Of each format: then the compiler is done with what draws. */
  private static final int WARM_UP = 300;

  private static final int ROUNDS = 5;
  private static final int DRAWN_A_ROUND = 25;
  private static final int SERVED = 1_000;

  /** Milliseconds of processor time; formats without a bound are for orientation. */
  private static final Map<String, Double> BOUNDS = new LinkedHashMap<>();

  static {
    BOUNDS.put("html", 5.0);
    BOUNDS.put("docx", 50.0);
    BOUNDS.put("pdf", 150.0);
    BOUNDS.put("ofd", 100.0);
    BOUNDS.put("xlsx", 10.0);
    BOUNDS.put("csv", Double.NaN);
    BOUNDS.put("csvw", Double.NaN);
    BOUNDS.put("json", Double.NaN);
  }

  private final int size;

  /**
   * @param size how many organs the run goes over
   */
  Reporting(int size) {
    this.size = size;
  }

  @Override
  public String name() {
    return "reporting";
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.atMost(5, "3000 reports in 8 formats, killed at the half and resumed"));
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    Client client = new Client(servers.token());
    ServiceProcess register = servers.service("application-requests-service", "requests", 384);
    ServiceProcess statistics = servers.service("statistics-service", "statistics", 384);
    Callable<ServiceProcess> start =
        () ->
            servers.service(
                "report-service",
                "report",
                HEAP_MEGABYTES,
                Map.of("REQUESTS_URL", register.url(), "STATISTICS_URL", statistics.url()));
    ServiceProcess report = start.call();
    ReportedOrgans organs = new ReportedOrgans(size);
    organs.register(client, register.url(), statistics.url());
    write(client, report, organs.all());
    costs(client, report, organs.all().get(1), organs.all().get(2), figures);
    yearEnd(client, report, start, organs.all().get(0), figures);
  }

  /** The texts are those of a published report, so that its pages are as many. */
  private static void write(Client client, ServiceProcess report, List<Organ> organs)
      throws Exception {
    JsonNode published;
    try (InputStream file = LinxianSample.class.getResourceAsStream("report.json")) {
      published = Client.JSON.readTree(file);
    }
    List<Callable<Void>> calls = new ArrayList<>();
    for (Organ organ : organs) {
      ObjectNode draft = published.<ObjectNode>deepCopy().put("signedBy", organ.name());
      calls.add(
          () -> {
            client.put(path(report, organ), draft);
            return null;
          });
    }
    Client.together(calls);
  }

  private static void costs(
      Client client, ServiceProcess report, Organ drafted, Organ published, Consumer<Figure> all)
      throws Exception {
    String draft = path(report, drafted) + "/document?format=";
    for (int i = 0; i < WARM_UP; i++) {
      for (String format : BOUNDS.keySet()) {
        client.bytes(draft + format);
      }
    }
    publish(client, path(report, published));
    String stored = path(report, published) + "/document?format=pdf";
    double floor = Math.min(served(client, report, stored), served(client, report, stored));
    all.accept(Figure.of("serving the stored bytes of a PDF, CPU of the service", floor, "ms"));
    Map<String, List<Double>> drawn = new LinkedHashMap<>();
    Map<String, List<Double>> whole = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String format : BOUNDS.keySet()) {
        double before = drawing(client, report, format);
        double processBefore = processor(report);
        for (int i = 0; i < DRAWN_A_ROUND; i++) {
          client.bytes(draft + format);
        }
        add(drawn, format, (drawing(client, report, format) - before) / DRAWN_A_ROUND);
        add(whole, format, (processor(report) - processBefore) / DRAWN_A_ROUND);
      }
    }
    BOUNDS.forEach(
        (format, bound) -> {
          String name = "drawing " + format + ", CPU of the drawing thread";
          double value = Median.of(drawn.get(format));
          Figure figure =
              bound.isNaN()
                  ? Figure.of(name, value, "ms")
                  : Figure.atMost(bound, name, value, "ms");
          all.accept(figure.rounds(drawn.get(format)));
          all.accept(
              Figure.of(
                      "a draft as " + format + " with its figures and checks, CPU of the service",
                      Median.of(whole.get(format)),
                      "ms")
                  .rounds(whole.get(format)));
        });
  }

  /** Whatever check stands against it is given a reason; one that can't be is a mistake here. */
  private static void publish(Client client, String path) throws Exception {
    String json = "application/json";
    for (JsonNode check : client.get(path + "/checks").get("obstacles")) {
      client.put(path + "/reasons/" + check, "{\"reason\": \"与已印发的文本保持一致\"}");
    }
    client.post(path + "/submission", json, "", "If-Match", "\"1\"");
    client.post(path + "/publication", json, "{}", "If-Match", "\"1\"");
  }

  private static double served(Client client, ServiceProcess report, String stored)
      throws Exception {
    double before = processor(report);
    for (int i = 0; i < SERVED; i++) {
      client.bytes(stored);
    }
    return (processor(report) - before) / SERVED;
  }

  private void yearEnd(
      Client client,
      ServiceProcess report,
      Callable<ServiceProcess> start,
      Organ top,
      Consumer<Figure> figures)
      throws Exception {
    long asked = System.nanoTime();
    ObjectNode wanted = Client.JSON.createObjectNode();
    wanted.put("organCode", top.code()).put("year", YEAR).put("kind", "DOCUMENTS");
    BOUNDS.keySet().forEach(wanted.putArray("formats")::add);
    String id =
        client
            .post(report.url() + "/runs", "application/json", wanted.toString())
            .get("id")
            .asText();
    AtomicInteger pushed = new AtomicInteger();
    listen(client, report.url() + "/runs/" + id + "/events", pushed);
    Wait.until(Duration.ofMinutes(20), () -> done(client, report, id) >= size / 2);
    ProcessHandle process = ProcessHandle.of(report.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
    ServiceProcess again = start.call();
    int before = pushed.get();
    listen(client, again.url() + "/runs/" + id + "/events", pushed);
    Wait.until(
        Duration.ofMinutes(20),
        () -> "FINISHED".equals(progress(client, again, id).get("state").asText()));
    double minutes = (System.nanoTime() - asked) / 60e9;
    JsonNode end = progress(client, again, id);
    figures.accept(
        Figure.atMost(
            10,
            size + " reports in " + BOUNDS.size() + " formats, killed at the half and resumed",
            minutes,
            "min"));
    figures.accept(
        Figure.atMost(0, "reports of them not done", size - end.get("done").asLong(), "reports"));
    figures.accept(Figure.of("events of progress before the kill", before, "events"));
    figures.accept(Figure.of("events of progress after it", pushed.get() - before, "events"));
    figures.accept(
        Figure.atMost(HEAP_MEGABYTES, "heap in use at the end", heap(client, again), "MB"));
    archive(client, again.url() + "/runs/" + id + "/archive", figures);
  }

  private void archive(Client client, String url, Consumer<Figure> figures) throws Exception {
    Set<String> names = new HashSet<>();
    long entries = 0;
    long bytes = 0;
    long begun = System.nanoTime();
    try (ZipInputStream zip = new ZipInputStream(client.stream(url), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        names.add(entry.getName());
        bytes += zip.readAllBytes().length;
      }
    }
    long expected = 1 + (long) size * BOUNDS.size();
    figures.accept(Figure.atMost(0, "documents twice", entries - names.size(), "documents"));
    figures.accept(Figure.atMost(0, "documents missing", expected - names.size(), "documents"));
    figures.accept(Figure.of("the archive's content", bytes / 1e6, "MB"));
    figures.accept(Figure.of("reading the archive", (System.nanoTime() - begun) / 1e9, "s"));
  }

  /** Counts what is pushed until the connection breaks or the run is over. */
  private static void listen(Client client, String url, AtomicInteger pushed) {
    Thread listener =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(
                      new InputStreamReader(client.stream(url), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.startsWith("data:")) {
                    pushed.incrementAndGet();
                  }
                }
              } catch (IOException | UncheckedIOException killed) {
                // Ends with the service.
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "progress");
    listener.setDaemon(true);
    listener.start();
  }

  private static long done(Client client, ServiceProcess report, String id) throws Exception {
    return progress(client, report, id).get("done").asLong();
  }

  private static JsonNode progress(Client client, ServiceProcess report, String id)
      throws Exception {
    Thread.sleep(500);
    return client.get(report.url() + "/runs/" + id);
  }

  private static String path(ServiceProcess report, Organ organ) {
    return report.url() + "/reports/" + organ.code() + "/" + YEAR;
  }

  private static void add(Map<String, List<Double>> all, String format, double value) {
    all.computeIfAbsent(format, key -> new ArrayList<>()).add(value);
  }

  /** Milliseconds that drawing threads have spent on a format so far. */
  private static double drawing(Client client, ServiceProcess report, String format)
      throws Exception {
    return 1000
        * metric(client, report, "document_rendering_cpu_seconds_sum{format=\"" + format + "\"}");
  }

  private static double heap(Client client, ServiceProcess report) throws Exception {
    return metric(client, report, "jvm_memory_used_bytes{area=\"heap\"") / (1024 * 1024);
  }

  private static double metric(Client client, ServiceProcess report, String name) throws Exception {
    return new String(client.bytes(report.managementUrl() + "/q/metrics"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Milliseconds that the service's process has spent so far, on all its threads. */
  private static double processor(ServiceProcess report) {
    return ProcessHandle.of(report.pid())
            .flatMap(process -> process.info().totalCpuDuration())
            .orElseThrow()
            .toNanos()
        / 1e6;
  }
}
