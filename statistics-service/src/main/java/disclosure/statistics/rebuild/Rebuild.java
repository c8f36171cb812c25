package disclosure.statistics.rebuild;

import disclosure.statistics.ingest.ShadowCounting;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.statistics.reconcile.StateRecount;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
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
  private static final long LOCK = 0x7265_6275_696c_64L;
  private static final int MOST_ATTEMPTS = 60;
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  private final DataSource database;
  private final Flyway migrations;
  private final String bootstrapServers;
  private final String serviceRole;
  private final Rebuilds rebuilds;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "rebuild");
            thread.setDaemon(true);
            return thread;
          });

  Rebuild(
      DataSource database,
      Flyway migrations,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.datasource.username") String serviceRole) {
    this.database = database;
    this.migrations = migrations;
    this.bootstrapServers = bootstrapServers;
    this.serviceRole = serviceRole;
    this.rebuilds = new Rebuilds(database);
  }

  @PreDestroy
  void close() {
    worker.shutdownNow();
  }

  /** The last one, of whichever instance. */
  Optional<Progress> last() throws SQLException {
    return rebuilds.last();
  }

  /**
   * Begins, and goes on in the background.
   *
   * @throws Refusal 409 while one is under way, in whichever instance
   */
  Progress start() throws SQLException {
    Connection owner = migrations.getConfiguration().getDataSource().getConnection();
    boolean taken = false;
    try {
      taken = takeLock(owner);
      if (!taken) {
        throw new Refusal(
            409,
            "rebuild-under-way",
            new Text("正在重建", "A rebuild is under way"),
            new Text("请等待当前重建结束。", "Wait until it has ended."),
            List.of());
      }
      UUID id = UUID.randomUUID();
      rebuilds.begin(id);
      worker.execute(() -> run(id, owner));
      return rebuilds.last().orElseThrow();
    } finally {
      if (!taken) {
        owner.close();
      }
    }
  }

  private static boolean takeLock(Connection owner) throws SQLException {
    try (PreparedStatement select = owner.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      select.setLong(1, LOCK);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void run(UUID id, Connection owner) {
    try (owner) {
      try {
        long differing = rebuild(id, owner);
        rebuilds.end(id, Progress.State.DONE, Optional.of(differing), Optional.empty());
        LOG.infof("The counts were made anew; %d daily cells had been other ones", differing);
      } catch (SQLException | RuntimeException failure) {
        LOG.error("The counts can't be made anew and stay as they were", failure);
        rebuilds.end(
            id,
            Progress.State.FAILED,
            Optional.empty(),
            Optional.of(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
      }
    } catch (SQLException failure) {
      LOG.error("The end of a rebuild can't be noted", failure);
    }
  }

  private long rebuild(UUID id, Connection owner) throws SQLException {
    ShadowSchema.create(owner, migrations, serviceRole);
    try (Statement memory = owner.createStatement()) {
      memory.execute("SET work_mem = '64MB'");
      memory.execute("SET maintenance_work_mem = '256MB'");
    }
    List<String> indexes = ShadowSchema.dropIndexes(owner);
    try (TopicReader reader =
        new TopicReader(bootstrapServers, new ShadowCounting(database, ShadowSchema.NAME))) {
      catchUp(id, owner, reader);
      ShadowSchema.createIndexes(owner, indexes);
      rebuilds.enter(id, Progress.State.COMPARING);
      requireSound();
      ShadowSchema.mergeHistories(owner);
      rebuilds.enter(id, Progress.State.SWAPPING);
      return swap(id, owner, reader);
    } finally {
      owner.setAutoCommit(true);
      ShadowSchema.drop(owner);
    }
  }

  /** Counts until nothing is left that was counted already when this looked last. */
  private void catchUp(UUID id, Connection owner, TopicReader reader) throws SQLException {
    Map<TopicPartition, Long> bounds = LivePositions.bounds(owner, reader, false);
    while (!reader.isAt(bounds)) {
      reader.advance(bounds);
      rebuilds.read(id, reader.records(), inAll(reader, bounds));
    }
  }

  private static long inAll(TopicReader reader, Map<TopicPartition, Long> bounds) {
    return bounds.entrySet().stream()
        .mapToLong(bound -> bound.getValue() - reader.beginnings().get(bound.getKey()))
        .sum();
  }

  /** A shadow that contradicts its own states must not be shown to anybody. */
  private void requireSound() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement path = connection.createStatement()) {
        path.execute("SET LOCAL search_path TO " + ShadowSchema.NAME);
        path.execute("SET LOCAL work_mem = '64MB'");
      }
      long wrong = StateRecount.wrongCells(connection);
      connection.rollback();
      if (wrong > 0) {
        throw new IllegalStateException(wrong + " cells of the shadow are not what its states say");
      }
    }
  }

  private long swap(UUID id, Connection owner, TopicReader reader) throws SQLException {
    owner.setAutoCommit(false);
    for (int attempt = 1; ; attempt++) {
      catchUp(id, owner, reader);
      owner.rollback();
      try {
        Map<TopicPartition, Long> bounds = LivePositions.bounds(owner, reader, true);
        while (!reader.isAt(bounds)) {
          reader.advance(bounds);
        }
        long differing = ShadowSchema.differingCells(owner);
        LivePositions.store(owner, reader);
        ShadowSchema.swap(owner);
        owner.commit();
        rebuilds.read(id, reader.records(), inAll(reader, bounds));
        return differing;
      } catch (SQLException failure) {
        owner.rollback();
        boolean held =
            LOCK_NOT_AVAILABLE.equals(failure.getSQLState())
                || DEADLOCK.equals(failure.getSQLState());
        if (!held || attempt == MOST_ATTEMPTS) {
          throw failure;
        }
        pause();
      }
    }
  }

  /** Lets those go first who hold a table. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", stopping);
    }
  }
}
