package disclosure.requests.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Watches how much waits and for how long, and removes what was sent long ago. */
@ApplicationScoped
class OutboxGauges {

  private static final String STATE =
      """
      SELECT
        (SELECT count(*) FROM requests.outbox WHERE published_at IS NULL) AS pending,
        (SELECT min(recorded_at) FROM requests.outbox WHERE published_at IS NULL) AS oldest,
        (SELECT count(*) FROM requests.outbox_parked) AS parked
      """;
  private static final String PURGE =
      """
      DELETE FROM requests.outbox WHERE id IN (
        SELECT id FROM requests.outbox
        WHERE published_at < now() - ? * interval '1 second'
        ORDER BY published_at
        LIMIT 10000)
      """;

  private final DataSource database;
  private final OutboxSettings settings;
  private final MeterRegistry meters;
  private final Clock clock;
  private volatile long pending;
  private volatile long parked;
  private volatile Optional<OffsetDateTime> oldest = Optional.empty();

  OutboxGauges(DataSource database, OutboxSettings settings, MeterRegistry meters, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
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
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(STATE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      pending = row.getLong("pending");
      parked = row.getLong("parked");
      oldest = Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class));
    }
  }

  @Scheduled(
      every = "1h",
      delay = 10,
      delayUnit = TimeUnit.MINUTES,
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void purge() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.setLong(1, settings.retention().toSeconds());
      int removed = 1;
      while (removed > 0) {
        removed = statement.executeUpdate();
      }
    }
  }

  private double age() {
    return oldest
        .map(since -> Duration.between(since, OffsetDateTime.now(clock)).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
