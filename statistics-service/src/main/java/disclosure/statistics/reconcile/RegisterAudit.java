package disclosure.statistics.reconcile;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Compares the counts with the register's at an interval and on demand. */
@ApplicationScoped
class RegisterAudit {

  private static final Logger LOG = Logger.getLogger(RegisterAudit.class);
  private static final int LOOKS = 5;
  private static final long PAUSE_MILLIS = 2_000;

  private final DataSource database;
  private final RegisterTally register;
  private final Clock clock;
  private final FailureLog failures;
  private final AtomicReference<Optional<RegisterDrift>> last =
      new AtomicReference<>(Optional.empty());

  RegisterAudit(DataSource database, RegisterTally register, Clock clock, MeterRegistry meters) {
    this.database = database;
    this.register = register;
    this.clock = clock;
    this.failures =
        new FailureLog(
            LOG,
            meters,
            "register-comparison",
            "The counts can't be compared with the register now",
            failure -> failure instanceof RegisterAway || FailureLog.isOutage(failure));
    meters.gauge(
        "reconcile.register.cells",
        last,
        result -> result.get().map(drift -> (double) drift.wrongCells()).orElse(Double.NaN));
    meters.gauge(
        "reconcile.register.last.success.timestamp",
        last,
        result ->
            result
                .get()
                .map(drift -> (double) drift.checkedAt().getEpochSecond())
                .orElse(Double.NaN));
  }

  /** The gauges are there from the start, without a number at first. */
  void start(@Observes StartupEvent event) {
    if (!register.isConfigured()) {
      LOG.info("The counts are not compared with the register: it is not configured");
    }
  }

  /** The last result over all organs; empty before the first. */
  Optional<RegisterDrift> last() {
    register.requireConfigured();
    return last.get();
  }

  /** Compares now; the result is kept when it is about all organs. */
  RegisterDrift run(Optional<OrganCode> top) {
    register.requireConfigured();
    RegisterDrift drift =
        new RegisterComparison(database, register, LOOKS, PAUSE_MILLIS)
            .run(top, LocalDate.now(clock).getYear(), clock.instant());
    if (top.isEmpty()) {
      last.set(Optional.of(drift));
    }
    if (!drift.isNone()) {
      LOG.errorf(
          "%d cells are not what the register counts, %d organs are unknown to it, and %d tables can't"
              + " be right",
          drift.wrongCells(), drift.unknownOrgans().size(), drift.impossibleTables().size());
    }
    return drift;
  }

  @Scheduled(
      every = "{disclosure.register.interval}",
      delayed = "{disclosure.register.interval}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    if (!register.isConfigured()) {
      return;
    }
    try {
      run(Optional.empty());
      failures.succeeded();
    } catch (RuntimeException failure) {
      failures.failed(failure);
    }
  }
}
