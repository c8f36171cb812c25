package disclosure.report.run;

import disclosure.edge.Refusal;
import disclosure.report.run.plan.PlannedReport;
import disclosure.report.run.plan.Planner;
import disclosure.report.statistics.OutagePause;
import disclosure.report.statistics.UpstreamHealth;
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
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Works on runs: lists the reports of each, then takes one report after another. */
@ApplicationScoped
class RunJob implements JobKind {

  private static final Logger LOG = Logger.getLogger(RunJob.class);
  private static final int MAX_ATTEMPTS = 8;
  private static final long RETENTION_INTERVAL = Duration.ofHours(1).toNanos();
  private static final String AWAY = "统计服务或者登记服务暂时无法访问，恢复后自动继续";

  private final Runs runs;
  private final RunItems items;
  private final Planner planner;
  private final ItemWork work;
  private final UpstreamHealth upstream;
  private final RunSettings settings;
  private final OutagePause pause;
  private final long startedAt = System.nanoTime();
  private long rounds;

  RunJob(
      Runs runs,
      RunItems items,
      Planner planner,
      ItemWork work,
      UpstreamHealth upstream,
      RunSettings settings) {
    this.runs = runs;
    this.items = items;
    this.planner = planner;
    this.work = work;
    this.upstream = upstream;
    this.settings = settings;
    this.pause = new OutagePause(settings.outagePause());
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
  public boolean looksWithoutWorkers() {
    // What is old is forgotten also where nobody works on runs.
    return true;
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  @Override
  public JobSettings settings(JobSettings usual) {
    return new JobSettings(
        usual.poll(), usual.lease(), settings.backOff(), usual.afterOutage(), MAX_ATTEMPTS);
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
    Optional<Run> run = runs.find(piece.jobId()).filter(found -> isOpen(found, piece));
    if (run.isEmpty()) {
      return nothing();
    }
    return piece.isWalk() ? planned(run.get()) : done(run.get(), piece);
  }

  private boolean isOpen(Run run, Piece piece) {
    return run.finishedAt().isEmpty()
        || !piece.isWalk() && runs.reopen(run.id(), Integer.parseInt(piece.key()));
  }

  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    runs.giveUp(connection, job);
  }

  @Override
  public void cancelled(Connection connection, UUID job) throws SQLException {
    runs.cancelled(connection, job);
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
    List<PlannedReport> reports =
        answered(run, () -> planner.reports(run.organ(), run.year(), runs.readable(run)));
    return (connection, rows) -> {
      runs.plan(connection, run, reports);
      return Progress.finished(0);
    };
  }

  private Result done(Run run, Piece piece) {
    Optional<RunItem> pending = items.pending(run, Integer.parseInt(piece.key()));
    if (pending.isEmpty()) {
      return nothing();
    }
    ItemResult result = result(run, pending.get(), piece.attempts() + 1 < MAX_ATTEMPTS);
    return (connection, rows) -> {
      items.store(connection, pending.get(), result);
      runs.tell(connection, run.id(), "");
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
      return answered(run, () -> work.result(run, item));
    } catch (Postponed later) {
      throw later;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      if (again || FailureKind.of(failure) != FailureKind.PERMANENT) {
        throw failure;
      }
      LOG.errorf(failure, "The report %s of a run can't be done", item.report());
      return ItemResult.GIVEN_UP;
    }
  }

  /**
   * What comes of a question to the statistics and the register.
   *
   * @throws Postponed when one of them is away, however long: no report fails for that
   */
  private <T> T answered(Run run, Supplier<T> question) {
    Duration left = pause.left();
    if (left.isZero()) {
      try {
        T answer = question.get();
        pause.over();
        return answer;
      } catch (Refusal refusal) {
        if (!upstream.isOutage(refusal)) {
          throw refusal;
        }
        left = pause.begin();
      }
    }
    runs.tell(run.id(), AWAY);
    throw new Postponed(left);
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
