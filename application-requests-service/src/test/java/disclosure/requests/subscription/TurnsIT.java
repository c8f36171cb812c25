package disclosure.requests.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDatabase;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.published.Position;
import disclosure.requests.outbox.published.PublishedEvents;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.subscription.Subscriptions.New;
import disclosure.requests.subscription.Subscriptions.Whose;
import disclosure.requests.subscription.receiver.ReceiverSettings;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.requests.subscription.turn.DeadLetters;
import disclosure.requests.subscription.turn.PauseCause;
import disclosure.requests.subscription.turn.Secrets;
import disclosure.requests.subscription.turn.SubscriptionSettings;
import disclosure.requests.subscription.turn.TestTurns;
import disclosure.requests.transaction.RelaySignal;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.JobSettings;
import disclosure.storage.job.JobWorkers;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The turns of subscriptions, with two instances at work and the database as it is. */
class TurnsIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final JobSettings QUICK =
      new JobSettings(
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          4);

  private static DataSource database;
  private static DataSource owner;
  private static Connection writing;
  private static Vertx vertx;

  private final Jobs jobs = new Jobs("requests");
  private final PublishedEvents events = new PublishedEvents();
  private final Secrets secrets = new Secrets(new PlainCipher(), key -> false);
  private final Subscriptions subscriptions = new Subscriptions();
  private final DeadLetters letters = new DeadLetters();
  private final TestReceiver receiver = TestReceiver.start();
  private final List<JobWorkers> instances = new ArrayList<>();

  @BeforeAll
  static void servers() throws SQLException {
    TestDatabase created = TestDatabase.create("turns");
    database = created.service();
    owner = created.owner();
    writing = owner.getConnection();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() throws SQLException {
    writing.close();
    vertx.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute(
        "DELETE FROM requests.subscription",
        "DELETE FROM requests.job_piece",
        "DELETE FROM requests.job",
        "DELETE FROM requests.outbox",
        "UPDATE requests.outbox_dropped SET place = 0, event = 0");
  }

  @AfterEach
  void close() {
    instances.forEach(JobWorkers::close);
    receiver.close();
  }

  @Test
  void of_two_instances_one_at_a_time_tells_a_subscriber_and_in_order() throws SQLException {
    UUID subscription = subscribe();
    instance(database, settings(4));
    instance(database, settings(4));
    List<String> sent = new ArrayList<>();
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    for (int version = 1; version <= 300; version++) {
      append(one, version);
      append(other, version);
      sent.add(one + ":" + version);
      sent.add(other + ":" + version);
      if (version % 7 == 0) {
        mark();
      }
    }
    mark();
    await().atMost(SOON).until(() -> receiver.messages().size() >= sent.size());
    await().atMost(SOON).until(() -> find(subscription).delivered() == sent.size());
    assertThat(receiver.messages().stream().map(TestReceiver.Message::id).toList()).isEqualTo(sent);
  }

  @Test
  void what_a_killed_instance_did_not_store_another_one_tells() throws SQLException {
    AtomicBoolean dead = new AtomicBoolean();
    UUID subscription = subscribe();
    UUID id = UUID.randomUUID();
    for (int version = 1; version <= 40; version++) {
      append(id, version);
    }
    mark();
    receiver.answers(
        message -> {
          if (message.id().endsWith(":20")) {
            dead.set(true);
          }
          return 200;
        });
    instance(mortal(dead), settings(1));
    await().atMost(SOON).untilTrue(dead);
    instance(database, settings(1));
    await().atMost(SOON).until(() -> find(subscription).delivered() == 40);
    Set<String> distinct = new HashSet<>();
    receiver.messages().forEach(message -> distinct.add(message.id()));
    assertThat(distinct).hasSize(40);
    assertThat(receiver.ids(id.toString())).startsWith(id + ":1").endsWith(id + ":40");
    // It proves that there was something to take over.
    assertThat(receiver.messages().size()).isGreaterThan(40);
  }

  @Test
  void a_smaller_id_that_commits_later_is_told_too() throws SQLException {
    UUID subscription = subscribe();
    instance(database, settings(1));
    UUID late = UUID.randomUUID();
    UUID quick = UUID.randomUUID();
    try (Connection slow = owner.getConnection()) {
      slow.setAutoCommit(false);
      append(slow, late, 1);
      append(quick, 1);
      mark();
      await().atMost(SOON).until(() -> receiver.ids(quick.toString()).size() == 1);
      slow.commit();
    }
    mark();
    await().atMost(SOON).until(() -> receiver.ids(late.toString()).size() == 1);
    await().atMost(SOON).until(() -> find(subscription).delivered() == 2);
  }

  @Test
  void versions_of_one_key_that_are_marked_together_are_told_in_order() throws SQLException {
    subscribe();
    UUID id = UUID.randomUUID();
    for (int version = 1; version <= 50; version++) {
      append(id, version);
    }
    // As a scan that doesn't follow the index would come by them.
    execute(
        "CREATE TEMP TABLE moved AS SELECT * FROM requests.outbox_waiting ORDER BY id DESC",
        "DELETE FROM requests.outbox_waiting",
        "INSERT INTO requests.outbox SELECT * FROM moved",
        "DROP TABLE moved");
    mark();
    instance(database, settings(1));
    await().atMost(SOON).until(() -> receiver.messages().size() == 50);
    assertThat(receiver.ids(id.toString()))
        .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(i -> id + ":" + i).toList());
  }

  @Test
  void more_busy_subscribers_than_workers_all_have_their_turns() throws SQLException {
    List<TestReceiver> others = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        TestReceiver other = TestReceiver.start();
        other.answers(
            message -> {
              pause(200);
              return 200;
            });
        others.add(other);
        subscribeAt("client", other.address("/"));
      }
      UUID id = UUID.randomUUID();
      for (int version = 1; version <= 60; version++) {
        append(id, version);
      }
      mark();
      instance(database, settings(1));
      for (TestReceiver other : others) {
        await().atMost(SOON).until(() -> other.messages().size() >= 3);
      }
      assertThat(others).allMatch(other -> other.messages().size() < 60);
    } finally {
      others.forEach(TestReceiver::close);
    }
  }

  @Test
  void one_that_was_away_for_longer_than_events_are_kept_is_paused_and_told_so()
      throws SQLException {
    UUID subscription = subscribe();
    append(UUID.randomUUID(), 1);
    markLongAgo();
    dropDays();
    append(UUID.randomUUID(), 1);
    mark();
    instance(database, settings(1));
    await()
        .atMost(SOON)
        .until(
            () ->
                find(subscription).pausedBecause().equals(Optional.of(PauseCause.EVENTS_DROPPED)));
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void one_that_has_everything_misses_nothing_when_days_are_dropped() throws SQLException {
    UUID subscription = subscribe();
    append(UUID.randomUUID(), 1);
    markLongAgo();
    instance(database, settings(1));
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
    dropDays();
    UUID next = UUID.randomUUID();
    append(next, 1);
    mark();
    await().atMost(SOON).until(() -> find(subscription).delivered() == 2);
    assertThat(receiver.ids(next.toString())).hasSize(1);
  }

  @Test
  void one_that_has_everything_has_no_turn_while_nothing_happens() throws SQLException {
    UUID subscription = subscribe();
    append(UUID.randomUUID(), 1);
    append(UUID.randomUUID(), 1);
    markLongAgo();
    instance(database, settings(2));
    instance(database, settings(2));
    await().atMost(SOON).until(() -> find(subscription).delivered() == 2);
    dropDays();
    long turns = turns();
    await()
        .during(Duration.ofSeconds(1))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(turns()).isEqualTo(turns));
  }

  @Test
  void one_that_stopped_within_the_last_marking_of_a_dropped_day_is_told_so() throws SQLException {
    UUID subscription = subscribe();
    receiver.answers(message -> receiver.messages().size() == 1 ? 200 : 503);
    append(UUID.randomUUID(), 1);
    append(UUID.randomUUID(), 1);
    markLongAgo();
    instance(database, settings(1));
    await().atMost(SOON).until(() -> find(subscription).failures() > 0);
    assertThat(find(subscription).delivered()).isEqualTo(1);
    dropDays();
    await()
        .atMost(SOON)
        .until(
            () ->
                find(subscription).pausedBecause().equals(Optional.of(PauseCause.EVENTS_DROPPED)));
  }

  @Test
  void a_turn_that_cannot_be_done_is_told_of_and_tried_again() throws SQLException {
    UUID subscription = subscribe();
    UUID id = UUID.randomUUID();
    append(id, 1);
    execute("UPDATE requests.outbox SET data = '{}'");
    mark();
    instance(database, settings(1));
    instance(database, settings(1));
    await()
        .atMost(SOON)
        .until(() -> find(subscription).lastCause().equals(Optional.of("TURN_FAILED")));
    Subscription failing = find(subscription);
    assertThat(failing.status()).isEqualTo(Subscription.SubscriptionStatus.ACTIVE);
    assertThat(failing.failures()).isPositive();
    assertThat(failing.failingSince()).isPresent();
    assertThat(receiver.messages()).isEmpty();
    mend(id);
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
    assertThat(find(subscription).failures()).isZero();
  }

  @Test
  void a_turn_that_cannot_be_done_is_tried_at_once_when_it_is_resumed() throws SQLException {
    UUID subscription = subscribe();
    UUID id = UUID.randomUUID();
    append(id, 1);
    execute("UPDATE requests.outbox SET data = '{}'");
    mark();
    instance(
        database,
        new Settings(settings(1)) {
          @Override
          public Duration firstPause() {
            return Duration.ofHours(1);
          }

          @Override
          public Duration longestPause() {
            return Duration.ofHours(1);
          }
        });
    await().atMost(SOON).until(() -> find(subscription).failures() == 1);
    mend(id);
    try (Connection connection = database.getConnection()) {
      subscriptions.resume(
          connection, subscription, subscriptions.position(connection, subscription));
    }
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
  }

  @Test
  void receivers_of_one_client_leave_a_worker_to_the_others() throws SQLException {
    AtomicInteger called = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<TestReceiver> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        TestReceiver one = TestReceiver.start();
        one.answers(
            message -> {
              most.accumulateAndGet(called.incrementAndGet(), Math::max);
              pause(200);
              called.decrementAndGet();
              return 200;
            });
        slow.add(one);
        subscribeAt("client", one.address("/"));
      }
      UUID subscription = subscribeAt("another", receiver.address("/"));
      UUID id = UUID.randomUUID();
      for (int version = 1; version <= 60; version++) {
        append(id, version);
      }
      mark();
      instance(database, settings(3));
      await().atMost(SOON).until(() -> find(subscription).delivered() == 60);
      for (TestReceiver one : slow) {
        await().atMost(SOON).until(() -> one.messages().size() >= 3);
      }
      assertThat(most).hasValue(2);
    } finally {
      slow.forEach(TestReceiver::close);
    }
  }

  @Test
  void a_receiver_that_fails_for_too_long_is_paused() throws SQLException {
    UUID subscription = subscribe();
    receiver.answers(503);
    append(UUID.randomUUID(), 1);
    mark();
    instance(
        database,
        new Settings(settings(1)) {
          @Override
          public Duration pauseAfter() {
            return Duration.ofSeconds(1);
          }
        });
    await()
        .atMost(SOON)
        .until(() -> find(subscription).pausedBecause().equals(Optional.of(PauseCause.FAILING)));
    assertThat(receiver.messages().size()).isGreaterThan(1);
  }

  @Test
  void what_the_register_let_pass_is_not_held_against_a_receiver() throws SQLException {
    UUID subscription = subscribe();
    execute(
        "UPDATE requests.subscription SET failures = 1, failing_for = interval '5 seconds',"
            + " failing_since = now() - interval '4 days'");
    receiver.answers(message -> receiver.messages().size() == 1 ? 503 : 200);
    append(UUID.randomUUID(), 1);
    mark();
    instance(database, settings(1));
    await().atMost(SOON).until(() -> receiver.messages().size() == 2);
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
    assertThat(find(subscription).pausedBecause()).isEmpty();
  }

  @Test
  void turns_that_could_not_be_done_are_not_held_against_a_receiver() throws SQLException {
    UUID subscription = subscribe();
    UUID id = UUID.randomUUID();
    append(id, 1);
    execute("UPDATE requests.outbox SET data = '{}'");
    mark();
    receiver.answers(message -> receiver.messages().size() == 1 ? 503 : 200);
    instance(
        database,
        new Settings(settings(1)) {
          @Override
          public Duration pauseAfter() {
            return Duration.ofMillis(600);
          }
        });
    await().atMost(SOON).until(() -> find(subscription).failures() >= 3);
    mend(id);
    await().atMost(SOON).until(() -> receiver.messages().size() == 2);
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
    assertThat(find(subscription).pausedBecause()).isEmpty();
  }

  @Test
  void what_is_sent_again_and_stays_refused_holds_up_no_new_event() throws SQLException {
    UUID subscription = subscribe();
    for (int number = 1; number <= 30; number++) {
      refused(subscription, UUID.randomUUID());
    }
    UUID fresh = UUID.randomUUID();
    receiver.answers(
        message -> {
          if (message.id().startsWith(fresh.toString())) {
            return 200;
          }
          pause(200);
          return 422;
        });
    append(fresh, 1);
    mark();
    instance(database, settings(1));
    await().atMost(SOON).until(() -> receiver.ids(fresh.toString()).size() == 1);
    assertThat(receiver.messages().size()).isLessThan(31);
    await().atMost(SOON).until(() -> receiver.messages().size() == 31);
    await().atMost(SOON).until(() -> again(subscription) == 0);
    assertThat(find(subscription).deadLetters()).isEqualTo(30);
    assertThat(find(subscription).pausedBecause()).isEmpty();
  }

  @Test
  void what_is_struck_off_while_it_is_sent_again_does_not_come_back() throws SQLException {
    UUID subscription = subscribe();
    refused(subscription, UUID.randomUUID());
    AtomicInteger struck = new AtomicInteger();
    receiver.answers(
        message -> {
          if (message.id().endsWith(":2")) {
            return 200;
          }
          try (Connection connection = database.getConnection()) {
            struck.addAndGet(letters.discard(connection, subscription, Optional.empty()));
          } catch (SQLException failure) {
            throw new IllegalStateException(failure);
          }
          return 422;
        });
    instance(database, settings(1));
    await().atMost(SOON).untilAsserted(() -> assertThat(struck).hasValue(1));
    append(UUID.randomUUID(), 2);
    mark();
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
    assertThat(find(subscription).deadLetters()).isZero();
  }

  @Test
  void a_receiver_that_refuses_everything_is_paused_with_a_short_list() throws SQLException {
    UUID subscription = subscribe();
    receiver.answers(401);
    for (int i = 0; i < 30; i++) {
      append(UUID.randomUUID(), 1);
    }
    mark();
    instance(database, settings(1));
    await()
        .atMost(SOON)
        .until(() -> find(subscription).pausedBecause().equals(Optional.of(PauseCause.REFUSING)));
    assertThat(find(subscription).deadLetters()).isEqualTo(20);
    receiver.answers(200);
    try (Connection connection = database.getConnection()) {
      subscriptions.resume(
          connection, subscription, subscriptions.position(connection, subscription));
      letters.retry(connection, subscription, Optional.empty());
    }
    await().atMost(SOON).until(() -> find(subscription).delivered() == 30);
    assertThat(find(subscription).deadLetters()).isZero();
  }

  @Test
  void a_full_list_loses_nothing() throws SQLException {
    UUID subscription = subscribe();
    AtomicInteger number = new AtomicInteger();
    receiver.answers(message -> number.incrementAndGet() % 2 == 0 ? 400 : 200);
    for (int i = 0; i < 20; i++) {
      append(UUID.randomUUID(), 1);
    }
    mark();
    instance(
        database,
        new Settings(settings(1)) {
          @Override
          public int deadLetters() {
            return 3;
          }
        });
    await()
        .atMost(SOON)
        .until(
            () ->
                find(subscription)
                    .pausedBecause()
                    .equals(Optional.of(PauseCause.DEAD_LETTERS_FULL)));
    assertThat(find(subscription).deadLetters()).isEqualTo(3);
    assertThat(find(subscription).delivered()).isEqualTo(4);
    receiver.answers(200);
    try (Connection connection = database.getConnection()) {
      subscriptions.resume(
          connection, subscription, subscriptions.position(connection, subscription));
      letters.retry(connection, subscription, Optional.empty());
    }
    await().atMost(SOON).until(() -> find(subscription).delivered() == 20);
  }

  @Test
  void what_is_resumed_meanwhile_is_not_overtaken_by_what_was_under_way() throws Exception {
    UUID subscription = subscribe();
    Position start;
    try (Connection connection = database.getConnection()) {
      start = subscriptions.position(connection, subscription);
    }
    AtomicBoolean resumed = new AtomicBoolean();
    UUID id = UUID.randomUUID();
    append(id, 1);
    mark();
    receiver.answers(
        message -> {
          if (resumed.compareAndSet(false, true)) {
            try (Connection connection = database.getConnection()) {
              subscriptions.resume(connection, subscription, start);
            } catch (SQLException failure) {
              throw new IllegalStateException(failure);
            }
          }
          return 200;
        });
    instance(database, settings(1));
    await().atMost(SOON).until(() -> receiver.ids(id.toString()).size() == 2);
    await().atMost(SOON).until(() -> find(subscription).delivered() == 1);
  }

  private UUID subscribe() throws SQLException {
    return subscribeAt("client", receiver.address("/"));
  }

  private UUID subscribeAt(String client, String address) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = database.getConnection()) {
      subscriptions.insert(
          connection,
          new New(
              id,
              client,
              address,
              List.of("*"),
              List.of("*"),
              Subscriptions.types(List.of()),
              secrets.seal(Secrets.fresh(), id, Secrets.SECRET)),
          events.last(connection),
          Instant.now());
    }
    return id;
  }

  private Subscription find(UUID id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return subscriptions.find(connection, id, new Whose(Optional.empty())).orElseThrow();
    }
  }

  private void instance(DataSource own, SubscriptionSettings settings) {
    Receivers receivers =
        new Receivers(
            vertx,
            new ReceiverSettings() {
              @Override
              public Optional<List<String>> hosts() {
                return Optional.of(List.of("http://127.0.0.1:*"));
              }

              @Override
              public Duration timeout() {
                return Duration.ofSeconds(2);
              }

              @Override
              public Optional<Path> trustedCertificates() {
                return Optional.empty();
              }
            },
            Clock.systemUTC());
    JobWorkers workers =
        new JobWorkers(
            own,
            jobs,
            new WriterTransaction(own, new RelaySignal()),
            List.of(TestTurns.of(own, secrets, receivers, settings)),
            QUICK,
            new SimpleMeterRegistry());
    workers.start();
    instances.add(workers);
  }

  private static void append(UUID id, int version) throws SQLException {
    append(writing, id, version);
  }

  private static void append(Connection connection, UUID id, int version) throws SQLException {
    execute(
        connection,
        """
        INSERT INTO requests.outbox (topic, key, version, data, recorded_at)
        VALUES ('%s', '%s', %d, '{"organCode":"%s","version":%d}', now())
        """
            .formatted(Topic.DISPUTES.topicName(), id, version, TestOrgans.OFFICE, version));
  }

  /** As the relay marks what Kafka took. */
  private static void mark() throws SQLException {
    execute("UPDATE requests.outbox SET published_at = now() WHERE published_at IS NULL");
  }

  /** The same on a day that is dropped at once. */
  private static void markLongAgo() throws SQLException {
    execute(
        "CREATE TABLE IF NOT EXISTS requests.outbox_20200101 PARTITION OF requests.outbox"
            + " FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2020-01-02 00:00:00+00')",
        "UPDATE requests.outbox SET published_at = '2020-01-01 10:00:00+00'"
            + " WHERE published_at IS NULL");
  }

  private static void dropDays() throws SQLException {
    execute("SELECT requests.outbox_keep(7)");
  }

  /** An event that was refused, and that somebody has sent again. */
  private static void refused(UUID subscription, UUID id) throws SQLException {
    execute(
        """
        INSERT INTO requests.subscription_dead_letter
               (subscription_id, topic, key, version, data, recorded_at, cause, retry_at)
        VALUES ('%s', '%s', '%s', 1, '{"organCode":"%s"}', now(), 'HTTP_422', now())
        """
            .formatted(subscription, Topic.DISPUTES.topicName(), id, TestOrgans.OFFICE));
  }

  /** How many refused events are still to be sent again. */
  private static long again(UUID subscription) throws SQLException {
    try (Statement statement = writing.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM requests.subscription_dead_letter"
                    + " WHERE retry_at IS NOT NULL AND subscription_id = '"
                    + subscription
                    + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Puts data that name their organ in place of those that don't. */
  private static void mend(UUID id) throws SQLException {
    execute(
        "UPDATE requests.outbox SET data = '{\"organCode\":\"%s\"}' WHERE key = '%s'"
            .formatted(TestOrgans.OFFICE, id));
  }

  /** How many turns there have been, of whichever subscription. */
  private static long turns() throws SQLException {
    try (Statement statement = writing.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT last_value FROM requests.job_piece_id_seq")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(String... statements) throws SQLException {
    execute(writing, statements);
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  private static void pause(long milliseconds) {
    await().pollDelay(Duration.ofMillis(milliseconds)).until(() -> true);
  }

  /** A database that gives nothing any more to an instance that is dead. */
  private static DataSource mortal(AtomicBoolean dead) {
    return (DataSource)
        Proxy.newProxyInstance(
            TurnsIT.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (dead.get()) {
                throw new SQLException("killed", "08006");
              }
              try {
                return method.invoke(database, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private static SubscriptionSettings settings(int workers) {
    return new SubscriptionSettings() {
      @Override
      public int perClient() {
        return 10;
      }

      @Override
      public int total() {
        return 100;
      }

      @Override
      public int workers() {
        return workers;
      }

      @Override
      public Duration firstPause() {
        return Duration.ofMillis(200);
      }

      @Override
      public Duration longestPause() {
        return Duration.ofMillis(500);
      }

      @Override
      public Duration pauseAfter() {
        return Duration.ofDays(3);
      }

      @Override
      public int refusedInARow() {
        return 20;
      }

      @Override
      public int deadLetters() {
        return 1000;
      }

      @Override
      public Duration secretOverlap() {
        return Duration.ofDays(1);
      }
    };
  }

  /** Settings of which a test changes one. */
  private abstract static class Settings implements SubscriptionSettings {

    private final SubscriptionSettings others;

    Settings(SubscriptionSettings others) {
      this.others = others;
    }

    @Override
    public int perClient() {
      return others.perClient();
    }

    @Override
    public int total() {
      return others.total();
    }

    @Override
    public int workers() {
      return others.workers();
    }

    @Override
    public Duration firstPause() {
      return others.firstPause();
    }

    @Override
    public Duration longestPause() {
      return others.longestPause();
    }

    @Override
    public Duration pauseAfter() {
      return others.pauseAfter();
    }

    @Override
    public int refusedInARow() {
      return others.refusedInARow();
    }

    @Override
    public int deadLetters() {
      return others.deadLetters();
    }

    @Override
    public Duration secretOverlap() {
      return others.secretOverlap();
    }
  }

  /** The key ring has tests of its own. */
  private static final class PlainCipher implements PersonalDataCipher {

    @Override
    public byte[] encrypt(byte[] value, Cell cell) {
      return value.clone();
    }

    @Override
    public byte[] decrypt(byte[] encrypted, Cell cell) {
      return encrypted.clone();
    }

    @Override
    public boolean isCurrent(byte[] encrypted) {
      return true;
    }

    @Override
    public int primaryKey() {
      return 0;
    }

    @Override
    public byte[] fingerprint(byte[] value, String purpose) {
      return value.clone();
    }

    @Override
    public List<byte[]> fingerprints(byte[] value, String purpose) {
      return List.of(value);
    }
  }
}
