package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotasTest {

  private long now;

  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return now;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };

  @Test
  void a_client_may_ask_as_often_as_its_burst_and_then_as_its_rate() {
    Quotas quotas = new Quotas(10, 20, time);
    for (int i = 0; i < 20; i++) {
      assertThat(quotas.take("one")).isEmpty();
    }
    assertThat(quotas.take("one")).contains(Duration.ofMillis(100));
    now += Duration.ofMillis(100).toNanos();
    assertThat(quotas.take("one")).isEmpty();
    assertThat(quotas.take("one")).isPresent();
    now += Duration.ofHours(1).toNanos();
    for (int i = 0; i < 20; i++) {
      assertThat(quotas.take("one")).isEmpty();
    }
    assertThat(quotas.take("one")).isPresent();
  }

  @Test
  void one_client_does_not_use_up_another_ones_quota() {
    Quotas quotas = new Quotas(1, 1, time);
    assertThat(quotas.take("one")).isEmpty();
    assertThat(quotas.take("one")).isPresent();
    assertThat(quotas.take("other")).isEmpty();
  }

  @Test
  void without_a_rate_there_is_no_limit() {
    Quotas quotas = new Quotas(0, 1, time);
    for (int i = 0; i < 100; i++) {
      assertThat(quotas.take("one")).isEmpty();
    }
  }

  @Test
  void many_clients_that_rest_are_forgotten() {
    Quotas quotas = new Quotas(1, 1, time);
    for (int i = 0; i < 30_000; i++) {
      now += Duration.ofSeconds(2).toNanos();
      assertThat(quotas.take("client " + i)).isEmpty();
    }
    assertThat(quotas.size()).isLessThanOrEqualTo(10_001);
  }
}
