package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.acceptance.product.AcknowledgedPosts.Offices;
import disclosure.acceptance.product.Happenings.Disks;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
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
  private static final List<Fault> CHOSEN = chosen();
  private static final long SEED = Long.getLong("fault.seed", 20_250_101L);
  private static final int OFFICES = 4;
  private static final long PAUSE = 20;
  private static final Duration VERIFIED = Duration.ofMinutes(2);
  private static final String NO_DISK =
      "No disk gets full, since nobody may mount a small file system on this machine";

  private static final List<Days> YEARS =
      List.of(Days.year(ThroughTheYear.YEAR), Days.year(ThroughTheYear.YEAR + 1));

  /** Also those around the end of the year. */
  private static final List<Days> PERIODS =
      List.of(
          YEARS.get(0),
          YEARS.get(1),
          Days.day(YearEnd.LAST_DAY),
          Days.day(YearEnd.FIRST_DAY),
          new Days(YearEnd.LAST_DAY, YearEnd.FIRST_DAY));

  private static List<Fault> chosen() {
    String kinds = System.getProperty("fault.kinds", "");
    return kinds.isBlank()
        ? List.of(Fault.values())
        : Arrays.stream(kinds.split(",")).map(String::strip).map(Fault::valueOf).toList();
  }

  private static Path data;
  private static Disks disks;
  private static Networks networks;
  private static Instances instances;

  private final AcknowledgedPosts posts = new AcknowledgedPosts(ORGANS);
  private final AtomicInteger addedUp = new AtomicInteger();
  private final AtomicReference<String> wrong = new AtomicReference<>("");
  private final AtomicReference<Throwable> watchBrokeOff = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<Fault, List<Long>> millis = new EnumMap<>(Fault.class);

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("fault-rounds");
    Path ofDatabase = Files.createDirectory(data.resolve("database-disk"));
    Path ofBroker = Files.createDirectory(data.resolve("broker-disk"));
    disks =
        new Disks(
            disk(Fault.DATABASE_DISK_FULL, ofDatabase), disk(Fault.BROKER_DISK_FULL, ofBroker));
    networks = Networks.open();
    instances =
        Instances.start(
            data,
            networks,
            disks.ofDatabase().map(SmallFileSystem::folder).orElse(ofDatabase),
            disks.ofBroker().map(SmallFileSystem::folder).orElse(ofBroker));
  }

  private static Optional<SmallFileSystem> disk(Fault full, Path folder) throws IOException {
    return CHOSEN.contains(full) ? SmallFileSystem.over(folder) : Optional.empty();
  }

  @AfterAll
  static void stop() throws Exception {
    instances.close();
    networks.close();
    for (Optional<SmallFileSystem> disk : List.of(disks.ofDatabase(), disks.ofBroker())) {
      if (disk.isPresent()) {
        disk.get().close();
      }
    }
    Checkout.delete(data);
  }

  private static boolean canHappen(Fault fault) {
    return switch (fault) {
      case DATABASE_DISK_FULL -> disks.ofDatabase().isPresent();
      case BROKER_DISK_FULL -> disks.ofBroker().isPresent();
      default -> true;
    };
  }

  /** All that can happen, in one order after the other. */
  private static List<Fault> order(Random random) {
    List<Fault> faults = CHOSEN.stream().filter(FaultRoundsE2ET::canHappen).toList();
    if (faults.size() < CHOSEN.size()) {
      System.out.println(NO_DISK);
    }
    assumeFalse(faults.isEmpty(), NO_DISK);
    int rounds = Integer.getInteger("fault.rounds", faults.size());
    List<Fault> order = new ArrayList<>();
    while (order.size() < rounds) {
      List<Fault> all = new ArrayList<>(faults);
      Collections.shuffle(all, random);
      order.addAll(all);
    }
    return List.copyOf(order.subList(0, rounds));
  }

  @Test
  void whatever_happens_what_was_acknowledged_is_counted_once() throws Exception {
    Random random = new Random(SEED);
    List<Fault> order = order(random);
    Pairs pairs = Pairs.start(instances);
    for (String organ : ORGANS) {
      assertThat(
              pairs
                  .toRegister(0)
                  .put(
                      "administrator",
                      "requests",
                      "/organs/" + organ,
                      "{\"name\":\"批量机关\",\"kind\":\"DEPARTMENT\"}")
                  .statusCode())
          .isEqualTo(201);
    }
    Happenings happenings = new Happenings(data, instances, networks, disks, pairs, posts, random);
    Thread watching = new Thread(() -> watch(pairs), "watching");
    watching.setDaemon(true);
    watching.setUncaughtExceptionHandler((thread, failure) -> watchBrokeOff.set(failure));
    try (Offices offices =
        posts.start(
            "office", OFFICES, pairs::toRegister, number -> new ThroughTheYear(SEED + number))) {
      await().atMost(Happenings.COUNTED).until(() -> posts.answered() > 50);
      watching.start();
      for (int round = 0; round < order.size(); round++) {
        Fault fault = order.get(round);
        try {
          happenings.happens(fault);
          long counted = heals(fault, pairs);
          System.out.printf(Locale.ROOT, "%d %s: counted after %d ms%n", round + 1, fault, counted);
        } catch (AssertionError | Exception failure) {
          throw new AssertionError(
              "round " + (round + 1) + " of seed " + SEED + ": " + fault, failure);
        }
      }
      posts.quietly(
          () -> {
            // What was acknowledged since the last round is on its way to the topic.
            areCountedOnce(PERIODS, pairs);
            isInTheTopic();
            isOnTheTrail(pairs);
          });
      assertThat(offices.early()).isZero();
    }
    over.countDown();
    watching.join();
    System.out.printf(
        Locale.ROOT,
        "%d rounds, seed %d: %d acknowledged, %d sent again, %d tables looked at meanwhile;"
            + " %d ms at most until a service that was started again was ready;"
            + " milliseconds from the healing until all was counted, at most: %s%n",
        order.size(),
        SEED,
        posts.answered(),
        posts.unanswered(),
        addedUp.get(),
        pairs.longestStart().toMillis(),
        millis.entrySet().stream()
            .map(entry -> entry.getKey() + " " + Collections.max(entry.getValue()))
            .collect(Collectors.joining(", ")));
    if (order.stream().anyMatch(Fault::refuses)) {
      assertThat(posts.unanswered()).isPositive();
    }
    assertThat(watchBrokeOff.get()).isNull();
  }

  /** Milliseconds until all that was acknowledged is counted, once. */
  private long heals(Fault fault, Pairs pairs) throws Exception {
    long healed = System.nanoTime();
    int before = posts.answered();
    int looked = addedUp.get();
    await()
        .atMost(Happenings.SERVED_AGAIN)
        .until(() -> posts.answered() > before + Happenings.GOES_ON);
    pairs.areUp();
    posts.quietly(() -> areCountedOnce(fault == Fault.YEAR_ENDS ? PERIODS : YEARS, pairs));
    long counted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - healed);
    millis.computeIfAbsent(fault, one -> new ArrayList<>()).add(counted);
    await()
        .atMost(Happenings.SERVED_AGAIN)
        .until(() -> addedUp.get() > looked || watchBrokeOff.get() != null);
    assertThat(watchBrokeOff.get()).as("the watch").isNull();
    assertThat(wrong.get()).isEmpty();
    return counted;
  }

  private void areCountedOnce(List<Days> periods, Pairs pairs) {
    for (String organ : ORGANS) {
      for (Days days : periods) {
        areCountedOnce(organ, days, pairs);
      }
    }
  }

  private void areCountedOnce(String organ, Days days, Pairs pairs) {
    String question = "?" + days.parameters() + "&organ=" + organ;
    Figures register =
        untilAnswered(() -> pairs.toRegister(0).get("analyst", "requests", "/tally" + question));
    assertThat(register.total(FormRow.NEWLY_RECEIVED)).isEqualTo(posts.received(organ, days));
    assertThat(register.total(FormRow.CARRIED_IN)).isEqualTo(posts.carriedIn(organ, days));
    assertThat(register.total(FormRow.CONCLUDED)).isEqualTo(posts.concluded(organ, days));
    assertThat(register.total(FormRow.CARRIED_OUT)).isEqualTo(posts.carriedOut(organ, days));
    for (int number = 0; number < 2; number++) {
      Client client = pairs.toStatistics(number);
      await()
          .atMost(Happenings.COUNTED)
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
        .atMost(Happenings.SERVED_AGAIN)
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

  private void isInTheTopic() {
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

  private static void isOnTheTrail(Pairs pairs) {
    JsonNode trail =
        pairs
            .toRegister(0)
            .within(VERIFIED)
            .get("administrator", "requests", "/audit/verification");
    assertThat(trail.get("intact").asBoolean()).as(trail.toString()).isTrue();
  }

  /** Asks now one, now the other, until it is over; what isn't answered is no fault here. */
  private void watch(Pairs pairs) {
    try {
      long pause = 0;
      for (int turn = 0; !over.await(pause, TimeUnit.MILLISECONDS); turn++) {
        pause = looked(pairs.toStatistics(turn), ORGANS.get(turn % ORGANS.size())) ? 0 : PAUSE;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean looked(Client client, String organ) {
    try {
      Figures table =
          Figures.answered(
              client.get(
                  "analyst",
                  "statistics",
                  "/matrix?" + YEARS.get(0).parameters() + "&organ=" + organ));
      addedUp.incrementAndGet();
      if (!addsUp(table)) {
        wrong.set(table.toString());
      }
      return true;
    } catch (IllegalStateException | UncheckedIOException away) {
      return false;
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
}
