package disclosure.report.run;

import disclosure.edge.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works on runs, one report after another. What is worked on is held, by a word to the database now
 * and then; what a killed worker held is taken up again.
 */
@ApplicationScoped
class RunWorkers {

  private static final Logger LOG = Logger.getLogger(RunWorkers.class);
  private static final int MAX_ATTEMPTS = 8;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PLANNED_AGAIN = Duration.ofSeconds(15);

  private final Runs runs;
  private final Planner planner;
  private final ItemWork work;
  private final int workers;
  private final Duration retention;
  private final ScheduledThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor renewals = new ScheduledThreadPoolExecutor(1);
  private final List<Future<?>> rounds = new CopyOnWriteArrayList<>();
  private volatile boolean closing;

  RunWorkers(
      Runs runs,
      Planner planner,
      ItemWork work,
      @ConfigProperty(name = "report.run-workers") int workers,
      @ConfigProperty(name = "report.run-retention") Duration retention) {
    this.runs = runs;
    this.planner = planner;
    this.work = work;
    this.workers = workers;
    this.retention = retention;
    this.threads = new ScheduledThreadPoolExecutor(Math.max(1, workers));
  }

  void start(@Observes StartupEvent event) {
    for (int i = 0; i < workers; i++) {
      rounds.add(
          threads.scheduleWithFixedDelay(this::round, 0, IDLE.toMillis(), TimeUnit.MILLISECONDS));
    }
    if (workers > 0) {
      rounds.add(threads.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    closing = true;
    rounds.forEach(round -> round.cancel(false));
    threads.shutdown();
    if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
    renewals.shutdownNow();
  }

  /** Works until there is nothing to do; what fails here is tried again in the next round. */
  private void round() {
    try {
      plan();
      while (!closing && next()) {
        plan();
      }
    } catch (RuntimeException | Error failure) {
      LOG.warn("Runs can't be worked on just now", failure);
    }
  }

  /** Lists the reports of a new run. One whose directory can't be asked waits for its next turn. */
  private void plan() {
    Optional<Run> taken = runs.takeUnplanned();
    if (taken.isEmpty()) {
      return;
    }
    Run run = taken.get();
    try {
      runs.plan(run, held(() -> runs.renew(run), () -> planner.reports(run)));
    } catch (Refusal refusal) {
      LOG.warnf("The reports of the run %s can't be listed just now", run.id());
      runs.giveBack(run, PLANNED_AGAIN);
    }
  }

  /** Works, and says now and then that it still does. */
  private <T> T held(Runnable renewal, Supplier<T> work) {
    long pause = Math.max(1, runs.lease().toMillis() / 3);
    Future<?> renewing =
        renewals.scheduleAtFixedRate(() -> renew(renewal), pause, pause, TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      renewing.cancel(false);
    }
  }

  /** One word that doesn't reach the database is made good by the next. */
  private static void renew(Runnable renewal) {
    try {
      renewal.run();
    } catch (RuntimeException failure) {
      LOG.debug("What is worked on can't be held just now", failure);
    }
  }

  private boolean next() {
    Optional<RunItem> taken = runs.take();
    if (taken.isEmpty()) {
      return false;
    }
    RunItem item = taken.get();
    Run run = runs.find(item.run()).orElseThrow();
    ItemResult.Done nothing = new ItemResult.Done(List.of(), List.of());
    // One that was taken so often without an end may be what ended those who took it.
    ItemResult result =
        item.attempt() > MAX_ATTEMPTS
            ? new ItemResult.Later()
            : held(() -> runs.renew(item), () -> work.result(run, item));
    if (result instanceof ItemResult.Done done) {
      runs.finish(item, done, Optional.empty());
    } else if (result instanceof ItemResult.Failed failed) {
      runs.finish(item, nothing, Optional.of(failed.problem()));
    } else if (item.attempt() >= MAX_ATTEMPTS) {
      runs.finish(item, nothing, Optional.of("多次尝试仍未取得完整数据，请稍后重新运行"));
    } else {
      runs.giveBack(item, Duration.ofSeconds(1L << item.attempt()));
    }
    return true;
  }

  private void forget() {
    try {
      runs.forget(retention);
    } catch (RuntimeException failure) {
      LOG.warn("Old runs can't be forgotten just now", failure);
    }
  }
}
