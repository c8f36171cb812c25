package disclosure.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.local.launcher.Ports;
import disclosure.local.server.Watchdog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A packaged service as its image has it and starts it: what the Dockerfile copies, runs and calls,
 * without the container.
 *
 * @param folder where the copied files are, in which everything runs
 * @param environment as the Dockerfile sets it
 * @param entrypoint what is called
 */
record Image(Path folder, Map<String, String> environment, List<String> entrypoint) {

  /**
   * What a JVM chooses in a container of 1 GB, which is the least that the services are deployed
   * with; it would go by the whole machine here.
   */
  private static final String IN_A_GIGABYTE = "-XX:MaxRAM=1g -XX:+UseSerialGC";

  private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");
  private static final long BUILD_MINUTES = 3;
  private static final long READY_SECONDS = 120;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  /**
   * Builds it.
   *
   * @param dockerfile whose instructions are followed
   * @param module what they copy from
   * @param folder is made, and is what they call the working directory
   */
  static Image build(Path dockerfile, Path module, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Map<String, String> environment = new HashMap<>();
    List<String> entrypoint = new ArrayList<>();
    for (String line : instructions(Files.readString(dockerfile))) {
      String[] instruction = line.split("\\s+", 2);
      switch (instruction[0]) {
        case "ENV" -> {
          Matcher variable = VARIABLE.matcher(instruction[1]);
          while (variable.find()) {
            environment.put(
                variable.group(1),
                variable.group(2) == null ? variable.group(3) : variable.group(2));
          }
        }
        case "COPY" -> {
          String[] places = instruction[1].split("\\s+");
          link(module.resolve(places[0]), folder.resolve(places[1]).normalize());
        }
        case "RUN" -> run(instruction[1], folder, environment);
        case "ENTRYPOINT" -> {
          for (String word : new ObjectMapper().readValue(instruction[1], String[].class)) {
            entrypoint.add(word);
          }
        }
        default -> {
          // Of no weight without a container.
        }
      }
    }
    return new Image(folder, environment, entrypoint);
  }

  /** The instructions, each in one line, without comments. */
  static List<String> instructions(String dockerfile) {
    return dockerfile
        .replaceAll("\\\\\\R\\s*", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /**
   * Starts it, and waits until it is ready.
   *
   * @param settings the environment variables that it is configured by
   */
  Running start(Map<String, String> settings, Path log) throws Exception {
    Ports ports = Ports.any();
    ProcessBuilder builder = builder(entrypoint, folder, environment);
    builder.environment().putAll(settings);
    builder.environment().put("HTTP_HOST", "127.0.0.1");
    builder.environment().put("HTTP_PORT", Integer.toString(ports.http()));
    builder.environment().put("MANAGEMENT_PORT", Integer.toString(ports.management()));
    long begun = System.nanoTime();
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Watchdog.watch(process.toHandle());
    Running running = new Running(process, ports);
    try {
      while (!running.isReady()) {
        if (!process.isAlive() || System.nanoTime() - begun > READY_SECONDS * 1_000_000_000L) {
          throw new IllegalStateException("it doesn't start; see " + log);
        }
        // Seldom enough not to disturb what is measured.
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (Exception failure) {
      running.close();
      throw failure;
    }
    return running.readyAfter((System.nanoTime() - begun) / 1e9);
  }

  /** A started one. */
  static final class Running implements AutoCloseable {

    private final Process process;
    private final Ports ports;
    private double seconds;

    private Running(Process process, Ports ports) {
      this.process = process;
      this.ports = ports;
    }

    private Running readyAfter(double measured) {
      seconds = measured;
      return this;
    }

    /** From its start until it was ready. */
    double seconds() {
      return seconds;
    }

    String url() {
      return "http://127.0.0.1:" + ports.http();
    }

    private boolean isReady() throws InterruptedException {
      return isReady(ports.management()) || isReady(ports.http());
    }

    private static boolean isReady(int port) throws InterruptedException {
      try {
        return HTTP.send(
                    HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                        .timeout(Duration.ofSeconds(2))
                        .build(),
                    BodyHandlers.discarding())
                .statusCode()
            == 200;
      } catch (IOException notYet) {
        return false;
      }
    }

    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(READY_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException interrupted) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void run(String command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Process process =
        builder(List.of("sh", "-c", command), folder, environment)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Watchdog.watch(process.toHandle());
    if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the image can't be built: " + command);
    }
  }

  /** With the Java that measures, and nothing of the environment here that could reach it. */
  private static ProcessBuilder builder(
      List<String> command, Path folder, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder
        .environment()
        .put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_TOOL_OPTIONS", IN_A_GIGABYTE);
    builder.environment().putAll(environment);
    return builder;
  }

  /** The same files under other names, of the same age, as a copy into an image keeps it. */
  private static void link(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Files.createLink(to.resolve(from.getFileName()), from);
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createLink(target, file);
        }
      }
    }
  }
}
