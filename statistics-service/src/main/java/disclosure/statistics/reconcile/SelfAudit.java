package disclosure.statistics.reconcile;

import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.rollup.SumAudit;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Compares the counts with the states at an interval and on demand, and keeps the last result. */
@ApplicationScoped
class SelfAudit {

  private static final Logger LOG = Logger.getLogger(SelfAudit.class);

  private final DataSource database;
  private final FailureLog failures;
  private final AtomicReference<Optional<Drift>> last = new AtomicReference<>(Optional.empty());

  SelfAudit(DataSource database, MeterRegistry meters) {
    this.database = database;
    this.failures =
        new FailureLog(
            LOG, meters, "self-audit", "The counts can't be compared with the states now");
    meters.gauge(
        "reconcile.drift.cells",
        last,
        result -> result.get().map(drift -> (double) drift.wrongCells()).orElse(Double.NaN));
    meters.gauge(
        "reconcile.drift.sums",
        last,
        result -> result.get().map(drift -> (double) drift.wrongSums().size()).orElse(Double.NaN));
    meters.gauge(
        "reconcile.last.success.timestamp",
        last,
        result ->
            result
                .get()
                .map(drift -> (double) drift.checkedAt().getEpochSecond())
                .orElse(Double.NaN));
  }

  /** The last result; empty before the first comparison. */
  Optional<Drift> last() {
    return last.get();
  }

  /** Compares now. */
  Drift run() {
    Drift drift = Snapshot.of(database, DriftQuery::run);
    last.set(Optional.of(drift));
    if (drift.wrongCells() > 0) {
      LOG.errorf(
          "%d daily counts are not what the states say, the first of organ %s; rebuild the counts",
          drift.wrongCells(), drift.examples().get(0).organ().value());
    }
    if (!drift.wrongSums().isEmpty()) {
      LOG.errorf(
          "The sums over %d subtrees are not what the daily counts say, the first of organ %s;"
              + " they are made anew",
          drift.wrongSums().size(), drift.wrongSums().get(0));
      withdraw(drift.wrongSums());
    }
    return drift;
  }

  private void withdraw(List<String> wrong) {
    try {
      SumAudit.withdraw(database, wrong);
    } catch (SQLException outage) {
      throw new IllegalStateException("the wrong sums can't be withdrawn", outage);
    }
  }

  @Scheduled(
      every = "{disclosure.interval.self-audit}",
      delayed = "{disclosure.interval.self-audit}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    try {
      run();
      failures.succeeded();
    } catch (RuntimeException failure) {
      failures.failed(failure);
    }
  }
}
