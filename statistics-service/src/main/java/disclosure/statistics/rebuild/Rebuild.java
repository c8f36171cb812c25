package disclosure.statistics.rebuild;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.statistics.channel.KafkaConnection;
import disclosure.statistics.ingest.ShadowCounting;
import disclosure.statistics.reconcile.StateRecount;
import disclosure.storage.Cause;
import disclosure.storage.DatabaseWatch;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Counts the topics from their beginnings into a shadow of the tables, as far as the counts have
 * come. Then counting waits for a moment at positions that both have, and the shadow takes the
 * place of the counts in one transaction. Who asks meanwhile gets an answer from before or after
 * it.
 */
@ApplicationScoped
class Rebuild {

  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final int SECONDS_TO_END = 2;

  private final DataSource database;
  private final Limits limits;
  private final Flyway migrations;
  private final CountsOwner login;
  private final KafkaConnection kafka;
  private final String serviceRole;
  private final Rebuilds rebuilds;
  private final FailureLog failures;
  private final DatabaseWatch watch;
  private final Map<UUID, Work> mine = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "rebuild");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * How long others wait for a rebuild.
   *
   * @param claim until they take an instance for dead that isn't heard of; whole seconds
   * @param swap until counting goes on when Kafka is away just then; less than whoever counts waits
   *     for a lock
   */
  record Limits(Duration claim, Duration swap) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20));
  }

  @Inject
  Rebuild(
      DataSource database,
      Flyway migrations,
      CountsOwner login,
      KafkaConnection kafka,
      @ConfigProperty(name = "quarkus.datasource.username") String serviceRole,
      DatabaseWatch watch,
      MeterRegistry meters) {
    this(database, migrations, login, kafka, serviceRole, watch, meters, Limits.USUAL);
  }

  Rebuild(
      DataSource database,
      Flyway migrations,
      CountsOwner login,
      KafkaConnection kafka,
      String serviceRole,
      DatabaseWatch watch,
      MeterRegistry meters,
      Limits limits) {
    this.database = database;
    this.watch = watch;
    this.migrations = migrations;
    this.login = login;
    this.kafka = kafka;
    this.serviceRole = serviceRole;
    this.limits = limits;
    this.rebuilds = new Rebuilds(database, limits.claim());
    this.failures = new FailureLog(LOG, meters, "rebuilds", "Rebuilds can't be looked at now");
  }

  /** One that is being made is given up, and noted so when the database can still be reached. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.shutdownNow();
    worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
  }

  /** The last one, of whichever instance. */
  Optional<RebuildProgress> last() throws SQLException {
    return rebuilds.last();
  }

  /**
   * Begins, and goes on in the background.
   *
   * @throws Refusal 409 while one is under way, in whichever instance
   */
  RebuildProgress start() throws SQLException {
    UUID id = UUID.randomUUID();
    if (!rebuilds.begin(id)) {
      throw new Refusal(
          409,
          "rebuild-under-way",
          new Text("正在重建", "A rebuild is under way"),
          new Text("请等待当前重建结束。", "Wait until it has ended."),
          List.of());
    }
    Work work = new Work();
    mine.put(id, work);
    work.begin(worker.submit(() -> run(id, work)));
    return rebuilds.last().orElseThrow();
  }

  /** Whether this instance makes one, or clears up after it. */
  boolean isUnderWay() {
    return !mine.isEmpty();
  }

  /** Keeps the claim on the own one, or clears up what another instance has left. */
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() {
    try {
      for (UUID id : mine.keySet()) {
        // One that is done has no claim any more, and is only being cleared up after.
        if (!rebuilds.renew(id) && !rebuilds.isDone(id)) {
          letGo(id);
        }
      }
      if (mine.isEmpty()) {
        giveUpAbandoned();
        clearUp();
      }
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  /** Whoever has lost the claim writes nothing any more, and need not wait for anything. */
  private void letGo(UUID id) {
    Optional.ofNullable(mine.remove(id))
        .ifPresent(
            work -> {
              LOG.warn("The claim on a rebuild has run out; what it waits for is let go");
              work.letGo();
            });
  }

  /**
   * One whose instance was killed, or hears nothing of the database, has failed, and its schema
   * goes: at once, or when nothing holds it any more.
   */
  private void giveUpAbandoned() throws SQLException {
    Optional<UUID> abandoned = rebuilds.abandoned();
    if (abandoned.isPresent()) {
      rebuilds.giveUp(abandoned.get(), "given up: the instance that made it has ended");
      LOG.warn("A rebuild was given up: the instance that made it has ended");
      try (OwnerConnections owner = owner()) {
        clearUp(() -> new ShadowSchema(owner.work(), abandoned.get()).drop());
      }
    }
  }

  /** What was left between the end of one and its clearing up. */
  private void clearUp() throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!ShadowSchema.isAny(connection) || !Rebuilds.isQuiet(connection)) {
        return;
      }
    }
    try (OwnerConnections opened = owner()) {
      Connection owner = opened.work();
      owner.setAutoCommit(false);
      Rebuilds.lock(owner);
      if (Rebuilds.isQuiet(owner)) {
        ShadowSchema.dropAll(owner);
      }
      owner.rollback();
    }
  }

  private OwnerConnections owner() throws SQLException {
    return OwnerConnections.open(login, watch);
  }

  private void run(UUID id, Work work) {
    try (OwnerConnections owner = owner()) {
      work.waitsFor(owner);
      clearUp(() -> ShadowSchema.dropAll(owner.work()));
      ShadowSchema shadow = new ShadowSchema(owner.work(), id);
      try {
        Optional<Long> differing = rebuild(id, owner, shadow);
        LOG.infof(
            "The counts were made anew; %s daily cells had been other ones",
            differing.map(Object::toString).orElse("an unknown number of"));
      } finally {
        clearUp(shadow::drop);
      }
    } catch (SQLException | RuntimeException failure) {
      fail(id, failure);
    } finally {
      mine.remove(id);
    }
  }

  /** What can't go now, goes with {@link #clearUp()}. */
  private static void clearUp(Clearing clearing) {
    try {
      clearing.run();
    } catch (SQLException outage) {
      LOG.warnf("What is left of a rebuild is cleared up later (%s)", Cause.of(outage).text());
    }
  }

  /** Drops something. */
  @FunctionalInterface
  private interface Clearing {
    void run() throws SQLException;
  }

  /** What makes a rebuild here: let go, it ends, whatever it waits for. */
  private static final class Work {

    private boolean over;
    private Optional<OwnerConnections> owner = Optional.empty();
    private Optional<Future<?>> thread = Optional.empty();

    synchronized void begin(Future<?> running) {
      thread = Optional.of(running);
      if (over) {
        letGo();
      }
    }

    synchronized void waitsFor(OwnerConnections opened) {
      owner = Optional.of(opened);
      if (over) {
        letGo();
      }
    }

    synchronized void letGo() {
      over = true;
      thread.ifPresent(running -> running.cancel(true));
      owner.ifPresent(OwnerConnections::abort);
    }
  }

  /**
   * Whoever hears nothing of his commit, or can't clear up after it, may have made them all the
   * same.
   */
  private void fail(UUID id, Exception failure) {
    try {
      rebuilds.fail(id, failure);
      if (rebuilds.isDone(id)) {
        LOG.infof(
            "The counts were made anew; what is left is cleared up later (%s)",
            Cause.of(failure).text());
      } else {
        LOG.error("The counts can't be made anew and stay as they were", failure);
      }
    } catch (SQLException outage) {
      LOG.error("Whether the counts were made anew is known when the database answers", failure);
      LOG.warnf(
          "The end of a rebuild can't be noted now (%s); it is when its claim has run out",
          Cause.of(outage).text());
    }
  }

  private Optional<Long> rebuild(UUID id, OwnerConnections owner, ShadowSchema shadow)
      throws SQLException {
    try (Statement memory = owner.work().createStatement()) {
      memory.execute("SET work_mem = '64MB'");
      memory.execute("SET maintenance_work_mem = '256MB'");
    }
    shadow.create(migrations, owner.forMigrations(), serviceRole);
    List<String> indexes = shadow.dropIndexes();
    try (TopicReader reader = new TopicReader(kafka, new ShadowCounting(database, shadow.name()))) {
      Swap swap = new Swap(limits.swap(), id, rebuilds, owner.work(), shadow, reader);
      reader.begin();
      swap.catchUp();
      shadow.createIndexes(indexes);
      rebuilds.enter(id, RebuildProgress.State.COMPARING);
      requireSound(shadow);
      shadow.mergeHistories();
      return swap.run();
    }
  }

  /** A shadow that contradicts its own states must not be shown to anybody. */
  private void requireSound(ShadowSchema shadow) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement path = connection.createStatement()) {
        path.execute("SET LOCAL search_path TO " + shadow.name());
        path.execute("SET LOCAL work_mem = '64MB'");
        long wrong = StateRecount.wrongCells(connection);
        if (wrong > 0) {
          throw new IllegalStateException(
              wrong + " cells of the shadow are not what its states say");
        }
      } finally {
        connection.rollback();
      }
    }
  }
}
