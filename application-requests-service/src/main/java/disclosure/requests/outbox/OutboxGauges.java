package disclosure.requests.outbox;

import disclosure.storage.FailureLog;
import disclosure.storage.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Watches how much waits and for how long. */
@ApplicationScoped
class OutboxGauges {

  private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

  private static final String STATE =
      """
      SELECT
        (SELECT count(*) FROM requests.outbox WHERE published_at IS NULL) AS pending,
        (SELECT min(recorded_at) FROM requests.outbox WHERE published_at IS NULL) AS oldest,
        (SELECT count(*) FROM requests.outbox_parked) AS parked,
        (SELECT epoch FROM requests.outbox_lease) AS term
      """;

  /** Of what the role may see: a transaction that stays open keeps dead rows from being removed. */
  private static final String OLDEST_TRANSACTION =
      """
      SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) AS seconds
      FROM pg_stat_activity
      WHERE backend_xmin IS NOT NULL AND datname = current_database()
      """;

  private final DataSource database;
  private final MeterRegistry meters;
  private final Clock clock;
  private volatile long pending;
  private volatile long parked;
  private volatile long epoch;
  private volatile double xminLag;
  private volatile Optional<Instant> oldest = Optional.empty();
  private final FailureLog failures;

  OutboxGauges(DataSource database, MeterRegistry meters, Clock clock) {
    this.database = database;
    this.meters = meters;
    this.clock = clock;
    this.failures =
        new FailureLog(LOG, meters, "outbox-gauges", "What waits can't be looked at now");
  }

  void register(@Observes StartupEvent started) {
    Gauge.builder("outbox.pending", () -> pending)
        .description("Events that wait for Kafka")
        .register(meters);
    Gauge.builder("outbox.oldest.age", this::age)
        .description("How long the oldest waiting event has waited")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("outbox.parked.aggregates", () -> parked)
        .description("Keys whose events Kafka refuses for good")
        .register(meters);
    Gauge.builder("relay.lease.epoch", () -> epoch)
        .description("How often the right to relay has changed hands")
        .register(meters);
    Gauge.builder("outbox.xmin.lag", () -> xminLag)
        .description("How long the oldest transaction keeps dead rows from being removed")
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      read();
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  private void read() throws SQLException {
    try (Connection connection = database.getConnection()) {
      State state = Sql.of(connection, STATE).one(State.class);
      pending = state.pending();
      parked = state.parked();
      epoch = state.term().orElse(0L);
      oldest = state.oldest();
      xminLag = Sql.of(connection, OLDEST_TRANSACTION).one(Double.class);
    }
  }

  private record State(long pending, Optional<Instant> oldest, long parked, Optional<Long> term) {}

  private double age() {
    return oldest
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0)
        .orElse(0.0);
  }
}
