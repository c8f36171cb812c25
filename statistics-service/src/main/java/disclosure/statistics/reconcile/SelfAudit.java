package disclosure.statistics.reconcile;

import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.rollup.SumAudit;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Compares the counts with the states at an interval and on demand, and keeps the last result. */
@ApplicationScoped
class SelfAudit {

  private static final Logger LOG = Logger.getLogger(SelfAudit.class);

  private final DataSource database;
  private final FailureLog failures;
  private final AtomicReference<Optional<Drift>> last = new AtomicReference<>(Optional.empty());
  private volatile boolean failing;

  SelfAudit(DataSource database, MeterRegistry meters) {
    this.database = database;
    this.failures =
        new FailureLog(
            LOG, meters, "self-audit", "The counts can't be compared with the states now");
    meters.gauge("reconcile.drift.cells", last, result -> number(result, Drift::wrongCells));
    meters.gauge(
        "reconcile.drift.sums", last, result -> number(result, drift -> drift.wrongSums().size()));
    meters.gauge(
        "reconcile.last.success.timestamp",
        last,
        result ->
            result
                .get()
                .map(drift -> (double) drift.checkedAt().getEpochSecond())
                .orElse(Double.NaN));
  }

  /** A number of the last comparison, which says nothing any more once another one has failed. */
  private double number(AtomicReference<Optional<Drift>> result, ToLongFunction<Drift> number) {
    return failing
        ? Double.NaN
        : result.get().map(drift -> (double) number.applyAsLong(drift)).orElse(Double.NaN);
  }

  /** The last result; empty before the first comparison. */
  Optional<Drift> last() {
    return last.get();
  }

  /**
   * What was compared up to an organ.
   *
   * @param reached the last organ, or what stands behind all of them
   * @param drift what came of all organs so far
   * @param isLast whether nothing is left
   */
  record Part(String reached, Drift drift, boolean isLast) {}

  /** How many parts there are: of organs, and that of the sums. */
  static long parts(Connection connection) throws SQLException {
    return DriftQuery.parts(connection) + 1;
  }

  /**
   * Compares the next organs; behind the last, the sums.
   *
   * @param before what came of those before
   */
  Part next(String reached, Optional<Drift> before) {
    if (reached.equals(DriftQuery.LAST)) {
      Drift drift = before.orElseThrow().withWrongSums(Snapshot.of(database, SumAudit::wrongRoots));
      conclude(drift);
      return new Part(reached, drift, true);
    }
    return Snapshot.of(
        database,
        connection -> {
          String end = DriftQuery.end(connection, reached);
          Drift some = DriftQuery.between(connection, reached, end);
          return new Part(end, before.map(drift -> drift.plus(some)).orElse(some), false);
        });
  }

  /** Compares now, one part after the other. */
  Drift run() {
    Part part = next("", Optional.empty());
    while (!part.isLast()) {
      part = next(part.reached(), Optional.of(part.drift()));
    }
    return part.drift();
  }

  private void conclude(Drift drift) {
    last.set(Optional.of(drift));
    failing = false;
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
      failing = true;
      failures.failed(failure);
    }
  }
}
