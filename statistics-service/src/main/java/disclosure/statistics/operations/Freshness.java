package disclosure.statistics.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How old changes are by the time they are counted. A metric only: no figure depends on it. */
@ApplicationScoped
public class Freshness {

  private final Clock clock;
  private final Timer age;

  Freshness(MeterRegistry meters, Clock clock) {
    this.clock = clock;
    this.age =
        Timer.builder("matrix.freshness")
            .description("From the register's record of a change until it is counted")
            .serviceLevelObjectives(
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10))
            .register(meters);
  }

  /**
   * Notes that a change is counted which the register recorded at the moment. Two machines' clocks
   * are never quite the same: what seems to come from the future is new.
   */
  public void note(Instant recordedAt) {
    Duration since = Duration.between(recordedAt, clock.instant());
    age.record(since.isNegative() ? Duration.ZERO : since);
  }
}
