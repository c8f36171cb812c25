package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Topic;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two registers and two instances of the statistics, to which one thing after the other happens
 * while offices register and conclude applications; {@code fault.rounds} and {@code fault.seed}
 * choose how many and in which order, {@code fault.kinds} some of the faults by their names. After
 * each round all that was acknowledged is there once, and every cell of every organ's table is what
 * the register recounts; meanwhile each answered table adds up. A round ends red when its fault
 * can't be shown to have happened.
 */
@Tag("soak")
@Tag("rounds")
class FaultRoundsE2ET {

  private static final List<String> ORGANS =
      List.of("11141124012345698T", "11100000000013338W", "11141124012347101X");
  private static final int PARTITIONS =
      Arrays.stream(Topic.values()).mapToInt(Topic::partitions).sum();
  private static final List<Fault> FAULTS = faults();
  private static final int ROUNDS = Integer.getInteger("fault.rounds", FAULTS.size());
  private static final long SEED = Long.getLong("fault.seed", 20_250_101L);

  /** Less than half of the time within which somebody must be served again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So many requests answered are no longer those that were under way. */
  private static final int GOES_ON = 20;

  private static final Duration SERVED_AGAIN = Duration.ofSeconds(20);
  private static final Duration COUNTED = Duration.ofSeconds(60);

  /** What happens. */
  private enum Fault {
    REGISTER_KILLED,
    REGISTER_STOPPED,
    REGISTER_ENDED,
    STATISTICS_KILLED,
    STATISTICS_STOPPED,
    STATISTICS_ENDED,
    STATISTICS_ADDED,
    BROKER_KILLED,
    BROKER_ENDED,
    BROKER_HELD,
    BROKER_SLOW,
    BROKER_CUT,
    DATABASE_CRASHED,
    DATABASE_STOPPED,
    DATABASE_HELD,
    DATABASE_SLOW,
    DATABASE_CUT,
    CONNECTIONS_ENDED,
    CONNECTIONS_TAKEN,
    APPLICATIONS_LOCKED,
    POSITIONS_LOCKED
  }

  /** During which posts can't be taken; the others may pass without one that isn't answered. */
  private static final Set<Fault> REFUSING =
      EnumSet.of(
          Fault.DATABASE_CRASHED,
          Fault.DATABASE_STOPPED,
          Fault.DATABASE_HELD,
          Fault.DATABASE_CUT,
          Fault.CONNECTIONS_TAKEN,
          Fault.APPLICATIONS_LOCKED);

  private static List<Fault> faults() {
    String kinds = System.getProperty("fault.kinds", "");
    return kinds.isBlank()
        ? List.of(Fault.values())
        : Arrays.stream(kinds.split(",")).map(String::strip).map(Fault::valueOf).toList();
  }

  private static Path data;
  private static Networks networks;
  private static Instances instances;

  private final List<Instance> registers = Collections.synchronizedList(new ArrayList<>());
  private final List<Instance> statistics = Collections.synchronizedList(new ArrayList<>());
  private final List<Client> toRegisters = Collections.synchronizedList(new ArrayList<>());
  private final List<Client> toStatistics = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger addedUp = new AtomicInteger();
  private final AtomicReference<String> wrong = new AtomicReference<>("");
  private final AtomicReference<Throwable> watchBrokeOff = new AtomicReference<>();
  private final Map<Fault, List<Long>> millis = new EnumMap<>(Fault.class);

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("fault-rounds");
    networks = Networks.open();
    instances = Instances.start(data, networks);
  }

  @AfterAll
  static void stop() throws Exception {
    instances.close();
    networks.close();
    Checkout.delete(data);
  }

  @Test
  void whatever_happens_what_was_acknowledged_is_counted_once() throws Exception {
    registers.add(instances.register());
    registers.add(addRegister());
    statistics.add(instances.add("statistics-" + started.incrementAndGet()));
    statistics.add(instances.add("statistics-" + started.incrementAndGet()));
    for (Instance one : List.of(registers.get(0), registers.get(1))) {
      one.up();
      toRegisters.add(one.client(statistics.get(0)).within(PATIENCE));
    }
    for (Instance one : statistics) {
      one.up();
      toStatistics.add(one.client().within(PATIENCE));
    }
    for (String organ : ORGANS) {
      assertThat(
              toRegisters
                  .get(0)
                  .put(
                      "administrator",
                      "requests",
                      "/organs/" + organ,
                      "{\"name\":\"批量机关\",\"kind\":\"DEPARTMENT\"}")
                  .statusCode())
          .isEqualTo(201);
    }
    Thread watching = new Thread(this::watch, "watching");
    watching.setDaemon(true);
    watching.setUncaughtExceptionHandler((thread, failure) -> watchBrokeOff.set(failure));
    Random random = new Random(SEED);
    List<Fault> order = new ArrayList<>();
    while (order.size() < ROUNDS) {
      List<Fault> all = new ArrayList<>(FAULTS);
      Collections.shuffle(all, random);
      order.addAll(all);
    }
    try (AcknowledgedPosts posts =
        AcknowledgedPosts.start(ORGANS, number -> toRegisters.get(number % 2), 4, SEED)) {
      await().atMost(COUNTED).until(() -> posts.answered() > 50);
      await().atMost(COUNTED).ignoreExceptions().until(this::partitionsAreRead);
      watching.start();
      for (int round = 0; round < ROUNDS; round++) {
        Fault fault = order.get(round);
        try {
          happens(fault, posts, random);
          System.out.printf(
              Locale.ROOT, "%d %s: counted after %d ms%n", round + 1, fault, heals(fault, posts));
        } catch (AssertionError | Exception failure) {
          throw new AssertionError(
              "round " + (round + 1) + " of seed " + SEED + ": " + fault, failure);
        }
      }
      posts.quietly(
          () -> {
            // What was acknowledged since the last round is on its way to the topic.
            isCountedOnce(posts);
            isInTheTopic(posts);
          });
      watching.interrupt();
      watching.join();
      System.out.printf(
          Locale.ROOT,
          "%d rounds, seed %d: %d acknowledged, %d sent again, %d tables looked at meanwhile;"
              + " milliseconds from the healing until all was counted, at most: %s%n",
          ROUNDS,
          SEED,
          posts.answered(),
          posts.unanswered(),
          addedUp.get(),
          millis.entrySet().stream()
              .map(entry -> entry.getKey() + " " + Collections.max(entry.getValue()))
              .collect(Collectors.joining(", ")));
      if (order.subList(0, ROUNDS).stream().anyMatch(REFUSING::contains)) {
        assertThat(posts.unanswered()).isPositive();
      }
      assertThat(watchBrokeOff.get()).isNull();
    }
  }

  /** Makes it happen, waits until it shows, and ends it. */
  private void happens(Fault fault, AcknowledgedPosts posts, Random random) throws Exception {
    int number = random.nextInt(2);
    switch (fault) {
      case REGISTER_KILLED -> {
        ends(registers.get(number), () -> registers.get(number).handle().destroyForcibly());
        goesOn(posts);
        startsRegister(number);
      }
      case REGISTER_STOPPED -> {
        registers.get(number).signal("STOP");
        assertThat(registers.get(number).answers()).isFalse();
        goesOn(posts);
        assertThat(registers.get(number).answers()).isFalse();
        registers.get(number).signal("CONT");
        await().atMost(SERVED_AGAIN).until(registers.get(number)::answers);
      }
      case REGISTER_ENDED -> {
        ends(registers.get(number), () -> registers.get(number).signal("TERM"));
        goesOn(posts);
        startsRegister(number);
      }
      case STATISTICS_KILLED -> {
        ends(statistics.get(number), () -> statistics.get(number).handle().destroyForcibly());
        takesOver(1 - number);
        startsStatistics(number);
      }
      case STATISTICS_STOPPED -> {
        statistics.get(number).signal("STOP");
        takesOver(1 - number);
        statistics.get(number).signal("CONT");
      }
      case STATISTICS_ENDED -> {
        ends(statistics.get(number), () -> statistics.get(number).signal("TERM"));
        takesOver(1 - number);
        startsStatistics(number);
      }
      case STATISTICS_ADDED -> {
        Instance third = instances.add("statistics-" + started.incrementAndGet()).up();
        await().atMost(COUNTED).until(() -> third.partitions() > 0);
        third.close();
      }
      case BROKER_KILLED -> {
        instances.killKafka();
        goesOn(posts);
        isNotPublished();
        instances.giveKafkaBack();
      }
      case BROKER_ENDED -> {
        instances.takeKafkaAway();
        goesOn(posts);
        isNotPublished();
        instances.giveKafkaBack();
      }
      case BROKER_HELD -> through(networks.toKafka(), Relay.Way.HELD, () -> goesOn(posts));
      case BROKER_SLOW -> through(networks.toKafka(), Relay.Way.SLOW, () -> goesOn(posts));
      case BROKER_CUT -> through(networks.toKafka(), Relay.Way.CUT, () -> goesOn(posts));
      case DATABASE_CRASHED -> {
        instances.crashDatabase();
        isRefused(posts);
        instances.giveCrashedDatabaseBack();
      }
      case DATABASE_STOPPED -> {
        instances.pauseDatabase();
        isRefused(posts);
        instances.resumeDatabase();
      }
      case DATABASE_HELD -> through(networks.toPostgres(), Relay.Way.HELD, () -> isRefused(posts));
      case DATABASE_SLOW -> through(networks.toPostgres(), Relay.Way.SLOW, () -> goesOn(posts));
      case DATABASE_CUT -> through(networks.toPostgres(), Relay.Way.CUT, () -> isRefused(posts));
      case CONNECTIONS_ENDED -> {
        for (int times = 0; times < 3; times++) {
          assertThat(instances.endConnections()).isPositive();
          goesOn(posts);
        }
      }
      case CONNECTIONS_TAKEN -> {
        List<Connection> taken = instances.takeConnections();
        try {
          assertThat(taken).isNotEmpty();
          isRefused(posts);
        } finally {
          for (Connection connection : taken) {
            connection.close();
          }
        }
      }
      case APPLICATIONS_LOCKED -> locked("requests", "application", () -> isRefused(posts));
      case POSITIONS_LOCKED ->
          locked(
              "statistics",
              "consumer_position",
              () ->
                  await()
                      .atMost(COUNTED)
                      .until(() -> statistics.stream().anyMatch(this::waitsForALock)));
    }
  }

  /** Milliseconds until all that was acknowledged is counted, once. */
  private long heals(Fault fault, AcknowledgedPosts posts) {
    long healed = System.nanoTime();
    int before = posts.answered();
    int looked = addedUp.get();
    await().atMost(SERVED_AGAIN).until(() -> posts.answered() > before + GOES_ON);
    for (Instance one : registers) {
      one.up();
    }
    for (Instance one : statistics) {
      one.up();
    }
    posts.quietly(() -> isCountedOnce(posts));
    long counted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - healed);
    millis.computeIfAbsent(fault, one -> new ArrayList<>()).add(counted);
    await().atMost(SERVED_AGAIN).until(() -> addedUp.get() > looked || watchBrokeOff.get() != null);
    assertThat(watchBrokeOff.get()).as("the watch").isNull();
    assertThat(wrong.get()).isEmpty();
    return counted;
  }

  private void isCountedOnce(AcknowledgedPosts posts) {
    for (String organ : ORGANS) {
      isCountedOnce(posts, organ, AcknowledgedPosts.YEAR, posts.received(organ));
      isCountedOnce(posts, organ, AcknowledgedPosts.YEAR + 1, 0);
    }
  }

  private void isCountedOnce(AcknowledgedPosts posts, String organ, int year, long received) {
    String question = "?year=" + year + "&organ=" + organ;
    Figures register =
        untilAnswered(() -> toRegisters.get(0).get("analyst", "requests", "/tally" + question));
    assertThat(register.total(FormRow.NEWLY_RECEIVED)).isEqualTo(received);
    assertThat(register.total(FormRow.CONCLUDED)).isEqualTo(posts.concluded(organ, year));
    for (Client client : List.copyOf(toStatistics)) {
      await()
          .atMost(COUNTED)
          .ignoreExceptionsMatching(FaultRoundsE2ET::isAway)
          .untilAsserted(
              () ->
                  assertThat(
                          Figures.answered(
                              client.get("analyst", "statistics", "/matrix" + question)))
                      .isEqualTo(register));
    }
  }

  /** Connections that a client kept may have ended with what happened, and tell it once. */
  private static Figures untilAnswered(Supplier<JsonNode> question) {
    AtomicReference<Figures> answered = new AtomicReference<>();
    await()
        .atMost(SERVED_AGAIN)
        .ignoreExceptionsMatching(FaultRoundsE2ET::isAway)
        .until(
            () -> {
              answered.set(Figures.answered(question.get()));
              return true;
            });
    return answered.get();
  }

  /** Somebody is not reached, or answers that he can't just now. */
  private static boolean isAway(Throwable failure) {
    return failure instanceof UncheckedIOException || failure instanceof IllegalStateException;
  }

  private void isInTheTopic(AcknowledgedPosts posts) {
    Set<UUID> written = new HashSet<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                instances.kafka().bootstrapServers(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.APPLICATIONS.partitions())
              .mapToObj(number -> new TopicPartition(Topic.APPLICATIONS.topicName(), number))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
          written.add(UUID.fromString(event.key()));
        }
      }
    }
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            posts.all().stream().map(one -> UUID.fromString(one.id())).toList());
  }

  /** Asks now one, now the other, until it is interrupted; what isn't answered is no fault here. */
  private void watch() {
    for (int turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
      String organ = ORGANS.get(turn % ORGANS.size());
      try {
        Figures table =
            Figures.answered(
                toStatistics
                    .get(turn % 2)
                    .get("analyst", "statistics", "/matrix?year=2025&organ=" + organ));
        addedUp.incrementAndGet();
        if (!addsUp(table)) {
          wrong.set(table.toString());
        }
      } catch (IllegalStateException | UncheckedIOException away) {
        Thread.yield();
      }
    }
  }

  private static boolean addsUp(Figures table) {
    return IntStream.range(0, 7)
        .allMatch(
            column ->
                table.cell(FormRow.NEWLY_RECEIVED, column) + table.cell(FormRow.CARRIED_IN, column)
                    == table.cell(FormRow.CONCLUDED, column)
                        + table.cell(FormRow.CARRIED_OUT, column));
  }

  private interface Happening {
    void happen() throws Exception;
  }

  private static void through(Relay relay, Relay.Way way, Happening meanwhile) throws Exception {
    long before = relay.touched();
    relay.set(way);
    try {
      await().atMost(COUNTED).until(() -> relay.touched() > before);
      meanwhile.happen();
    } finally {
      relay.set(Relay.Way.OPEN);
    }
  }

  private static void locked(String database, String table, Happening meanwhile) throws Exception {
    try (Connection connection = instances.superuser(database);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      meanwhile.happen();
      connection.rollback();
    }
  }

  private boolean waitsForALock(Instance instance) {
    try {
      return instances.waiting(instance.name()) > 0;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void ends(Instance instance, Runnable ending) throws Exception {
    ProcessHandle process = instance.handle();
    ending.run();
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  /** Posting does, whatever is away. */
  private static void goesOn(AcknowledgedPosts posts) {
    int before = posts.answered();
    await().atMost(SERVED_AGAIN).until(() -> posts.answered() > before + GOES_ON);
  }

  /** Of what was acknowledged meanwhile little was acknowledged before. */
  private static void isNotPublished() throws SQLException {
    assertThat(instances.unpublished()).isGreaterThanOrEqualTo(GOES_ON / 2);
  }

  private static void isRefused(AcknowledgedPosts posts) {
    int before = posts.unanswered();
    await().atMost(SERVED_AGAIN).until(() -> posts.unanswered() > before);
  }

  private void takesOver(int number) {
    await().atMost(COUNTED).until(() -> statistics.get(number).partitions() == PARTITIONS);
  }

  private boolean partitionsAreRead() {
    return statistics.get(0).partitions() > 0 && statistics.get(1).partitions() > 0;
  }

  private Instance addRegister() throws Exception {
    return instances.addRegister("register-" + started.incrementAndGet(), Checkout.ROOT, Map.of());
  }

  private void startsRegister(int number) throws Exception {
    Instance next = addRegister();
    next.up();
    registers.set(number, next);
    toRegisters.set(number, next.client(statistics.get(0)).within(PATIENCE));
  }

  private void startsStatistics(int number) throws Exception {
    Instance next = instances.add("statistics-" + started.incrementAndGet());
    next.up();
    statistics.set(number, next);
    toStatistics.set(number, next.client().within(PATIENCE));
  }
}
