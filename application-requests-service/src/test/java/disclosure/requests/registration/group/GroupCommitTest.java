package disclosure.requests.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void who_comes_alone_is_served_alone_and_at_once() {
    gate.countDown();
    GroupCommit<Integer, String> groupCommit = new GroupCommit<>(this::served, 10, 1, threads);
    assertThat(answer(groupCommit, 1).join()).isEqualTo("answer 1");
    assertThat(answer(groupCommit, 2).join()).isEqualTo("answer 2");
    assertThat(groups).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void those_who_come_meanwhile_are_served_together_and_each_gets_its_own_answer() {
    GroupCommit<Integer, String> groupCommit = new GroupCommit<>(this::served, 10, 1, threads);
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 26).mapToObj(i -> answer(groupCommit, i)).toList();
    gate.countDown();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join()).isEqualTo("answer " + i);
    }
    assertThat(groups).allMatch(group -> group.size() <= 10).hasSizeLessThanOrEqualTo(4);
    assertThat(groups.stream().flatMap(List::stream))
        .containsExactlyElementsOf(IntStream.range(0, 26).boxed().toList());
  }

  @Test
  void one_that_fails_spoils_no_other() {
    GroupCommit<Integer, String> groupCommit = new GroupCommit<>(this::served, 10, 1, threads);
    CompletableFuture<String> before = answer(groupCommit, 0);
    List<CompletableFuture<String>> answers =
        IntStream.rangeClosed(-1, 5).mapToObj(i -> answer(groupCommit, i)).toList();
    gate.countDown();
    assertThat(before.join()).isEqualTo("answer 0");
    assertThatThrownBy(answers.get(0)::join).hasRootCauseMessage("no -1");
    for (int i = 1; i < answers.size(); i++) {
      assertThat(answers.get(i).join()).isEqualTo("answer " + (i - 1));
    }
  }

  @Test
  void an_outage_is_told_to_all_without_asking_again_for_each() {
    AtomicInteger tries = new AtomicInteger();
    GroupCommit<Integer, String> groupCommit =
        new GroupCommit<>(
            group -> {
              pass();
              tries.incrementAndGet();
              throw new IllegalStateException(new SQLException("gone", "08006"));
            },
            10,
            1,
            threads);
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 8).mapToObj(i -> answer(groupCommit, i)).toList();
    gate.countDown();
    answers.forEach(answer -> assertThatThrownBy(answer::join).hasRootCauseMessage("gone"));
    assertThat(tries.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_group_that_waits_keeps_back_nobody_while_another_may_run() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    GroupCommit<Integer, String> groupCommit =
        new GroupCommit<>(
            group -> {
              if (group.contains(-2)) {
                entered.countDown();
                pass();
              }
              return group.stream().map(i -> "answer " + i).toList();
            },
            10,
            2,
            threads);
    CompletableFuture<String> waiting = answer(groupCommit, -2);
    assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(answer(groupCommit, 1).orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("answer 1");
    assertThat(waiting).isNotDone();
    gate.countDown();
    assertThat(waiting.join()).isEqualTo("answer -2");
  }

  @Test
  void while_a_group_is_served_another_begins_when_as_many_wait() {
    GroupCommit<Integer, String> groupCommit = held(Duration.ofHours(1));
    List<CompletableFuture<String>> answers = tenAreServed(groupCommit);
    for (int i = 20; i < 29; i++) {
      answers.add(answer(groupCommit, i));
      assertThat(begun).hasValue(2);
    }
    answers.add(answer(groupCommit, 29));
    assertThat(begun).hasValue(3);
    gate.countDown();
    answers.forEach(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join());
    assertThat(groups.get(3)).containsExactlyElementsOf(IntStream.range(20, 30).boxed().toList());
  }

  @Test
  void nobody_waits_long_for_company() {
    GroupCommit<Integer, String> groupCommit = held(Duration.ofMillis(1));
    List<CompletableFuture<String>> answers = tenAreServed(groupCommit);
    answers.add(answer(groupCommit, 20));
    await().until(() -> groups.size() == 4);
    gate.countDown();
    answers.forEach(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join());
  }

  @Test
  void who_is_left_by_a_full_group_is_served_beside_it() {
    CountDownLatch all = new CountDownLatch(1);
    GroupCommit<Integer, String> groupCommit =
        new GroupCommit<>(
            this::served,
            10,
            2,
            work ->
                threads.execute(
                    () -> {
                      pass(all);
                      work.run();
                    }),
            Duration.ofHours(1));
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 20).mapToObj(i -> answer(groupCommit, i)).toList();
    all.countDown();
    await().until(() -> entered.get() == 2);
    gate.countDown();
    answers.forEach(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join());
  }

  @Test
  void who_finds_no_thread_keeps_back_nobody() {
    AtomicInteger tries = new AtomicInteger();
    GroupCommit<Integer, String> groupCommit =
        new GroupCommit<>(
            this::served,
            10,
            1,
            work -> {
              if (tries.getAndIncrement() == 0) {
                throw new RejectedExecutionException("none is free");
              }
              threads.execute(work);
            });
    gate.countDown();
    assertThatThrownBy(answer(groupCommit, 1)::join).hasRootCauseMessage("none is free");
    assertThat(answer(groupCommit, 2).orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("answer 2");
  }

  private final AtomicInteger entered = new AtomicInteger();
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch second = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private GroupCommit<Integer, String> held(Duration patience) {
    return new GroupCommit<>(
        group -> {
          groups.add(group);
          pass(group.contains(0) ? first : group.contains(1) ? second : gate);
          return group.stream().map(i -> "answer " + i).toList();
        },
        100,
        2,
        work -> {
          begun.incrementAndGet();
          threads.execute(
              () -> {
                work.run();
                ended.incrementAndGet();
              });
        },
        patience);
  }

  /** Ten together, and none beside them. */
  private List<CompletableFuture<String>> tenAreServed(GroupCommit<Integer, String> groupCommit) {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    answers.add(answer(groupCommit, 0));
    await().until(() -> groups.size() == 1);
    answers.add(answer(groupCommit, 1));
    await().until(() -> groups.size() == 2);
    IntStream.range(10, 20).forEach(i -> answers.add(answer(groupCommit, i)));
    second.countDown();
    await().until(() -> groups.size() == 3);
    first.countDown();
    await().until(() -> ended.get() == 1);
    assertThat(groups.get(2)).hasSize(10);
    assertThat(begun).hasValue(2);
    return answers;
  }

  private List<String> served(List<Integer> group) {
    entered.incrementAndGet();
    pass();
    if (group.contains(-1)) {
      throw new IllegalArgumentException("no -1");
    }
    groups.add(group);
    return group.stream().map(i -> "answer " + i).toList();
  }

  private void pass() {
    pass(gate);
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static CompletableFuture<String> answer(GroupCommit<Integer, String> groupCommit, int i) {
    return groupCommit.answer(i).toCompletableFuture();
  }
}
