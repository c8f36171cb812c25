package disclosure.statistics.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import disclosure.edge.Refusal;
import disclosure.edge.testing.TestOrgans;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalKafka;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.channel.KafkaConnection;
import disclosure.statistics.channel.TopicIds;
import disclosure.statistics.ingest.CountingDatabase;
import disclosure.statistics.ingest.Positions;
import disclosure.statistics.ingest.ShadowCounting;
import disclosure.storage.DatabaseWatch;
import disclosure.storage.Sql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Kafka goes away just when a rebuild is about to put the shadow in the place of the counts. */
@Tag("slow")
@QuarkusTest
@Timeout(180)
class SwapOutageIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private static final Rebuild.Limits LIMITS =
      new Rebuild.Limits(Rebuild.Limits.USUAL.claim(), Duration.ofSeconds(5));

  /** Some more, for a busy machine. */
  private static final Duration MAX_LOCKED = LIMITS.swap().plusSeconds(5);

  private static final List<String> ORGANS =
      List.of(TestOrgans.coded("11141124012348501"), TestOrgans.coded("11141124012348502"));

  private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();

  @TempDir Path directory;
  @Inject DatabaseWatch watch;

  private int port;
  private int controllerPort;
  private CountingDatabase database;
  private DataSource service;
  private LocalKafka kafka;

  @BeforeEach
  void publish_organs_that_are_not_counted_yet() throws Exception {
    database = CountingDatabase.empty();
    service = database.asService();
    port = FreePort.any();
    controllerPort = FreePort.any();
    kafka = kafka();
    kafka.createTopics();
    try (Register register = new Register(kafka.bootstrapServers())) {
      ORGANS.forEach(organ -> register.organ(organ, "某局", Optional.empty()));
    }
    Map<String, String> ids =
        TopicIds.read(
            KafkaConnection.to(kafka.bootstrapServers()),
            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    try (Connection connection = service.getConnection()) {
      for (Topic topic : Topic.values()) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          Positions.create(connection, topic, partition, ids.get(topic.topicName()), 0);
        }
      }
    }
  }

  @AfterEach
  void end() {
    schedule.shutdownNow();
    kafka.close();
  }

  @Test
  void counting_goes_on_meanwhile_and_the_rebuild_ends_once_kafka_is_back() throws Exception {
    Rebuild rebuild = instance();
    Future<?> beating = schedule.scheduleWithFixedDelay(rebuild::beat, 1, 1, TimeUnit.SECONDS);
    try (Connection counting = service.getConnection()) {
      counting.setAutoCommit(false);
      lock(counting);
      rebuild.start();
      await().atMost(TIMEOUT).until(() -> rebuilds("wait_event_type = 'Lock'") == 1);
      kafka.close();
      Sql.of(counting, "UPDATE consumer_position SET next_offset = :organs WHERE topic = :topic")
          .with("organs", ORGANS.size())
          .with("topic", Topic.ORGANS.topicName())
          .update();
      counting.commit();
    }
    await().atMost(TIMEOUT).until(() -> rebuilds("state = 'idle in transaction'") == 1);

    long began = System.nanoTime();
    try (Connection counting = service.getConnection()) {
      counting.setAutoCommit(false);
      lock(counting);
      counting.rollback();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(MAX_LOCKED);
    await().until(() -> rebuild.last().orElseThrow().cause().isPresent());
    assertThat(rebuild.last().orElseThrow().state()).isEqualTo(RebuildProgress.State.SWAPPING);
    assertThat(rebuild.last().orElseThrow().cause().orElseThrow()).contains("KafkaOutage");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> instance().start());

    assertThat(beating).isNotDone();
    kafka = kafka();
    await()
        .atMost(TIMEOUT)
        .until(() -> rebuild.last().orElseThrow().state().equals(RebuildProgress.State.DONE));
    assertThat(rebuild.last().orElseThrow().cause()).isEmpty();
    assertThat(rebuild.last().orElseThrow().recordsRead()).isEqualTo(ORGANS.size());
    assertThat(organs()).isEqualTo(ORGANS.size());
  }

  @Test
  void what_could_not_be_counted_is_read_again_and_nothing_is_left_out() throws Exception {
    AtomicBoolean away = new AtomicBoolean();
    DataSource once =
        new PGSimpleDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            if (away.getAndSet(false)) {
              throw new SQLException("away", "08001");
            }
            return service.getConnection();
          }
        };
    try (TopicReader reader =
        new TopicReader(
            KafkaConnection.to(kafka.bootstrapServers()), new ShadowCounting(once, "statistics"))) {
      reader.begin();
      Map<TopicPartition, Long> ends = reader.ends();
      away.set(true);
      assertThatThrownBy(() -> advance(reader, ends)).hasRootCauseInstanceOf(SQLException.class);

      advance(reader, ends);
    }
    assertThat(organs()).isEqualTo(ORGANS.size());
  }

  @Test
  void a_comparison_that_takes_too_long_is_given_up_and_the_transaction_goes_on() throws Exception {
    try (OwnerConnections owner = OwnerConnections.open(login(), watch);
        OwnerConnections other = OwnerConnections.open(login(), watch)) {
      ShadowSchema shadow = new ShadowSchema(owner.work(), UUID.randomUUID());
      shadow.create(database.migrations(), owner.forMigrations(), "statistics_service");
      owner.work().setAutoCommit(false);
      assertThat(shadow.differingCells(Duration.ofSeconds(20))).contains(0L);
      owner.work().commit();
      other.work().setAutoCommit(false);
      Sql.of(other.work(), "LOCK TABLE statistics.daily_count").update();

      assertThat(shadow.differingCells(Duration.ZERO)).isEmpty();

      assertThat(Sql.of(owner.work(), "SELECT 1").one(Integer.class)).isEqualTo(1);
      owner.work().commit();
      other.work().rollback();
      shadow.drop();
    }
  }

  private static void advance(TopicReader reader, Map<TopicPartition, Long> ends) {
    while (!reader.isAt(ends)) {
      reader.advance(ends);
    }
  }

  private int organs() throws SQLException {
    try (Connection connection = service.getConnection()) {
      return Sql.of(connection, "SELECT count(*) FROM organ_state").one(Integer.class);
    }
  }

  private LocalKafka kafka() throws Exception {
    return LocalKafka.start(directory.resolve("kafka"), port, controllerPort);
  }

  private Rebuild instance() {
    return new Rebuild(
        service,
        database.migrations(),
        login(),
        KafkaConnection.to("127.0.0.1:" + port),
        "statistics_service",
        watch,
        new SimpleMeterRegistry(),
        LIMITS);
  }

  private CountsOwner login() {
    return new CountsOwner(
        database.migrations().getConfiguration().getUrl(),
        "statistics_service",
        "statistics_service",
        "statistics_rebuild");
  }

  /** As whoever counts. */
  private static void lock(Connection counting) throws Exception {
    Sql.of(counting, "SELECT set_config('lock_timeout', '30s', true)").exists();
    Sql.of(counting, "SELECT FROM consumer_position FOR UPDATE").exists();
  }

  /** How many connections of rebuilds are in a state; only their own role sees that. */
  private int rebuilds(String condition) throws Exception {
    try (Connection connection = service.getConnection()) {
      return Sql.of(
              connection,
              "SELECT count(*) FROM pg_stat_activity"
                  + " WHERE application_name = 'statistics-rebuild' AND "
                  + condition)
          .one(Integer.class);
    }
  }
}
