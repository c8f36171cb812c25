package disclosure.report.run.watch;

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

class WatchedTest {

  private static final int LISTENERS = 200;

  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final Watched<Progress> watched =
      new Watched<>(
          Progress.class,
          id -> {
            counted.incrementAndGet();
            return Optional.empty();
          },
          nanos::get);

  @Test
  void however_many_watch_it_is_looked_up_once_a_second() throws Exception {
    UUID id = UUID.randomUUID();
    for (int second = 1; second <= 3; second++) {
      allAsk(id);
      assertThat(counted).hasValue(second);
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void each_is_looked_up_for_itself() {
    watched.progress(UUID.randomUUID());
    watched.progress(UUID.randomUUID());
    assertThat(counted).hasValue(2);
  }

  private void allAsk(UUID id) throws Exception {
    ExecutorService listeners = Executors.newFixedThreadPool(LISTENERS);
    try {
      CountDownLatch together = new CountDownLatch(LISTENERS);
      List<Future<Optional<Progress>>> asked = new ArrayList<>();
      for (int i = 0; i < LISTENERS; i++) {
        asked.add(
            listeners.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return watched.progress(id);
                }));
      }
      for (Future<Optional<Progress>> one : asked) {
        one.get();
      }
    } finally {
      listeners.shutdownNow();
    }
  }
}
