package disclosure.requests.outbox;

import disclosure.storage.Sql;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps the days of the outbox: makes their partitions ahead, and drops those of events that were
 * sent longer ago than they are kept.
 */
@ApplicationScoped
class OutboxDays {

  private static final Logger LOG = Logger.getLogger(OutboxDays.class);

  private final DataSource database;
  private final OutboxSettings settings;

  OutboxDays(DataSource database, OutboxSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** Before the relay sends anything. */
  void start(@Observes @Priority(10) StartupEvent started) {
    keep();
  }

  /** What can't be had now, since a writer is at work, is done the next time. */
  @Scheduled(
      every = "1h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void keep() {
    try (Connection connection = database.getConnection()) {
      Sql.of(connection, "SELECT requests.outbox_keep(:days)")
          .with("days", Math.toIntExact(settings.retention().toDays()))
          .exists();
    } catch (SQLException failure) {
      LOG.warn("The days of the outbox can't be kept just now", failure);
    }
  }
}
