package disclosure.statistics.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.Servers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What can't be counted however often it is tried stops its partition, and is told. */
@QuarkusTest
@Timeout(180)
class FaultsIT {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.APPLICATIONS.topicName(), 3);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Retry retry = new Retry();
  private Partitions partitions;

  @Inject KafkaClientService kafka;
  @Inject CountingMeters meters;
  @Inject Clock clock;

  @BeforeEach
  void reads_one_partition() {
    partitions = new Partitions(new SimpleMeterRegistry(), clock);
    partitions.join();
    partitions.assign(PARTITION, "topic", 0);
  }

  @AfterEach
  void end() {
    retry.stop(null);
  }

  @Test
  void a_database_without_the_tables_stops_the_partition_and_the_readiness_says_so()
      throws Exception {
    count(withoutTables());

    assertThat(partitions.halted().get(PARTITION)).contains("42P01");
    HealthCheckResponse readiness = new CountingCheck(partitions).call().await().indefinitely();
    assertThat(readiness.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(readiness.getData().orElseThrow().get(PARTITION.toString()).toString())
        .contains("42P01");
  }

  @Test
  void a_failure_that_nobody_thought_of_stops_the_partition_too() throws Exception {
    count(
        new PGSimpleDataSource() {
          @Override
          public Connection getConnection() {
            throw new IllegalArgumentException("unthought of");
          }
        });

    assertThat(partitions.halted().get(PARTITION)).contains("IllegalArgumentException");
  }

  @Test
  void an_outage_stops_nothing() throws Exception {
    PGSimpleDataSource away =
        new PGSimpleDataSource() {
          private int asked;

          @Override
          public Connection getConnection() throws SQLException {
            if (++asked <= 5) {
              throw new SQLException("away", "08001");
            }
            throw new IllegalArgumentException("asked for the sixth time");
          }
        };
    count(away);

    assertThat(partitions.halted().get(PARTITION)).contains("IllegalArgumentException");
  }

  /** Or it would hold up the others each time for as long as the first time. */
  @Test
  void what_ran_into_its_timeout_each_time_is_tried_once_when_it_is_tried_again() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    PGSimpleDataSource slow =
        new PGSimpleDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            throw new SQLException("canceling statement due to statement timeout", "57014");
          }
        };
    count(slow);
    assertThat(asked).hasValue(5);

    partitions.assign(PARTITION, "topic", 0);
    count(slow);

    assertThat(asked).hasValue(6);
    assertThat(partitions.halted().get(PARTITION)).contains("57014");
  }

  @Test
  void a_partition_whose_stored_position_cannot_be_read_is_stopped() throws Exception {
    Map<String, String> servers = Servers.running();
    String bootstrap = servers.get("KAFKA_BOOTSTRAP_SERVERS");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));

      new StoredPositions(withoutTables(), partitions, retry, KafkaConnection.to(bootstrap))
          .onPartitionsAssigned(consumer, List.of(PARTITION));
    }

    assertThat(partitions.halted().get(PARTITION)).contains("42P01");
  }

  /** A right that is missing; a statement that runs into its timeout each time. */
  @ParameterizedTest
  @CsvSource({"42501, 11141124012348401", "57014, 11141124012348402"})
  void others_go_on_and_mending_the_database_is_enough(String state, String firstOfCode)
      throws Exception {
    String organ = TestOrgans.coded(firstOfCode);
    String trigger = "no_more_of_" + PARTITION.partition();
    asOwner(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '"
            + state
            + "'; END $$",
        "CREATE TRIGGER "
            + trigger
            + " BEFORE UPDATE ON consumer_position FOR EACH ROW WHEN (NEW.topic = '"
            + PARTITION.topic()
            + "' AND NEW.partition = "
            + PARTITION.partition()
            + ") EXECUTE FUNCTION refuse()");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      List<UUID> stopped = applications(FaultsIT::isOfThePartition, 5);
      List<UUID> others = applications(id -> !isOfThePartition(id), 55);
      publish(register, organ, stopped.subList(0, 1));
      await().atMost(TIMEOUT).untilAsserted(() -> readiness(503, state));

      publish(register, organ, stopped.subList(1, stopped.size()));
      publish(register, organ, others);
      await()
          .atMost(TIMEOUT)
          .untilAsserted(() -> assertThat(counted(organ)).isEqualTo(others.size()));
    } finally {
      asOwner("DROP TRIGGER " + trigger + " ON consumer_position", "DROP FUNCTION refuse");
    }

    await().atMost(TIMEOUT).untilAsserted(() -> assertThat(counted(organ)).isEqualTo(60));
    await().atMost(TIMEOUT).untilAsserted(() -> readiness(200, ""));
  }

  private static List<UUID> applications(Predicate<UUID> which, int count) {
    return Stream.generate(UUID::randomUUID).filter(which).limit(count).toList();
  }

  private static boolean isOfThePartition(UUID application) {
    byte[] key = application.toString().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % Topic.APPLICATIONS.partitions()
        == PARTITION.partition();
  }

  private static void publish(Register register, String organ, List<UUID> applications) {
    applications.forEach(
        application ->
            register.application(
                Register.application(
                    application,
                    1,
                    organ,
                    ApplicantType.NATURAL_PERSON,
                    "2024-03-01",
                    Optional.empty(),
                    Optional.empty())));
  }

  private static void readiness(int status, String reason) {
    Management.get("/q/health/ready").then().statusCode(status).body(containsString(reason));
  }

  private static int counted(String organ) {
    return given()
        .auth()
        .oauth2(TestClient.ANALYST.token())
        .get("/matrix?year=2024&organ=" + organ)
        .then()
        .statusCode(200)
        .extract()
        .path("rows[0].total");
  }

  private static void asOwner(String... statements) throws SQLException {
    Map<String, String> settings = Servers.running();
    try (Connection connection =
            DriverManager.getConnection(
                settings.get("DATABASE_URL") + "?currentSchema=statistics",
                settings.get("DATABASE_OWNER_USER"),
                settings.get("DATABASE_OWNER_PASSWORD"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Twice: what comes after a fault is not counted either. */
  private void count(DataSource database) throws InterruptedException {
    RegisterChannel channel =
        new RegisterChannel(database, partitions, kafka, meters, retry, Traces.off());
    try {
      channel.consume(records(0));
      await().atMost(TIMEOUT).until(() -> partitions.isHalted(PARTITION));
      channel.consume(records(1));
      channel.consume(records(2));
    } finally {
      channel.close();
    }
  }

  private static ConsumerRecords<byte[], byte[]> records(long offset) {
    return new ConsumerRecords<>(
        Map.of(
            PARTITION,
            List.of(
                new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    offset,
                    new byte[] {1},
                    new byte[] {1}))),
        Map.of());
  }

  /** The real server, where the tables are looked for in the wrong place. */
  private static DataSource withoutTables() {
    Map<String, String> servers = Servers.running();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(servers.get("DATABASE_URL"));
    source.setUser(servers.get("DATABASE_USER"));
    source.setPassword(servers.get("DATABASE_PASSWORD"));
    source.setCurrentSchema("nowhere");
    return source;
  }
}
