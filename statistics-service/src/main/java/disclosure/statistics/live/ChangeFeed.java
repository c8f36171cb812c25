package disclosure.statistics.live;

import disclosure.statistics.ingest.ChangeNotice;
import disclosure.statistics.trace.TracedChange;
import disclosure.storage.FailureLog;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.postgresql.PGNotification;

/**
 * Listens to what any instance counted. When the connection was lost, anything may have changed
 * meanwhile.
 */
@ApplicationScoped
class ChangeFeed {

  private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
  private static final int INTERVAL_MILLIS = 200;
  private static final long ALIVE_SECONDS = 5;
  private static final long RECONNECT_SECONDS = 1;

  private final AgroalDataSource database;
  private final Listeners listeners;
  private final FailureLog failures;
  private final CountDownLatch stopping = new CountDownLatch(1);

  ChangeFeed(AgroalDataSource database, Listeners listeners, MeterRegistry meters) {
    this.failures = new FailureLog(LOG, meters, "live", "Live tables can't be read now");
    this.database = database;
    this.listeners = listeners;
  }

  void start(@Observes StartupEvent event) {
    Thread thread = new Thread(this::run, "counts-changed");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    while (isRunning()) {
      try (ListeningConnection connection = ListeningConnection.open(database)) {
        listeners.changed(Optional.empty());
        listen(connection);
      } catch (SQLException | RuntimeException | Error failure) {
        // A thread that ended would leave all who watch without news.
        failures.failed(failure);
        await();
      }
    }
  }

  private void listen(ListeningConnection connection) throws SQLException {
    long updated = System.nanoTime();
    long asked = updated;
    while (isRunning()) {
      for (PGNotification notice : connection.notices(INTERVAL_MILLIS)) {
        told(notice.getParameter());
      }
      long now = System.nanoTime();
      if (now - asked >= TimeUnit.SECONDS.toNanos(ALIVE_SECONDS)) {
        connection.requireAlive();
        asked = now;
      }
      if (now - updated >= TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS)) {
        updated = now;
        listeners.update();
        failures.succeeded();
      }
    }
  }

  private void told(String notice) {
    if (TracedChange.isNotice(notice)) {
      listeners.traced(TracedChange.read(notice));
    } else {
      listeners.changed(ChangeNotice.organs(notice));
    }
  }

  private boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void await() {
    try {
      stopping.await(RECONNECT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}
