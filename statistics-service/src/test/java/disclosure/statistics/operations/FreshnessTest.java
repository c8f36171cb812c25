package disclosure.statistics.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Freshness freshness = new Freshness(meters, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void the_age_runs_from_the_record() {
    freshness.note(NOW.minusMillis(250));

    assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(250);
  }

  @Test
  void what_a_register_ahead_of_this_clock_recorded_is_counted_as_new() {
    freshness.note(NOW.plusMillis(46));

    assertThat(timer().count()).isEqualTo(1);
    assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isZero();
  }

  private Timer timer() {
    return meters.get("matrix.freshness").timer();
  }
}
