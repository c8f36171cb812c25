package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.AcknowledgedPosts.Acknowledged;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.Topic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes faults happen, each until it shows, and ends them. */
final class Happenings {

  /** So many requests answered are no longer those that were under way. */
  static final int GOES_ON = 20;

  static final Duration SERVED_AGAIN = Duration.ofSeconds(20);
  static final Duration COUNTED = Duration.ofSeconds(60);

  /** How long a broker whose disk is full may take to give up. */
  private static final Duration GIVES_UP = Duration.ofSeconds(15);

  private static final String STORING = "INSERT INTO application %";
  private static final String MARKING = "UPDATE requests.outbox SET published_at%";
  private static final String IN_A_BATCH = "%consumer_position%FOR UPDATE%";

  private final Path folder;
  private final Instances instances;
  private final Networks networks;
  private final Disks disks;
  private final Pairs pairs;
  private final AcknowledgedPosts posts;
  private final Random random;

  /** What may get full; none where nothing may be mounted. */
  record Disks(Optional<SmallFileSystem> ofDatabase, Optional<SmallFileSystem> ofBroker) {}

  private interface Meanwhile {
    void happens() throws Exception;
  }

  Happenings(
      Path folder,
      Instances instances,
      Networks networks,
      Disks disks,
      Pairs pairs,
      AcknowledgedPosts posts,
      Random random) {
    this.folder = folder;
    this.instances = instances;
    this.networks = networks;
    this.disks = disks;
    this.pairs = pairs;
    this.posts = posts;
    this.random = random;
  }

  /** Makes it happen, waits until it shows, and ends it. */
  void happens(Fault fault) throws Exception {
    int number = random.nextInt(2);
    switch (fault) {
      case REGISTER_KILLED -> registerEnds(number, "KILL");
      case REGISTER_STOPPED -> {
        pairs.register(number).signal("STOP");
        assertThat(pairs.register(number).answers()).isFalse();
        goesOn();
        assertThat(pairs.register(number).answers()).isFalse();
        pairs.register(number).signal("CONT");
        await().atMost(SERVED_AGAIN).until(pairs.register(number)::answers);
      }
      case REGISTER_ENDED -> registerEnds(number, "TERM");
      case REGISTER_KILLED_IN_A_POST -> registerEndsInAPost(number, "KILL");
      case REGISTER_ENDED_IN_A_POST -> registerEndsInAPost(number, "TERM");
      case REGISTER_KILLED_BEFORE_MARKING -> registerIsKilledBeforeMarking();
      case REGISTER_SET_BACK -> registerIsSetBack();
      case STATISTICS_KILLED -> statisticsEnd(number, "KILL");
      case STATISTICS_STOPPED -> {
        pairs.statistics(number).signal("STOP");
        pairs.takesOver(1 - number);
        pairs.statistics(number).signal("CONT");
      }
      case STATISTICS_ENDED -> statisticsEnd(number, "TERM");
      case STATISTICS_KILLED_IN_A_BATCH -> statisticsEndInABatch(number, "KILL");
      case STATISTICS_STOPPED_IN_A_BATCH -> {
        standsStillInABatch(number, () -> {});
        pairs.takesOver(1 - number);
        pairs.statistics(number).signal("CONT");
      }
      case STATISTICS_ENDED_IN_A_BATCH -> statisticsEndInABatch(number, "TERM");
      case STATISTICS_ADDED -> {
        Instance third = pairs.addStatistics().up();
        await().atMost(COUNTED).until(() -> third.partitions() > 0);
        third.close();
      }
      case STATISTICS_DISMISSED -> {
        for (int times = 0; times < 3; times++) {
          membersAreDismissed();
          goesOn();
        }
      }
      case BROKER_KILLED -> {
        instances.killKafka();
        goesOn();
        isNotPublished();
        instances.giveKafkaBack();
      }
      case BROKER_STOPPED -> {
        instances.pauseKafka();
        try {
          goesOn();
          isNotPublished();
        } finally {
          instances.resumeKafka();
        }
      }
      case BROKER_ENDED -> {
        instances.takeKafkaAway();
        goesOn();
        isNotPublished();
        instances.giveKafkaBack();
      }
      case BROKER_HELD -> through(networks.toKafka(), Relay.Way.HELD, this::goesOn);
      case BROKER_SLOW -> through(networks.toKafka(), Relay.Way.SLOW, this::goesOn);
      case BROKER_CUT -> through(networks.toKafka(), Relay.Way.CUT, this::goesOn);
      case BROKER_DISK_FULL -> brokersDiskIsFull(disks.ofBroker().orElseThrow());
      case TOPIC_LOST -> topicIsLost();
      case DATABASE_CRASHED -> {
        instances.crashDatabase();
        isRefused();
        instances.giveCrashedDatabaseBack();
      }
      case DATABASE_STOPPED -> {
        instances.pauseDatabase();
        isRefused();
        instances.resumeDatabase();
      }
      case DATABASE_HELD -> through(networks.toPostgres(), Relay.Way.HELD, this::isRefused);
      case DATABASE_SLOW -> through(networks.toPostgres(), Relay.Way.SLOW, this::goesOn);
      case DATABASE_CUT -> through(networks.toPostgres(), Relay.Way.CUT, this::isRefused);
      case DATABASE_DISK_FULL -> databasesDiskIsFull(disks.ofDatabase().orElseThrow());
      case CONNECTIONS_ENDED -> {
        for (int times = 0; times < 3; times++) {
          assertThat(instances.endConnections()).isPositive();
          goesOn();
        }
      }
      case CONNECTIONS_TAKEN -> {
        List<Connection> taken = instances.takeConnections();
        try {
          assertThat(taken).isNotEmpty();
          isRefused();
        } finally {
          for (Connection connection : taken) {
            connection.close();
          }
        }
      }
      case APPLICATIONS_LOCKED ->
          locked("requests", "LOCK TABLE application IN ACCESS EXCLUSIVE MODE", this::isRefused);
      case POSITIONS_LOCKED ->
          locked(
              "statistics",
              "LOCK TABLE consumer_position IN ACCESS EXCLUSIVE MODE",
              () ->
                  await()
                      .atMost(COUNTED)
                      .until(
                          () -> pairs.statistics().stream().anyMatch(one -> isWaiting(one, "%"))));
      case POSITIONS_LOST -> positionsAreLost();
      case POSITIONS_SET_BACK -> positionsAreSetBack();
      case YEAR_ENDS -> new YearEnd(folder, pairs, posts, random).passes();
    }
  }

  private void registerEnds(int number, String signal) throws Exception {
    Pairs.ends(pairs.register(number), () -> pairs.register(number).signal(signal));
    goesOn();
    pairs.followRegister(number);
  }

  /** What it is just storing waits for a lock that it doesn't get before its end. */
  private void registerEndsInAPost(int number, String signal) throws Exception {
    locked(
        "requests",
        "LOCK TABLE application IN SHARE MODE",
        () -> {
          standsStill(List.of(pairs.register(number)), STORING);
          endsFromStandstill(pairs.register(number), signal);
        });
    goesOn();
    pairs.followRegister(number);
  }

  /** What Kafka has acknowledged the register doesn't come to mark as sent. */
  private void registerIsKilledBeforeMarking() throws Exception {
    List<Integer> killed = new ArrayList<>();
    locked(
        "requests",
        "LOCK TABLE outbox IN SHARE MODE",
        () -> {
          Instance relaying = standsStill(List.of(pairs.register(0), pairs.register(1)), MARKING);
          endsFromStandstill(relaying, "KILL");
          killed.add(relaying.equals(pairs.register(0)) ? 0 : 1);
        });
    goesOn();
    pairs.followRegister(killed.get(0));
  }

  private void statisticsEnd(int number, String signal) throws Exception {
    Pairs.ends(pairs.statistics(number), () -> pairs.statistics(number).signal(signal));
    pairs.takesOver(1 - number);
    pairs.followStatistics(number);
  }

  private void statisticsEndInABatch(int number, String signal) throws Exception {
    standsStillInABatch(number, () -> endsFromStandstill(pairs.statistics(number), signal));
    pairs.takesOver(1 - number);
    pairs.followStatistics(number);
  }

  private void standsStillInABatch(int number, Meanwhile meanwhile) throws Exception {
    Instance counting = pairs.statistics(number);
    await().atMost(COUNTED).until(() -> counting.partitions() > 0);
    locked(
        "statistics",
        "SELECT FROM consumer_position FOR UPDATE",
        () -> {
          standsStill(List.of(counting), IN_A_BATCH);
          meanwhile.happens();
        });
  }

  /** One of them stands still while its statement waits for a lock. */
  private Instance standsStill(List<Instance> any, String statement) {
    List<Instance> still = new ArrayList<>();
    await()
        .atMost(COUNTED)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> any.stream().anyMatch(one -> stopsIn(one, statement) && still.add(one)));
    return still.get(0);
  }

  private boolean stopsIn(Instance instance, String statement) {
    if (!isWaiting(instance, statement)) {
      return false;
    }
    instance.signal("STOP");
    if (isWaiting(instance, statement)) {
      return true;
    }
    // It had got its answer before.
    instance.signal("CONT");
    return false;
  }

  private static void endsFromStandstill(Instance instance, String signal) throws Exception {
    Pairs.ends(
        instance,
        () -> {
          instance.signal(signal);
          if (!signal.equals("KILL")) {
            instance.signal("CONT");
          }
        });
  }

  private void membersAreDismissed() throws Exception {
    Set<String> before = instances.members();
    instances.dismissMembers();
    await()
        .atMost(COUNTED)
        .ignoreExceptions()
        .until(
            () -> {
              Set<String> now = instances.members();
              return now.size() == before.size() && Collections.disjoint(now, before);
            });
  }

  /** As after its database was lost: topics and counts are made anew from what it has. */
  private void registerIsSetBack() throws Exception {
    List<Map<String, Acknowledged>> kept = new ArrayList<>();
    posts.quietly(
        () -> {
          instances.backUpRegister();
          kept.add(posts.kept());
        });
    goesOn();
    posts.quietly(
        () -> {
          for (int number = 0; number < 2; number++) {
            kill(pairs.register(number));
            kill(pairs.statistics(number));
          }
          long before = instances.applications();
          instances.setRegisterBack();
          assertThat(instances.applications()).isLessThan(before).isEqualTo(kept.get(0).size());
          posts.setBack(kept.get(0));
          for (Topic topic : Topic.values()) {
            instances.createAnew(topic);
          }
          instances.emptyStatistics();
          for (int number = 0; number < 2; number++) {
            pairs.followRegister(number);
            pairs.followStatistics(number);
          }
          Operator.publishesAgain(pairs.toRegister(0));
        });
  }

  private static void kill(Instance instance) throws Exception {
    Pairs.ends(instance, () -> instance.handle().destroyForcibly());
  }

  /** Another of its name is in its place, without what was counted already. */
  private void topicIsLost() throws Exception {
    instances.createAnew(Topic.APPLICATIONS);
    await()
        .atMost(COUNTED)
        .until(
            () ->
                pairs.statistics().stream()
                    .anyMatch(one -> one.readiness().contains("the topic was created anew")));
    goesOn();
    Operator.publishesAgain(pairs.toRegister(0));
    Operator.countsAnew(pairs.toStatistics(0));
    statisticsStartAgain();
  }

  private void positionsAreLost() throws Exception {
    assertThat(instances.change("statistics", "DELETE FROM consumer_position")).isPositive();
    await()
        .atMost(COUNTED)
        .until(
            () ->
                pairs.statistics().stream()
                    .anyMatch(one -> one.readiness().contains("its stored position is missing")));
    goesOn();
    statisticsStartAgain();
    await()
        .atMost(COUNTED)
        .until(() -> pairs.statistics().stream().anyMatch(one -> one.events("stale") > 0));
  }

  private void positionsAreSetBack() throws Exception {
    double before = stale();
    assertThat(instances.change("statistics", "UPDATE consumer_position SET next_offset = 0"))
        .isPositive();
    await().atMost(COUNTED).until(() -> stale() > before);
  }

  private double stale() {
    return pairs.statistics().stream().mapToDouble(one -> one.events("stale")).sum();
  }

  private void statisticsStartAgain() throws Exception {
    for (int number = 0; number < 2; number++) {
      Instance ending = pairs.statistics(number);
      Pairs.ends(ending, () -> ending.signal("TERM"));
      pairs.followStatistics(number);
    }
  }

  /** It is started again when it has given up, as by whoever watches it. */
  private void brokersDiskIsFull(SmallFileSystem disk) throws Exception {
    disk.fill();
    assertThat(disk.isFull()).isTrue();
    goesOn();
    isNotPublished();
    boolean byItself = instances.kafkaGivesUp(GIVES_UP);
    System.out.println("the broker on a full disk " + (byItself ? "gave up" : "was killed"));
    disk.makeRoom();
    instances.giveKafkaBack();
  }

  private void databasesDiskIsFull(SmallFileSystem disk) throws Exception {
    disk.fill();
    isRefused();
    assertThat(disk.isFull()).isTrue();
    assertThat(instances.refusesMegabytes()).contains("53100");
    disk.makeRoom();
    instances.giveDatabaseBackWhereItEnded();
  }

  private static void through(Relay relay, Relay.Way way, Meanwhile meanwhile) throws Exception {
    long before = relay.touched();
    relay.set(way);
    try {
      await().atMost(COUNTED).until(() -> relay.touched() > before);
      meanwhile.happens();
    } finally {
      relay.set(Relay.Way.OPEN);
    }
  }

  private void locked(String database, String lock, Meanwhile meanwhile) throws Exception {
    try (Connection connection = instances.superuser(database);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(lock);
      meanwhile.happens();
      connection.rollback();
    }
  }

  private boolean isWaiting(Instance instance, String statement) {
    try {
      return instances.waiting(instance.name(), statement) > 0;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Posting does, whatever is away. */
  private void goesOn() {
    int before = posts.answered();
    await().atMost(SERVED_AGAIN).until(() -> posts.answered() > before + GOES_ON);
  }

  /** Of what was acknowledged meanwhile little was acknowledged before. */
  private void isNotPublished() throws SQLException {
    assertThat(instances.unpublished()).isGreaterThanOrEqualTo(GOES_ON / 2);
  }

  private void isRefused() {
    int before = posts.unanswered();
    await().atMost(SERVED_AGAIN).until(() -> posts.unanswered() > before);
  }
}
