package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.local.server.FreePort;
import disclosure.local.server.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run of {@code deploy/start}, as a child of the tests. */
final class Launch implements AutoCloseable {

  /**
   * Generous, since the machine may be busy; the time itself is reported, and bounded elsewhere.
   */
  static final Duration START = Duration.ofMinutes(5);

  static final Duration STOP = Duration.ofSeconds(120);

  private static final String RUNNING = "Stop with Ctrl-C.";
  private static final List<Integer> PORTS =
      List.of(8080, 8081, 8082, 8083, 8084, 15432, 19092, 19093);

  private final List<String> options;
  private final Path data;
  private final int offset;
  private final Path output;
  private final Process process;

  private Launch(List<String> options, Path data, int offset, Path output, Process process) {
    this.options = options;
    this.data = data;
    this.offset = offset;
    this.output = output;
    this.process = process;
  }

  /** Runs the command on ports that are free, and doesn't wait. */
  static Launch of(Path data, String... options) {
    return of(data, freeOffset(), Map.of(), options);
  }

  static Launch of(Path data, int offset, Map<String, String> environment, String... options) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Checkout.ROOT.resolve("deploy/start").toString());
      command.addAll(List.of("--data", data.toString(), "--port-offset", "" + offset));
      command.addAll(Arrays.asList(options));
      Path output = Files.createTempFile(Checkout.scratch(), "start-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(new HashMap<>(environment));
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      Watchdog.watch(process.toHandle());
      return new Launch(List.of(options), data, offset, output, process);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same command once more, on the same ports and data. */
  Launch again() {
    return of(data, offset, Map.of(), options.toArray(String[]::new));
  }

  /** Waits until the command says that the stack is up. */
  Launch up() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> output().contains(RUNNING) || !process.isAlive());
    assertThat(output()).contains(RUNNING);
    return this;
  }

  /** The seconds from the launcher's start until all services were ready, as it says itself. */
  double secondsToReady() {
    return output()
        .lines()
        .filter(line -> line.endsWith("] the stack is ready"))
        .mapToDouble(line -> Double.parseDouble(line.substring(1, line.indexOf(" s]"))))
        .findFirst()
        .orElseThrow();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What its parts have written to their logs since they were started. */
  List<String> logged() {
    try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
      return logs.filter(log -> log.toString().matches(".*/[a-z-]+\\.log"))
          .flatMap(Launch::lines)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path data() {
    return data;
  }

  int port(int number) {
    return number + offset;
  }

  Client client() {
    return Client.of(data.resolve("stack.json"));
  }

  /** The service children by their folder's name. */
  ProcessHandle service(String name) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(name + "/target"))
        .findFirst()
        .orElseThrow();
  }

  /** The shell that ends the services when the launcher can't any more. */
  ProcessHandle watchdog() {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("disclosure-watchdog"))
        .findFirst()
        .orElseThrow();
  }

  /** The launcher, the services, the watchdog and PostgreSQL with its own children. */
  List<ProcessHandle> processes() {
    return Stream.of(
            Stream.of(process.toHandle()),
            process.descendants(),
            postmaster().stream()
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants())))
        .flatMap(all -> all)
        .distinct()
        .toList();
  }

  void kill() {
    process.destroyForcibly();
  }

  boolean ended() {
    return !process.isAlive();
  }

  /** The exit status after SIGTERM. */
  int terminate() {
    process.destroy();
    return exit();
  }

  /** Waits until the command ends by itself. */
  int exit() {
    try {
      assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Nothing of a stack lives any more, and its ports are free. */
  void leavesNothing(List<ProcessHandle> processes) {
    await()
        .atMost(STOP)
        .untilAsserted(
            () -> {
              assertThat(processes).noneMatch(ProcessHandle::isAlive);
              assertThat(PORTS).allMatch(port -> FreePort.isFree(port(port)));
            });
  }

  /** Ends whatever is left, whether or not the test passed. */
  @Override
  public void close() {
    List<ProcessHandle> left = processes();
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    left.forEach(ProcessHandle::destroyForcibly);
  }

  private static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.MAX);
  }

  /** This launch's own; another's may use the same data. */
  private Optional<ProcessHandle> postmaster() {
    try (Stream<String> lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
      return lines
          .findFirst()
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
          .filter(main -> main.info().command().orElse("").contains("postgres"))
          .filter(main -> began(main).isAfter(began(process.toHandle())));
    } catch (FileSystemException none) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static int freeOffset() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1000, 12_000))
        .limit(1000)
        .filter(offset -> PORTS.stream().allMatch(port -> FreePort.isFree(port + offset)))
        .findFirst()
        .orElseThrow();
  }
}
