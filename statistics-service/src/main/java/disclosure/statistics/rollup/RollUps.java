package disclosure.statistics.rollup;

import disclosure.statistics.operations.Snapshot;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps the sums over large subtrees up to date, in the background and in any number of instances,
 * of which one works at a time.
 */
@ApplicationScoped
class RollUps {

  private static final Logger LOG = Logger.getLogger(RollUps.class);
  private static final long INTERVAL_MILLIS = 200;
  private static final long RESTING = 2;
  private static final long MAX_WAIT_MILLIS = 5_000;
  private static final int ROUNDS_BETWEEN_BUILDS = 10;

  /** Smaller subtrees are counted when asked. */
  private static final int MIN_ORGANS = 32;

  /** Work on a connection, which says whether there is more. */
  interface Work {
    boolean on(Connection connection) throws SQLException;
  }

  private final DataSource database;
  private final FailureLog failures;
  private final CountDownLatch stopping = new CountDownLatch(1);

  RollUps(DataSource database, MeterRegistry meters) {
    this.database = database;
    this.failures =
        new FailureLog(
            LOG, meters, "roll-ups", "The sums over subtrees can't be brought up to date now");
  }

  void start(@Observes StartupEvent event) {
    Thread thread = new Thread(this::run, "roll-ups");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      int round = 0;
      long wait = INTERVAL_MILLIS;
      do {
        try {
          foldGently();
          if (round++ % ROUNDS_BETWEEN_BUILDS == 0) {
            buildGently();
          }
          failures.succeeded();
          wait = INTERVAL_MILLIS;
        } catch (SQLException | RuntimeException | Error failure) {
          // A thread that ended would leave all changes beside the sums.
          failures.failed(failure);
          wait = Math.min(2 * wait, MAX_WAIT_MILLIS);
        }
      } while (!stopping.await(wait, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Moves all changes into the sums. While many come in, it rests longer than it works: counting
   * them goes first, and answers are right without.
   */
  private void foldGently() throws SQLException, InterruptedException {
    boolean stopped = false;
    long began = System.nanoTime();
    while (!stopped && ask(database, DailyChanges::isAny) && transact(database, Folding::fold)) {
      stopped = stopping.await(RESTING * (System.nanoTime() - began), TimeUnit.NANOSECONDS);
      began = System.nanoTime();
    }
  }

  /**
   * Sums up what has no sums, one subtree after the other. What has changed meanwhile goes first:
   * each subtree looks through all of it.
   */
  private void buildGently() throws SQLException, InterruptedException {
    while (stopping.getCount() > 0
        && ask(database, connection -> RootBuilder.isNeeded(connection, MIN_ORGANS))
        && transact(database, connection -> RootBuilder.build(connection, MIN_ORGANS))) {
      foldGently();
    }
  }

  private static boolean ask(DataSource database, Work question) {
    return Snapshot.of(database, question::on);
  }

  static boolean transact(DataSource database, Work work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean more = work.on(connection);
        connection.commit();
        return more;
      } catch (SQLException | RuntimeException | Error failure) {
        connection.rollback();
        throw failure;
      }
    }
  }
}
