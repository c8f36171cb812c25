package disclosure.benchmark;

import disclosure.local.launcher.ServiceProcess;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;

/**
 * Events applied with exact effect: a topic is filled, then the statistics service counts it. The
 * first fifth warms it up and isn't measured.
 */
final class Counting implements Scenario {

  private static final int APPLICATIONS = Integer.getInteger("disclosure.counted", 1_000_000);
  private static final String SHARE = "applied, as a share of COPY";

  /** As it was found on 2026-11-30. */
  private static final String WHY_NOT =
      "an event takes some 63 µs of the two processors, and 0.5 would leave it 43. To read "
          + "it takes 2.3 µs of processor time; with days and moments read digit by digit it was "
          + "1.1, which is too little for a reader of our own. Every other event replaces a state: "
          + "its row is locked, read, kept in the history and replaced, each time found by its "
          + "key, and leaves a dead version with its entries in the indexes, where COPY writes the "
          + "last state once. It would take one statement that locks, reads and keeps";

  private static final List<String> TABLES =
      List.of("application_state", "application_history", "daily_count");

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public List<Goal> goals() {
    return List.of(Goal.atLeast(0.5, SHARE).because(WHY_NOT));
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    long events = publish(servers);
    double consumed = bareConsumer(servers, events);
    ServiceProcess service = servers.service("statistics-service", "statistics", 512);
    double applied;
    ProcessorTime.Taken taken;
    ProcessorTime.Taken takenByCopy;
    long measured;
    double copied;
    try (Connection connection = servers.owner("statistics")) {
      Wait.until(Duration.ofMinutes(5), () -> position(connection) >= events / 5);
      long before = position(connection);
      measured = events - before;
      ProcessorTime time = ProcessorTime.of(servers.postgresPid(), service.pid());
      long start = System.nanoTime();
      Wait.until(Duration.ofMinutes(10), () -> position(connection) >= events);
      applied = measured / seconds(start);
      taken = time.taken();
      Wait.until(Duration.ofMinutes(10), () -> isSummedUp(connection));
      ProcessorTime copying = ProcessorTime.of(servers.postgresPid());
      copied = events / copySeconds(connection);
      takenByCopy = copying.taken();
    }
    figures.accept(Figure.of("the same records by a bare consumer", consumed, "events/s"));
    Figure floor = Figure.of("the same rows by COPY", copied, "events/s");
    figures.accept(floor);
    figures.accept(
        Figure.atLeast(15_000, "events applied with exact effect", applied, "events/s")
            .beside(floor));
    figures.accept(Figure.of(SHARE, applied / copied, "ratio"));
    taken.each(measured, "an event", "the statistics", figures);
    takenByCopy.each(events, "an event by COPY, read and written", "", figures);
  }

  private static long publish(Servers servers) {
    Nation nation = new Nation(20_000);
    long[] events = {0};
    try (Published published = new Published(servers)) {
      for (OrganState organ : nation.organs()) {
        published.send(Topic.ORGANS, organ.organCode().value(), organ.version(), organ);
      }
      nation.history(
          APPLICATIONS,
          state -> {
            published.send(
                Topic.APPLICATIONS, state.applicationId().toString(), state.version(), state);
            events[0]++;
          });
    }
    return events[0];
  }

  private static double bareConsumer(Servers servers, long events) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers.kafka(), "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long start = System.nanoTime();
      for (long read = 0; read < events; ) {
        read += consumer.poll(Duration.ofSeconds(1)).count();
      }
      return events / seconds(start);
    }
  }

  /** How many events there are, which is where reading ends. */
  static long events(Servers servers) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions()).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private static List<TopicPartition> partitions() {
    return IntStream.range(0, Topic.APPLICATIONS.partitions())
        .mapToObj(number -> new TopicPartition(Topic.APPLICATIONS.topicName(), number))
        .toList();
  }

  static long position(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(sum(next_offset), 0) FROM consumer_position WHERE topic = '"
                    + Topic.APPLICATIONS.topicName()
                    + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Whether the service has nothing left to do, so that the floor is measured alone. */
  static boolean isSummedUp(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM daily_change)")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** How long the rows that were counted take by COPY, into tables with the same indexes. */
  private static double copySeconds(Connection connection) throws Exception {
    double seconds = 0;
    PGConnection copies = connection.unwrap(PGConnection.class);
    for (String table : TABLES) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      copies
          .getCopyAPI()
          .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT (FORMAT binary)", rows);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE floor_copy (LIKE " + table + " INCLUDING ALL)");
        long start = System.nanoTime();
        copies
            .getCopyAPI()
            .copyIn(
                "COPY floor_copy FROM STDIN (FORMAT binary)",
                new ByteArrayInputStream(rows.toByteArray()));
        seconds += seconds(start);
        statement.execute("DROP TABLE floor_copy");
      }
    }
    return seconds;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
