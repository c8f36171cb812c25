package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopLimitTest {

  @Test
  void what_does_not_end_is_cut_off() throws InterruptedException {
    CountDownLatch halted = new CountDownLatch(1);
    StopLimit.after(Duration.ofMillis(1), halted::countDown);
    assertThat(halted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void it_keeps_no_process_alive() {
    Thread waiting = StopLimit.after(Duration.ofHours(1), () -> {});
    assertThat(waiting.isDaemon()).isTrue();
    waiting.interrupt();
  }
}
