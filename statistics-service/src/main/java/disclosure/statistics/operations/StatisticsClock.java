package disclosure.statistics.operations;

import disclosure.storage.FailureLog;
import disclosure.storage.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The one source of "now": the database's clock, which all instances share, as far as it is ahead
 * of this machine's. No figure depends on it; it bounds the periods and moments asked for, and a
 * moment that one instance told must not lie ahead at another. Moments have microseconds, as the
 * database keeps them.
 */
@ApplicationScoped
class StatisticsClock {

  private static final Logger LOG = Logger.getLogger(StatisticsClock.class);

  private final DataSource database;
  private final Clock own;
  private final FailureLog failures;
  private volatile Duration ahead = Duration.ZERO;

  @Inject
  StatisticsClock(DataSource database, MeterRegistry meters) {
    this(database, Clock.system(ZoneId.of("Asia/Shanghai")), meters);
  }

  StatisticsClock(DataSource database, Clock own, MeterRegistry meters) {
    this.database = database;
    this.own = own;
    this.failures = new FailureLog(LOG, meters, "clock", "The database doesn't tell the time now");
  }

  void start(@Observes StartupEvent event) {
    look();
  }

  /** Asks the database; while it is away, the last answer holds. */
  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try (Connection connection = database.getConnection()) {
      Sql question = Sql.of(connection, "SELECT clock_timestamp()");
      Instant asked = own.instant();
      Instant answer = question.one(Instant.class);
      Duration half = Duration.between(asked, own.instant()).dividedBy(2);
      ahead = Duration.between(asked.plus(half), answer);
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  @Produces
  @ApplicationScoped
  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return own.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
      }

      @Override
      public ZoneId getZone() {
        return own.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all dates are local ones in " + own.getZone());
      }
    };
  }
}
