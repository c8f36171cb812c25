package disclosure.statistics.ingest;

import disclosure.statistics.operations.Snapshot;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps tables of busy organs quick to read: puts the rows of their daily counts together. Several
 * instances may do so at the same time, and while others count.
 */
@ApplicationScoped
class CountMerger {

  private static final Logger LOG = Logger.getLogger(CountMerger.class);

  private final DataSource database;
  private final FailureLog failures;

  CountMerger(DataSource database, MeterRegistry meters) {
    this.database = database;
    this.failures =
        new FailureLog(LOG, meters, "count-merge", "Daily counts can't be put together now");
  }

  @Scheduled(
      every = "{disclosure.interval.count-merge}",
      delayed = "{disclosure.interval.count-merge}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    try {
      run();
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  /**
   * Does it for all organs that have many rows for each count.
   *
   * @return how many there were
   */
  int run() throws SQLException {
    List<String> organs = Snapshot.of(database, DailyCounts::scattered);
    for (String organ : organs) {
      try (Connection connection = database.getConnection()) {
        DailyCounts.merge(connection, organ);
      }
    }
    return organs.size();
  }
}
