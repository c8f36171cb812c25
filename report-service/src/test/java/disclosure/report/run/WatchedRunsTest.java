package disclosure.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchedRunsTest {

  private static final int LISTENERS = 200;

  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final WatchedRuns watched =
      new WatchedRuns(
          run -> {
            counted.incrementAndGet();
            return Optional.empty();
          },
          nanos::get);

  @Test
  void however_many_watch_a_run_its_reports_are_counted_once_a_second() throws Exception {
    UUID run = UUID.randomUUID();
    for (int second = 1; second <= 3; second++) {
      allAsk(run);
      assertThat(counted).hasValue(second);
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void each_run_is_counted_for_itself() {
    watched.progress(UUID.randomUUID());
    watched.progress(UUID.randomUUID());
    assertThat(counted).hasValue(2);
  }

  private void allAsk(UUID run) throws Exception {
    ExecutorService listeners = Executors.newFixedThreadPool(LISTENERS);
    try {
      CountDownLatch together = new CountDownLatch(LISTENERS);
      List<Future<Optional<RunProgress>>> asked = new ArrayList<>();
      for (int i = 0; i < LISTENERS; i++) {
        asked.add(
            listeners.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return watched.progress(run);
                }));
      }
      for (Future<Optional<RunProgress>> one : asked) {
        one.get();
      }
    } finally {
      listeners.shutdownNow();
    }
  }
}
