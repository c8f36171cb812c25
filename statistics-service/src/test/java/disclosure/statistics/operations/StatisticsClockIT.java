package disclosure.statistics.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import disclosure.statistics.ingest.CountingDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StatisticsClockIT {

  private static final Clock RIGHT = Clock.system(ZoneId.of("Asia/Shanghai"));

  @Test
  void two_instances_whose_own_clocks_differ_by_an_hour_agree_by_the_databases() throws Exception {
    DataSource database = CountingDatabase.empty().asService();
    StatisticsClock slow =
        new StatisticsClock(
            database, Clock.offset(RIGHT, Duration.ofMinutes(-30)), new SimpleMeterRegistry());
    StatisticsClock fast =
        new StatisticsClock(
            database, Clock.offset(RIGHT, Duration.ofMinutes(30)), new SimpleMeterRegistry());

    slow.look();
    fast.look();

    assertThat(slow.clock().instant())
        .isCloseTo(fast.clock().instant(), within(10, ChronoUnit.SECONDS))
        .isCloseTo(RIGHT.instant(), within(10, ChronoUnit.SECONDS));
  }
}
