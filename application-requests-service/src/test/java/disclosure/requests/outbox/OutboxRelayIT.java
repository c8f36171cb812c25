package disclosure.requests.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.Servers;
import disclosure.requests.TestDatabase;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.sending.EventSender;
import disclosure.requests.outbox.sending.RelayProducer;
import disclosure.requests.transaction.RelaySignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

  private static final String EXPIRE = "UPDATE requests.outbox_lease SET until = '-infinity'";

  private static DataSource database;
  private static OutboxFixture outbox;
  private static String kafka;

  private final List<OutboxRelay> relays = new ArrayList<>();
  private final UUID id = UUID.randomUUID();

  @BeforeAll
  static void servers() {
    TestDatabase created = TestDatabase.create("relay");
    database = created.service();
    outbox = new OutboxFixture(database, created.owner());
    kafka = Servers.running().get("KAFKA_BOOTSTRAP_SERVERS");
  }

  @BeforeEach
  void empty() throws SQLException {
    outbox.execute("DELETE FROM requests.outbox");
    outbox.execute("DELETE FROM requests.outbox_parked");
    outbox.execute(EXPIRE);
  }

  @AfterEach
  void stop() throws SQLException {
    for (OutboxRelay relay : relays) {
      relay.close();
    }
  }

  @Test
  void an_event_arrives_as_a_cloud_event_under_its_key() throws Exception {
    outbox.write(id, 1);
    drain(relay());

    List<ConsumerRecord<String, String>> records = OutboxFixture.records(kafka, id);
    assertThat(records).hasSize(1);
    ConsumerRecord<String, String> event = records.get(0);
    assertThat(event.value())
        .isEqualTo(
            ("{'disputeId':'"
                    + id
                    + "','version':1,'organCode':'111411240123456713',"
                    + "'kind':'RECONSIDERATION','acceptedOn':'2024-03-01',"
                    + "'recordedAt':'2024-03-02T01:02:03Z'}")
                .replace('\'', '"'));
    assertThat(
            List.of(CloudEventHeader.values()).stream()
                .map(header -> OutboxFixture.header(event, header)))
        .containsExactly(
            "1.0",
            id + ":1",
            "/application-requests-service",
            "disclosure.dispute.state.v1",
            id.toString(),
            "2024-03-02T01:02:03Z",
            Topic.DISPUTES.schemaId(),
            "application/json; charset=utf-8");
    assertThat(outbox.pending()).isZero();
  }

  @Test
  void a_change_that_is_rolled_back_leaves_no_event() throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      outbox.append(connection, id, 1);
      connection.rollback();
    }
    drain(relay());
    assertThat(OutboxFixture.versions(kafka, id)).isEmpty();
  }

  @Test
  void a_smaller_id_that_commits_later_is_not_lost() throws Exception {
    UUID late = UUID.randomUUID();
    OutboxRelay relay = relay();
    try (Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      outbox.append(slow, late, 1);
      outbox.write(id, 1);
      drain(relay);
      assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L);
      slow.commit();
    }
    drain(relay);
    assertThat(OutboxFixture.versions(kafka, late)).containsExactly(1L);
  }

  @Test
  void what_was_sent_but_not_marked_is_sent_again() throws Exception {
    outbox.write(id, 1);
    // Three connections to read the three topics; none to mark what was sent.
    OutboxRelay killed =
        new OutboxRelay(
            new DyingDatabase(database, 3),
            new EventSender(this::producer, Traces.off()),
            OutboxFixture.SETTINGS,
            Traces.off(),
            new SimpleMeterRegistry());
    assertThatThrownBy(killed::round).isInstanceOf(SQLException.class);
    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L);
    assertThat(outbox.pending()).isEqualTo(1);

    outbox.execute(EXPIRE);
    drain(relay());
    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L, 1L);
    assertThat(outbox.pending()).isZero();
  }

  @Test
  void a_second_relay_stands_by_until_the_first_hands_over() throws Exception {
    OutboxRelay first = relay();
    OutboxRelay second = relay();
    outbox.write(id, 1);
    drain(first);
    outbox.write(id, 2);
    assertThat(second.round()).isEqualTo(OutboxRelay.Round.IDLE);
    first.close();
    drain(second);
    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L, 2L);
  }

  @Test
  void an_old_state_written_by_a_relay_that_was_overtaken_is_followed_by_the_newest()
      throws Exception {
    outbox.write(id, 1);
    OutboxRelay overtaker = relay();
    EventSender stalled =
        new EventSender(
            () -> {
              // The first relay has read version 1 and sleeps; the second one takes over.
              try {
                outbox.execute(EXPIRE);
                outbox.write(id, 2);
                drain(overtaker);
              } catch (SQLException failure) {
                throw new IllegalStateException(failure);
              }
              return producer();
            },
            Traces.off());
    OutboxRelay overtaken = relay(stalled);
    overtaken.round();
    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L, 2L, 1L);

    drain(overtaker);
    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L, 2L, 1L, 2L);
    assertThat(outbox.pending()).isZero();
  }

  @Test
  @Tag("slow")
  void two_relays_that_fight_for_the_lease_lose_nothing_and_keep_the_order() throws Exception {
    List<UUID> keys = java.util.stream.Stream.generate(UUID::randomUUID).limit(8).toList();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    OutboxRelay first = relay();
    OutboxRelay second = relay();
    Future<?> writer =
        threads.submit(
            () -> {
              for (long version = 1; version <= 30; version++) {
                for (UUID key : keys) {
                  outbox.write(key, version);
                }
                outbox.execute(EXPIRE);
              }
              return null;
            });
    List<Future<?>> fights = new ArrayList<>();
    for (OutboxRelay relay : List.of(first, second)) {
      fights.add(
          threads.submit(
              () -> {
                while (!writer.isDone()) {
                  relay.round();
                  if (ThreadLocalRandom.current().nextInt(4) == 0) {
                    outbox.execute(EXPIRE);
                  }
                }
                return null;
              }));
    }
    writer.get(60, TimeUnit.SECONDS);
    for (Future<?> fight : fights) {
      fight.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    outbox.execute(EXPIRE);
    drain(first);

    for (UUID key : keys) {
      List<Long> versions = OutboxFixture.versions(kafka, key);
      assertThat(versions.get(versions.size() - 1)).as("the last of " + versions).isEqualTo(30L);
      assertThat(List.copyOf(new LinkedHashSet<>(versions))).hasSize(30).isSorted();
    }
  }

  @Test
  void a_refused_event_parks_its_key_and_the_rest_goes_on() throws Exception {
    UUID other = UUID.randomUUID();
    outbox.write(id, 1);
    outbox.execute(
        "INSERT INTO requests.outbox (topic, key, version, data, recorded_at) VALUES"
            + " ('disclosure.disputes', '"
            + id
            + "', 2, repeat('x', 2000000), now())");
    outbox.write(id, 3);
    outbox.write(other, 1);
    drain(relay());

    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L);
    assertThat(OutboxFixture.versions(kafka, other)).containsExactly(1L);
    assertThat(
            outbox.count(
                "SELECT count(*) FROM requests.outbox_parked WHERE key = '"
                    + id
                    + "' AND version = 2 AND cause = 'RecordTooLargeException'"))
        .isEqualTo(1);
    assertThat(outbox.pending()).isEqualTo(2);

    outbox.execute("DELETE FROM requests.outbox WHERE version = 2");
    outbox.execute("DELETE FROM requests.outbox_parked");
    drain(relays.get(0));
    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L, 3L);
  }

  @Test
  void what_was_sent_lies_in_the_partition_of_its_day_and_what_waits_in_another() throws Exception {
    outbox.write(id, 1);
    drain(relay());
    outbox.write(id, 2);
    assertThat(
            outbox.count(
                "SELECT count(*) FROM requests.outbox WHERE version = 1 AND tableoid ="
                    + " ('requests.outbox_' || to_char(now() AT TIME ZONE 'UTC',"
                    + " 'YYYYMMDD'))::regclass"))
        .isOne();
    assertThat(
            outbox.count(
                "SELECT count(*) FROM requests.outbox WHERE version = 2"
                    + " AND tableoid = 'requests.outbox_waiting'::regclass"))
        .isOne();
  }

  @Test
  void days_are_dropped_when_their_time_is_over_and_made_ahead() throws Exception {
    outbox.execute(
        "CREATE TABLE requests.outbox_20240102 PARTITION OF requests.outbox"
            + " FOR VALUES FROM ('2024-01-02 00:00+00') TO ('2024-01-03 00:00+00')");
    outbox.execute(
        "INSERT INTO requests.outbox (topic, key, version, data, recorded_at, published_at) VALUES"
            + " ('disclosure.disputes', 'old', 1, '{}', now(), '2024-01-02 12:00+00')");
    outbox.write(id, 1);
    drain(relay());
    outbox.write(id, 2);
    try (Connection connection = database.getConnection()) {
      assertThatThrownBy(
              () -> connection.createStatement().execute("DROP TABLE requests.outbox_20240102"))
          .isInstanceOf(SQLException.class);
      connection.createStatement().execute("SELECT requests.outbox_keep(7)");
    }
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox WHERE key = 'old'")).isZero();
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox")).isEqualTo(2);
    assertThat(
            outbox.count(
                "SELECT count(*) FROM pg_inherits WHERE inhparent = 'requests.outbox'::regclass"))
        .isEqualTo(12);
  }

  @Test
  void what_is_marked_without_a_day_is_sent_once_and_goes_into_its_day() throws Exception {
    outbox.execute(
        "DO $$ DECLARE part text; BEGIN FOR part IN SELECT relname FROM pg_inherits"
            + " JOIN pg_class child ON child.oid = inhrelid"
            + " WHERE inhparent = 'requests.outbox'::regclass AND relname ~ '[0-9]{8}$'"
            + " LOOP EXECUTE 'DROP TABLE requests.' || part; END LOOP; END $$");
    OutboxRelay relay = relay();
    outbox.write(id, 1);
    drain(relay);
    outbox.write(id, 2);
    drain(relay);
    assertThat(relay.round()).isEqualTo(OutboxRelay.Round.IDLE);
    outbox.execute(
        "INSERT INTO requests.outbox (topic, key, version, data, recorded_at, published_at, place)"
            + " VALUES ('disclosure.disputes', 'old', 1, '{}', now(), now() - interval '2 days',"
            + " 1), ('disclosure.disputes', 'older', 1, '{}', now(), now() - interval '20 days',"
            + " 1)");
    long place = outbox.count("SELECT sum(place) FROM requests.outbox WHERE key <> 'older'");

    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("SELECT requests.outbox_keep(7)");
    }
    drain(relay);

    assertThat(OutboxFixture.versions(kafka, id)).containsExactly(1L, 2L);
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox_waiting")).isZero();
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox")).isEqualTo(3);
    assertThat(outbox.count("SELECT sum(place) FROM requests.outbox")).isEqualTo(place);
    assertThat(
            outbox.count(
                "SELECT count(*) FROM pg_inherits WHERE inhparent = 'requests.outbox'::regclass"))
        .isEqualTo(13);
    outbox.write(id, 3);
    drain(relay);
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox WHERE place IS NOT NULL"))
        .isEqualTo(4);
    outbox.execute("SELECT requests.outbox_keep(1)");
  }

  @Test
  @Tag("slow")
  void more_than_a_batch_arrives_in_order() throws Exception {
    for (long version = 1; version <= 250; version++) {
      outbox.write(id, version);
    }
    drain(relay());
    assertThat(OutboxFixture.versions(kafka, id)).hasSize(250).isSorted();
  }

  @Test
  void a_state_of_another_topic_is_not_accepted() {
    Outbox real = new Outbox(new RelaySignal(), null, Traces.off());
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> real.append(null, Topic.ORGANS, "key", 1, OutboxFixture.state(id, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_traced_change_is_published_in_its_trace_and_others_in_none() throws Exception {
    try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
      Traces traces = Traces.with(OpenTelemetrySdk.builder().setTracerProvider(provider).build());
      Optional<TraceParent> change =
          traces.carried("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
      UUID other = UUID.randomUUID();
      outbox.write(id, 1, change);
      outbox.write(other, 1, Optional.empty());
      OutboxRelay relay =
          new OutboxRelay(
              database,
              new EventSender(this::producer, traces),
              OutboxFixture.SETTINGS,
              traces,
              new SimpleMeterRegistry());
      relays.add(relay);
      drain(relay);

      assertThat(traceparent(id).orElseThrow())
          .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
          .doesNotContain("b7ad6b7169203331")
          .endsWith("-01");
      assertThat(traceparent(other)).isEmpty();
    }
  }

  private Optional<String> traceparent(UUID of) {
    return OutboxFixture.records(kafka, of).stream()
        .flatMap(message -> Stream.ofNullable(message.headers().lastHeader(TraceParent.HEADER)))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .findFirst();
  }

  private OutboxRelay relay() {
    return relay(new EventSender(this::producer, Traces.off()));
  }

  private OutboxRelay relay(EventSender sender) {
    OutboxRelay relay =
        new OutboxRelay(
            database, sender, OutboxFixture.SETTINGS, Traces.off(), new SimpleMeterRegistry());
    relays.add(relay);
    return relay;
  }

  private Producer<String, byte[]> producer() {
    return new RelayProducer(Map.of("bootstrap.servers", kafka)).open();
  }

  private static void drain(OutboxRelay relay) throws SQLException {
    int rounds = 0;
    while (relay.round() != OutboxRelay.Round.IDLE) {
      assertThat(rounds++).isLessThan(100);
    }
  }
}
