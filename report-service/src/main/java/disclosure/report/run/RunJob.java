package disclosure.report.run;

import disclosure.edge.Refusal;
import disclosure.storage.FailureKind;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.JobSettings;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works on runs: lists the reports of each, then takes one report after another. */
@ApplicationScoped
class RunJob implements JobKind {

  private static final Logger LOG = Logger.getLogger(RunJob.class);
  private static final int MAX_ATTEMPTS = 8;
  private static final Duration BACK_OFF = Duration.ofSeconds(2);
  private static final Duration PLANNING_RETRY = Duration.ofSeconds(15);
  private static final long RETENTION_INTERVAL = Duration.ofHours(1).toNanos();
  private static final String GIVEN_UP = "多次尝试仍未取得完整数据，请稍后重新运行";

  private final Runs runs;
  private final RunItems items;
  private final Planner planner;
  private final ItemWork work;
  private final RunSettings settings;
  private final long startedAt = System.nanoTime();
  private long rounds;

  RunJob(Runs runs, RunItems items, Planner planner, ItemWork work, RunSettings settings) {
    this.runs = runs;
    this.items = items;
    this.planner = planner;
    this.work = work;
    this.settings = settings;
  }

  @Override
  public String name() {
    return Runs.JOB;
  }

  @Override
  public int workers() {
    return settings.workers();
  }

  @Override
  public JobSettings settings(JobSettings usual) {
    return new JobSettings(usual.poll(), usual.lease(), BACK_OFF, MAX_ATTEMPTS);
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    runs.takeOver(connection);
    if (isTimeToForget()) {
      runs.forget(connection, settings.retention());
    }
  }

  @Override
  public Result work(Piece piece) {
    Optional<Run> run = runs.find(piece.jobId()).filter(found -> found.finishedAt().isEmpty());
    if (run.isEmpty()) {
      return nothing();
    }
    return piece.isWalk() ? planned(run.get()) : done(run.get(), piece);
  }

  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    runs.finish(connection, job, GIVEN_UP);
  }

  /**
   * Lists the reports; when the directory can't be asked, later. A release without jobs may have
   * done so already.
   */
  private Result planned(Run run) {
    if (run.plannedAt().isPresent()) {
      return (connection, rows) -> {
        runs.orderPending(connection, run);
        return Progress.finished(0);
      };
    }
    try {
      List<PlannedReport> reports = planner.reports(run);
      return (connection, rows) -> {
        runs.plan(connection, run, reports);
        return Progress.finished(0);
      };
    } catch (Refusal refusal) {
      LOG.warnf("The reports of the run %s can't be listed just now", run.id());
      throw new Postponed(PLANNING_RETRY);
    }
  }

  private Result done(Run run, Piece piece) {
    Optional<RunItem> pending = items.pending(run, Integer.parseInt(piece.key()));
    if (pending.isEmpty()) {
      return nothing();
    }
    ItemResult result = result(run, pending.get(), piece.attempts() + 1 < MAX_ATTEMPTS);
    return (connection, rows) -> {
      items.store(connection, pending.get(), result);
      return Progress.finished(1);
    };
  }

  /**
   * What comes of a report.
   *
   * @param again whether it is tried again when it can't be done just now
   */
  private ItemResult result(Run run, RunItem item, boolean again) {
    try {
      return work.result(run, item);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      if (again || FailureKind.of(failure) != FailureKind.PERMANENT) {
        throw failure;
      }
      LOG.errorf(failure, "The report %s of a run can't be done", item.report());
      return ItemResult.failed(GIVEN_UP);
    }
  }

  /** Somebody else was quicker: an instance of a release without jobs, or whoever cancelled it. */
  private static Result nothing() {
    return (connection, rows) -> Progress.finished(0);
  }

  private synchronized boolean isTimeToForget() {
    boolean due = System.nanoTime() - startedAt >= rounds * RETENTION_INTERVAL;
    if (due) {
      rounds++;
    }
    return due;
  }
}
