package disclosure.storage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Notices a database that takes connections and answers nothing: a halted server, a network that
 * swallows packets. A statement may rightly take long, so no time limit of a socket can tell; a
 * question that costs nothing, asked beside the work, can. Then all that waits for the database is
 * let go, each with an outage, and what comes meanwhile doesn't wait at all, so that no threads
 * pile up.
 */
@ApplicationScoped
@Unremovable
public class DatabaseWatch implements AgroalPoolInterceptor {

  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
  private static final long INTERVAL_MILLIS = 250;

  private final Probe probe;
  private final Instance<AgroalDataSource> pool;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean silent;

  DatabaseWatch(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      Instance<AgroalDataSource> pool) {
    this.probe = new Probe(url, user, password);
    this.pool = pool;
  }

  /**
   * Lets the work go on only when the database answers.
   *
   * @throws DatabaseOutage when it is known not to
   */
  public void requireAnswers() {
    if (silent) {
      throw new DatabaseOutage(new SQLException("the database does not answer", "08006"));
    }
  }

  /** Whether the database answered when it was last asked, which is some moments ago at most. */
  public boolean isAnswered() {
    return !silent;
  }

  @Override
  public void onConnectionCreate(Connection connection) {
    driversOwn(connection).ifPresent(connections::add);
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    driversOwn(connection).ifPresent(connections::remove);
  }

  /** Lets go of a connection that is none of the pool's, too, when the database hangs. */
  public void add(Connection connection) {
    driversOwn(connection).ifPresent(connections::add);
  }

  /** What was added has been closed. */
  public void remove(Connection connection) {
    connections.remove(connection);
  }

  /** The pool's wrapper is good for the call alone. */
  private static Optional<Connection> driversOwn(Connection connection) {
    try {
      return Optional.of(connection.unwrap(Connection.class));
    } catch (SQLException closed) {
      return Optional.empty();
    }
  }

  void start(@Observes StartupEvent event) {
    Thread thread = new Thread(this::run, "database-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** After all others: what still waits for a database that hangs is let go to the last. */
  void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        lookOrTell();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      probe.close();
    }
  }

  private void lookOrTell() {
    try {
      look();
    } catch (RuntimeException | Error failure) {
      // A thread that ended would let go of nothing any more.
      LOG.error("The database can't be watched just now", failure);
    }
  }

  private void look() {
    if (probe.answers()) {
      if (silent) {
        LOG.info("The database answers again");
      }
      silent = false;
      return;
    }
    if (!silent) {
      LOG.warn("The database does not answer; whatever waits for it is given up");
    }
    silent = true;
    giveUp();
  }

  /** The pool gets none of them back into use. */
  private void giveUp() {
    for (Connection connection : connections) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException closed) {
        LOG.debug("A connection was closed already", closed);
      }
    }
    connections.clear();
    pool.get().flush(AgroalDataSource.FlushMode.ALL);
  }
}
