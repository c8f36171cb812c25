package disclosure.requests.registration;

import disclosure.storage.FailureKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Serves together what comes while others are being served, and answers each by itself. Nobody
 * waits for company: what comes alone is served alone. When the work fails for several, each is
 * tried by itself, so that nobody bears another one's fault.
 *
 * @param <P> what is brought
 * @param <A> what is answered
 */
final class GroupCommit<P, A> {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private final Function<List<P>, List<A>> work;
  private final int maxGroup;
  private final int atOnce;
  private final Executor threads;
  private final Deque<Seat<P, A>> waiting = new ArrayDeque<>();
  private int running;

  /**
   * @param work answers each, in their order
   * @param maxGroup how many are served together
   * @param atOnce how many groups are served at the same time
   * @param threads where the work is done
   */
  GroupCommit(Function<List<P>, List<A>> work, int maxGroup, int atOnce, Executor threads) {
    this.work = work;
    this.maxGroup = maxGroup;
    this.atOnce = atOnce;
    this.threads = threads;
  }

  private record Seat<P, A>(P brought, CompletableFuture<A> answer) {}

  /** The answer, once the work is done; or what the work failed with. */
  CompletionStage<A> answer(P brought) {
    Seat<P, A> seat = new Seat<>(brought, new CompletableFuture<>());
    boolean first;
    synchronized (waiting) {
      waiting.add(seat);
      first = running < atOnce;
      if (first) {
        running++;
      }
    }
    if (first) {
      threads.execute(this::serve);
    }
    return seat.answer();
  }

  private void serve() {
    List<Seat<P, A>> group = next();
    while (!group.isEmpty()) {
      serve(group);
      group = next();
    }
  }

  /** Whoever came meanwhile; when nobody did, the thread is done. */
  private List<Seat<P, A>> next() {
    List<Seat<P, A>> group = new ArrayList<>();
    synchronized (waiting) {
      while (group.size() < maxGroup && !waiting.isEmpty()) {
        group.add(waiting.remove());
      }
      if (group.isEmpty()) {
        running--;
      }
    }
    return group;
  }

  private void serve(List<Seat<P, A>> group) {
    try {
      List<A> answers = work.apply(group.stream().map(Seat::brought).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error failure) {
      if (group.size() == 1 || FailureKind.of(failure) != FailureKind.PERMANENT) {
        group.forEach(seat -> seat.answer().completeExceptionally(failure));
      } else {
        LOG.warnf(failure, "%d posts failed together; each is tried by itself", group.size());
        group.forEach(seat -> serve(List.of(seat)));
      }
    }
  }
}
