package disclosure.acceptance.product;

import static org.awaitility.Awaitility.await;

import disclosure.local.server.LocalKafka;
import disclosure.local.server.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Kafka in a JVM of its own, which dies when it is killed and writes nothing more. */
final class BrokerProcess implements Broker {

  private static final String UP = "the broker is up";
  private static final Duration START = Duration.ofMinutes(2);
  private static final long END_SECONDS = 20;

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts it with the register's topics, and waits for it.
   *
   * @param directory where its log is kept
   * @param log where it says what it does
   * @param port its clients'
   * @param controllerPort its own
   * @param advertised where it sends its clients
   */
  static BrokerProcess start(Path directory, Path log, int port, int controllerPort, int advertised)
      throws IOException {
    Files.deleteIfExists(log);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                directory.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                Integer.toString(advertised))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Watchdog.watch(process.toHandle());
    await().atMost(START).until(() -> !process.isAlive() || text(log).contains(UP));
    if (!process.isAlive()) {
      throw new IllegalStateException("the broker ended: " + text(log));
    }
    return new BrokerProcess(process, "127.0.0.1:" + port);
  }

  /** The process itself: a directory, three ports. */
  public static void main(String[] arguments) throws Exception {
    LocalKafka kafka =
        LocalKafka.start(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Map.of("advertised.listeners", "PLAINTEXT://127.0.0.1:" + arguments[3]),
            Map.of());
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
    System.out.println(UP);
    while (kafka.isAlive()) {
      Thread.sleep(500);
    }
    Runtime.getRuntime().halt(1);
  }

  @Override
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void createTopics() throws Exception {
    LocalKafka.createTopics(bootstrapServers);
  }

  @Override
  public Optional<ProcessHandle> process() {
    return Optional.of(process.toHandle());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String text(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
