package disclosure.local.launcher;

import disclosure.local.server.LogFile;
import disclosure.local.server.Watchdog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the three packaged services, as a child JVM. */
public final class ServiceProcess implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseSerialGC",
          // What a batch is made of must die young: otherwise it fills the old generation.
          "-XX:SurvivorRatio=4",
          // With one thread of each compiler, as on two cores, a service under load would interpret
          // a part of its code for minutes.
          "-XX:CICompilerCount=4",
          // What is kept would be copied by every collection for more than a minute.
          "-XX:MaxTenuringThreshold=2",
          "-XX:MaxMetaspaceSize=192m",
          "-Xss512k");

  /**
   * For a service that is started often and seldom under load. Starting runs thousands of methods
   * some thousand times and never again: compiling those with all optimisations takes a quarter of
   * its processor time. Counting for hours is some hundredths slower so.
   */
  public static final List<String> QUICK_START =
      List.of(
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=5000",
          "-XX:Tier4CompileThreshold=40000");

  /** What a service allows requests that are under way, and ten seconds. */
  private static final long STOP_SECONDS = 70;

  /**
   * Each thread that compresses or compiles would take an arena of the C library's for itself,
   * which grows to some 30 MB and is not given back: a quarter of a gigabyte in half an hour.
   */
  private static final String MAX_ARENAS = "2";

  private static final String LOOPBACK = "127.0.0.1";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final String name;
  private final Ports ports;
  private final Path log;
  private final ClassArchive archive;
  private final Process process;

  private ServiceProcess(
      String name, Ports ports, Path log, ClassArchive archive, Process process) {
    this.name = name;
    this.ports = ports;
    this.log = log;
    this.archive = archive;
    this.process = process;
  }

  /**
   * Starts a service and does not wait for it.
   *
   * @param name the service's folder
   * @param root the top of the repository
   * @param ports where it listens, on loopback
   * @param log where its output goes
   * @param heapMegabytes the most that its heap may take
   * @param options more for its JVM, such as {@link #QUICK_START}
   * @param settings the environment variables that it is configured by
   * @throws CannotStart when the service is not built
   */
  public static ServiceProcess start(
      String name,
      Path root,
      Ports ports,
      Path log,
      int heapMegabytes,
      List<String> options,
      Map<String, String> settings)
      throws IOException {
    Path application = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(application)) {
      throw new CannotStart("The " + name + " is not built; run deploy/start, which builds it.");
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new java.util.ArrayList<>();
    command.add(java.toString());
    command.addAll(FLAGS);
    command.addAll(options);
    command.add("-Xms" + heapMegabytes + "m");
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-Xmn" + heapMegabytes / 2 + "m");
    ClassArchive archive = ClassArchive.of(application);
    command.addAll(archive.options());
    // Documents are laid out without a screen; the cache of system fonts stays out of the home.
    command.add("-Djava.awt.headless=true");
    command.add("-Dpdfbox.fontcache=" + log.getParent());
    command.add("-jar");
    command.add(application.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("MALLOC_ARENA_MAX", MAX_ARENAS);
    builder.environment().putAll(settings);
    builder.environment().putAll(listening(ports));
    LogFile.beginAnew(log);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    Watchdog.watch(process.toHandle());
    return new ServiceProcess(name, ports, log, archive, process);
  }

  /** The settings by which a service listens there. */
  static Map<String, String> listening(Ports ports) {
    return Map.of(
        "HTTP_HOST",
        LOOPBACK,
        "HTTP_PORT",
        Integer.toString(ports.http()),
        "MANAGEMENT_PORT",
        Integer.toString(ports.management()));
  }

  String name() {
    return name;
  }

  /** Where it listens to its clients. */
  public String url() {
    return "http://" + LOOPBACK + ":" + ports.http();
  }

  /** Where it says how it is. */
  public String managementUrl() {
    return "http://" + LOOPBACK + ":" + ports.management();
  }

  /** The id of its process. */
  public long pid() {
    return process.pid();
  }

  /**
   * Whether the service answers that it is ready.
   *
   * @throws CannotStart when its process has ended
   */
  public boolean isReady() throws InterruptedException {
    if (!process.isAlive()) {
      throw new CannotStart(
          String.format(
              Locale.ROOT,
              "The %s ended while it was starting; its log is %s and ends: %s",
              name,
              log,
              lastCause()));
    }
    return isReady(managementUrl()) || isReady(url());
  }

  /** A release that has one port alone says there whether it is ready. */
  private static boolean isReady(String address) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What to say when the process has ended by itself. */
  String ending() {
    int status = process.exitValue();
    return String.format(
        Locale.ROOT,
        "The %s has ended by itself (%s), so the stack was stopped; its log is %s.",
        name,
        status > 128 ? "signal " + (status - 128) : "status " + status,
        log);
  }

  /** The log that it writes. */
  Path log() {
    return log;
  }

  boolean isArchiveMissing() {
    return archive.isMissing();
  }

  /** Keeps its classes for the next start. */
  void makeArchive() throws IOException, InterruptedException {
    archive.make(pid());
  }

  void stop() {
    process.destroy();
  }

  @Override
  public void close() {
    stop();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String lastCause() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return lines.stream()
          .filter(line -> line.contains("Caused by") || line.contains("ERROR"))
          .reduce((first, second) -> second)
          .orElseGet(() -> lines.isEmpty() ? "(nothing)" : lines.get(lines.size() - 1))
          .strip();
    } catch (IOException unreadable) {
      return "(unreadable)";
    }
  }
}
