package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

  private List<String> served(List<Integer> group) {
    pass();
    if (group.contains(-1)) {
      throw new IllegalArgumentException("no -1");
    }
    groups.add(group);
    return group.stream().map(i -> "answer " + i).toList();
  }

  private void pass() {
    try {
      assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static CompletableFuture<String> answer(GroupCommit<Integer, String> groupCommit, int i) {
    return groupCommit.answer(i).toCompletableFuture();
  }
}
