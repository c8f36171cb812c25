package disclosure.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the processors and a PostgreSQL do while something is measured: looked at some times a
 * second until it is ended.
 */
final class Waits extends Thread {

  private static final long EACH_MILLIS = 50;
  private static final int MOST_NAMED = 4;

  /** Less than that is nothing that anything waits for. */
  private static final double LEAST_BACKENDS = 0.05;

  /** A backend without anything to wait for works; one in a transaction waits for its client. */
  private static final String LOOK =
      """
      SELECT coalesce(wait_event_type || ' ' || wait_event, 'nothing, but works'), count(*)
      FROM pg_stat_activity
      WHERE usename LIKE '%\\_service' AND state <> 'idle'
      GROUP BY 1
      """;

  private final Connection connection;
  private final ProcessorTime time;
  private final Map<String, Long> seen = new TreeMap<>();
  private final long[] processorsBefore = processors();
  private final long begun = System.nanoTime();
  private long looks;
  private volatile boolean ending;

  /**
   * Begins.
   *
   * @param superuser who is shown what everybody waits for
   * @param postgres its process
   * @param services their processes
   */
  Waits(Connection superuser, long postgres, List<Long> services) {
    super("waits");
    this.connection = superuser;
    this.time = ProcessorTime.of(postgres, services);
    setDaemon(true);
    start();
  }

  @Override
  public void run() {
    try (Statement statement = connection.createStatement()) {
      while (!ending) {
        try (ResultSet rows = statement.executeQuery(LOOK)) {
          while (rows.next()) {
            seen.merge(rows.getString(1), rows.getLong(2), Long::sum);
          }
        }
        looks++;
        TimeUnit.MILLISECONDS.sleep(EACH_MILLIS);
      }
    } catch (SQLException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Ends, and tells what was seen, each figure's name beginning with whose it is. */
  void end(String whose, Consumer<Figure> figures) throws InterruptedException {
    long[] processorsAfter = processors();
    ProcessorTime.Taken taken = time.taken();
    double all = System.nanoTime() - begun;
    ending = true;
    join();
    double busy = 1.0 * (processorsAfter[0] - processorsBefore[0]);
    double both = processorsAfter[1] - processorsBefore[1];
    figures.accept(percent(whose + ": processors busy", busy / both));
    double machine = all * Runtime.getRuntime().availableProcessors();
    figures.accept(percent(whose + ": of them the instances", taken.services() / machine));
    figures.accept(percent(whose + ": of them PostgreSQL", taken.postgres() / machine));
    figures.accept(percent(whose + ": of them who asks, and Kafka", taken.own() / machine));
    seen.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_NAMED)
        .filter(event -> event.getValue() >= LEAST_BACKENDS * looks)
        .forEach(
            event ->
                figures.accept(
                    Figure.of(
                        whose + ": backends that wait for " + event.getKey(),
                        1.0 * event.getValue() / looks,
                        "backends")));
  }

  private static Figure percent(String name, double share) {
    return Figure.of(name, 100 * share, "%");
  }

  /** How long all processors were busy, and how long they were there. */
  private static long[] processors() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      long[] times =
          Arrays.stream(lines.findFirst().orElseThrow().split("\\s+"))
              .skip(1)
              .limit(8)
              .mapToLong(Long::parseLong)
              .toArray();
      long all = Arrays.stream(times).sum();
      // Idle, and idle while a disk is waited for.
      return new long[] {all - times[3] - times[4], all};
    } catch (IOException notLinux) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "/proc/stat can't be read: %s", notLinux.getMessage()));
    }
  }
}
