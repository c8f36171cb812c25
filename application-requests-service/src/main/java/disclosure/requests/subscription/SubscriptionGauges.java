package disclosure.requests.subscription;

import disclosure.requests.outbox.published.Position;
import disclosure.requests.outbox.published.PublishedEvents;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.requests.transaction.RegisterReader;
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
import org.jboss.logging.Logger;

/** Watches how far behind subscribers are. */
@ApplicationScoped
class SubscriptionGauges {

  private static final Logger LOG = Logger.getLogger(SubscriptionGauges.class);

  private static final String STATE =
      """
      SELECT (SELECT count(*) FROM requests.subscription WHERE paused_because IS NOT NULL) AS paused,
             (SELECT count(*) FROM requests.subscription
               WHERE paused_because IS NULL AND failures > 0) AS failing,
             (SELECT count(*) FROM requests.subscription_dead_letter) AS dead_letters
      """;
  private static final String FURTHEST_BEHIND =
      """
      SELECT place, event FROM requests.subscription
       WHERE paused_because IS NULL ORDER BY place, event LIMIT 1
      """;

  private final RegisterReader reader;
  private final PublishedEvents events;
  private final Receivers receivers;
  private final MeterRegistry meters;
  private final Clock clock;
  private final FailureLog failures;
  private volatile State state = new State(0, 0, 0);
  private volatile Optional<Instant> waitingSince = Optional.empty();

  SubscriptionGauges(
      RegisterReader reader,
      PublishedEvents events,
      Receivers receivers,
      MeterRegistry meters,
      Clock clock) {
    this.reader = reader;
    this.events = events;
    this.receivers = receivers;
    this.meters = meters;
    this.clock = clock;
    this.failures =
        new FailureLog(
            LOG, meters, "subscription-gauges", "How far subscribers are can't be looked at now");
  }

  private record State(long paused, long failing, long deadLetters) {}

  void register(@Observes StartupEvent started) {
    Gauge.builder("subscriptions.paused", () -> state.paused())
        .description("Subscriptions that are told nothing until somebody resumes them")
        .register(meters);
    Gauge.builder("subscriptions.failing", () -> state.failing())
        .description("Subscriptions whose receiver fails and is tried again")
        .register(meters);
    Gauge.builder("subscriptions.dead.letters", () -> state.deadLetters())
        .description("Events that receivers refused for good")
        .register(meters);
    Gauge.builder("subscriptions.lag", this::lag)
        .description("How long the next event of the subscription furthest behind has waited")
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    if (receivers.allowed().isEmpty()) {
      return;
    }
    try {
      reader.directory(this::read);
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  private boolean read(Connection connection) throws SQLException {
    state = Sql.of(connection, STATE).one(State.class);
    Optional<Position> behind = Sql.of(connection, FURTHEST_BEHIND).first(Position.class);
    waitingSince =
        behind.isPresent() ? events.waitingSince(connection, behind.get()) : Optional.empty();
    return true;
  }

  private double lag() {
    return waitingSince
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0)
        .orElse(0.0);
  }
}
