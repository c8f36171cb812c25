package disclosure.requests.registration.group;

import disclosure.storage.FailureKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Serves together what comes while others are being served, and answers each by itself. What comes
 * alone is served alone and at once. While a group is served, another begins as soon as as many
 * wait as are in that one, so that groups don't grow small under load: most of what a group costs,
 * it costs whatever its size. Nobody waits for company longer than 20 ms. When the work fails for
 * several, each is tried by itself, so that nobody bears another one's fault.
 *
 * @param <P> what is brought
 * @param <A> what is answered
 */
public final class GroupCommit<P, A> {

  /** Some times what a group takes: only one that waits for a lock takes longer. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private final Function<List<P>, List<A>> work;
  private final int maxGroup;
  private final int atOnce;
  private final Executor threads;
  private final long patience;
  private final Executor later;
  private final Deque<Seat<P, A>> waiting = new ArrayDeque<>();
  private int running;
  private int served;
  private boolean watched;

  /**
   * @param work answers each, in their order
   * @param maxGroup how many are served together
   * @param atOnce how many groups are served at the same time
   * @param threads where the work is done
   */
  public GroupCommit(Function<List<P>, List<A>> work, int maxGroup, int atOnce, Executor threads) {
    this(work, maxGroup, atOnce, threads, PATIENCE);
  }

  GroupCommit(
      Function<List<P>, List<A>> work,
      int maxGroup,
      int atOnce,
      Executor threads,
      Duration patience) {
    this.work = work;
    this.maxGroup = maxGroup;
    this.atOnce = atOnce;
    this.threads = threads;
    this.patience = patience.toNanos();
    this.later = CompletableFuture.delayedExecutor(this.patience, TimeUnit.NANOSECONDS, threads);
  }

  private record Seat<P, A>(P brought, CompletableFuture<A> answer, long since) {}

  /** The answer, once the work is done; or what the work failed with. */
  public CompletionStage<A> answer(P brought) {
    Seat<P, A> seat = new Seat<>(brought, new CompletableFuture<>(), System.nanoTime());
    boolean begins;
    synchronized (waiting) {
      waiting.add(seat);
      begins = begins();
    }
    if (begins) {
      begin(seat);
    }
    return seat.answer();
  }

  /** Who can't be served, since no thread is to be had, keeps nobody else from it. */
  private void begin(Seat<P, A> seat) {
    try {
      threads.execute(this::serve);
    } catch (RejectedExecutionException refused) {
      synchronized (waiting) {
        running--;
        waiting.remove(seat);
      }
      seat.answer().completeExceptionally(refused);
    }
  }

  /** More may have been left than one group takes. */
  private void beginBeside() {
    boolean begins;
    synchronized (waiting) {
      begins = begins();
    }
    if (begins) {
      try {
        threads.execute(this::serve);
      } catch (RejectedExecutionException refused) {
        synchronized (waiting) {
          running--;
        }
      }
    }
  }

  /** Whether one more group begins now; call it under the lock. */
  private boolean begins() {
    boolean oneIsAboutTo = running > 0 && served == 0;
    if (running == atOnce || waiting.isEmpty() || oneIsAboutTo) {
      return false;
    }
    if (waiting.size() >= Math.min(served, maxGroup)
        || System.nanoTime() - waiting.element().since() >= patience) {
      running++;
      return true;
    }
    watch();
    return false;
  }

  /** Has those who wait looked at once more, since nobody else may come or be done. */
  private void watch() {
    if (!watched) {
      watched = true;
      later.execute(this::look);
    }
  }

  private void look() {
    boolean begins;
    synchronized (waiting) {
      watched = false;
      begins = begins();
    }
    if (begins) {
      serve();
    }
  }

  private void serve() {
    List<Seat<P, A>> group = next(0);
    while (!group.isEmpty()) {
      beginBeside();
      serve(group);
      group = next(group.size());
    }
  }

  /**
   * Whoever came meanwhile; nobody when the thread is done.
   *
   * @param done how many of those that are served no longer are
   */
  private List<Seat<P, A>> next(int done) {
    List<Seat<P, A>> group = new ArrayList<>();
    synchronized (waiting) {
      served -= done;
      running--;
      if (begins()) {
        while (group.size() < maxGroup && !waiting.isEmpty()) {
          group.add(waiting.remove());
        }
      }
      served += group.size();
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
