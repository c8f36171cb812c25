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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
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
  private volatile boolean failing;
  private Optional<String> told = Optional.empty();

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
        "reconcile.register.cells", last, result -> number(result, RegisterDrift::wrongCells));
    meters.gauge(
        "reconcile.register.tables.not.compared",
        last,
        result -> number(result, RegisterDrift::notCompared));
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
    RegisterDrift drift = comparison().run(top, LocalDate.now(clock).getYear(), clock.instant());
    conclude(top, drift);
    return drift;
  }

  /** How many parts the comparison has. */
  long parts(Optional<OrganCode> top, int lastYear) {
    register.requireConfigured();
    return comparison().parts(top, lastYear).size();
  }

  /**
   * What was compared up to a year and an organ.
   *
   * @param isLast whether nothing is left
   */
  record Part(String reached, RegisterDrift drift, boolean isLast) {}

  /** Compares the part behind the one that was reached. */
  Part next(ComparisonRow comparison) {
    register.requireConfigured();
    Optional<OrganCode> top =
        Optional.of(comparison.organCode()).filter(code -> !code.isEmpty()).map(OrganCode::new);
    Optional<RegisterDrift> before = Comparisons.read(comparison.result(), RegisterDrift.class);
    RegisterComparison compared = comparison();
    List<RegisterComparison.Part> left =
        compared.parts(top, comparison.lastYear()).stream()
            .filter(part -> part.toString().compareTo(comparison.reached()) > 0)
            .toList();
    if (left.isEmpty()) {
      RegisterDrift none = compared.run(top, 0, clock.instant());
      return concluded(top, comparison.reached(), before.orElse(none));
    }
    RegisterDrift some = compared.run(left.get(0), clock.instant());
    RegisterDrift drift = before.map(result -> result.plus(some)).orElse(some);
    String reached = left.get(0).toString();
    return left.size() == 1 ? concluded(top, reached, drift) : new Part(reached, drift, false);
  }

  private Part concluded(Optional<OrganCode> top, String reached, RegisterDrift drift) {
    conclude(top, drift);
    return new Part(reached, drift, true);
  }

  private RegisterComparison comparison() {
    return new RegisterComparison(database, register, LOOKS, PAUSE_MILLIS);
  }

  /** Keeps the result when it is about all organs. */
  private void conclude(Optional<OrganCode> top, RegisterDrift drift) {
    if (top.isEmpty()) {
      last.set(Optional.of(drift));
      failing = false;
      tell(drift);
    }
  }

  /** A number of the last comparison, which says nothing any more once another one has failed. */
  private double number(
      AtomicReference<Optional<RegisterDrift>> result, ToLongFunction<RegisterDrift> number) {
    return failing
        ? Double.NaN
        : result.get().map(drift -> (double) number.applyAsLong(drift)).orElse(Double.NaN);
  }

  /** Says what is wrong, unless the comparison before found the same. */
  private synchronized void tell(RegisterDrift drift) {
    Optional<String> sentence =
        drift.isNone()
            ? Optional.empty()
            : Optional.of(
                String.format(
                    Locale.ROOT,
                    "%d cells are not what the register counts, %d organs are unknown to it, %d tables"
                        + " can't be right, and %d can't be compared%s",
                    drift.wrongCells(),
                    drift.unknownOrgans().size(),
                    drift.impossibleTables().size(),
                    drift.notCompared(),
                    drift.notComparedExamples().stream()
                        .findFirst()
                        .map(table -> ", the first of " + table.organ() + ": " + table.cause())
                        .orElse("")));
    if (!sentence.equals(told)) {
      told = sentence;
      sentence.ifPresentOrElse(
          LOG::error, () -> LOG.info("The counts are again what the register counts"));
    }
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
      failing = true;
      failures.failed(failure);
    }
  }
}
