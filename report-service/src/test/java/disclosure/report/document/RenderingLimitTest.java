package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import disclosure.edge.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderingLimitTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final RenderingLimit limit = new RenderingLimit(2);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch drawn = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final List<Future<Integer>> answers = new ArrayList<>();

  @AfterEach
  void end() {
    drawn.countDown();
    threads.shutdownNow();
  }

  @Test
  void no_more_are_drawn_at_a_time_than_there_are_places_and_all_come_to_their_turn()
      throws Exception {
    for (int i = 0; i < 10; i++) {
      ask("a");
    }
    await().until(() -> begun.get() == 2);
    assertThat(begun).hasValue(2);
    drawn.countDown();
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isPositive();
    }
    assertThat(begun).hasValue(10);
  }

  @Test
  void who_waits_too_long_is_told_to_come_again() {
    ask("a");
    ask("a");
    await().until(() -> begun.get() == 2);
    refused(() -> limit.within("b", Duration.ofMillis(20), begun::incrementAndGet));
    drawn.countDown();
    await().until(() -> answers.stream().allMatch(Future::isDone));
    assertThat(limit.within("b", LONG, () -> "drawn")).isEqualTo("drawn");
  }

  @Test
  void a_client_takes_its_share_and_leaves_the_rest_to_the_others() {
    for (int i = 0; i < RenderingLimit.MAX_OF_CLIENT; i++) {
      ask("a");
    }
    await().until(() -> limit.waiting("a") == RenderingLimit.MAX_OF_CLIENT);
    refused(() -> limit.within("a", LONG, () -> "drawn"));
    ask("b");
    await().until(() -> limit.waiting("b") == 1);
    drawn.countDown();
    await().until(() -> answers.stream().allMatch(Future::isDone));
    assertThat(limit.waiting("a")).isZero();
  }

  @Test
  void a_drawing_that_fails_leaves_its_place() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  limit.within(
                      "a",
                      LONG,
                      () -> {
                        throw new IllegalStateException("no such font");
                      }))
          .hasMessage("no such font");
    }
    assertThat(limit.waiting("a")).isZero();
  }

  private void ask(String client) {
    answers.add(
        threads.submit(
            () ->
                limit.within(
                    client,
                    LONG,
                    () -> {
                      int number = begun.incrementAndGet();
                      awaitDrawn();
                      return number;
                    })));
  }

  private void awaitDrawn() {
    try {
      drawn.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refused(ThrowingCallable drawing) {
    assertThatThrownBy(drawing)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
  }
}
