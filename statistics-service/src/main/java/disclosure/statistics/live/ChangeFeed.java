package disclosure.statistics.live;

import disclosure.statistics.ingest.ChangeNotice;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens to what any instance counted. When the connection was lost, anything may have changed
 * meanwhile.
 */
@ApplicationScoped
class ChangeFeed {

  private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
  private static final int INTERVAL_MILLIS = 200;
  private static final long RECONNECT_SECONDS = 1;

  private final DataSource database;
  private final Listeners listeners;
  private final FailureLog failures;
  private final CountDownLatch stopping = new CountDownLatch(1);

  ChangeFeed(DataSource database, Listeners listeners, MeterRegistry meters) {
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
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + ChangeNotice.CHANNEL);
        listeners.changed(Optional.empty());
        try {
          listen(connection.unwrap(PGConnection.class));
        } finally {
          // Whoever gets this connection next would heap up what it is told of.
          statement.execute("UNLISTEN *");
        }
      } catch (SQLException | RuntimeException failure) {
        failures.failed(failure);
        await();
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    long updated = System.nanoTime();
    while (isRunning()) {
      for (PGNotification notice : connection.getNotifications(INTERVAL_MILLIS)) {
        listeners.changed(ChangeNotice.organs(notice.getParameter()));
      }
      if (System.nanoTime() - updated >= TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS)) {
        updated = System.nanoTime();
        listeners.update();
        failures.succeeded();
      }
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
