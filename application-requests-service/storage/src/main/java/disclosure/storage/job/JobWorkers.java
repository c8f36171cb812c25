package disclosure.storage.job;

import disclosure.storage.Cause;
import disclosure.storage.FailureKind;
import disclosure.storage.FailureLog;
import disclosure.storage.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The threads of one instance that work on jobs. Any number of instances may: a piece is worked on
 * by whoever has its claim, and stored by nobody else.
 */
public final class JobWorkers implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(JobWorkers.class);
  private static final Duration FORGETTING = Duration.ofHours(1);
  private static final Duration LAST_WORK = Duration.ofSeconds(3);

  private final Jobs jobs;
  private final Transactions own;
  private final JobTransactions results;
  private final List<JobKind> kinds;
  private final JobSettings settings;
  private final MeterRegistry meters;
  private final Outages outages = new Outages();
  private final HeldPieces held;
  private final PieceWork work;
  private final Map<JobKind, Faults> faults = new HashMap<>();
  private final Map<String, Orders> orders = new HashMap<>();
  private final Map<JobKind, Long> forgot = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ScheduledThreadPoolExecutor renewal =
      new ScheduledThreadPoolExecutor(1, work -> daemon(work, "job-claims"));
  private final List<Future<?>> rounds = new ArrayList<>();
  private volatile Map<String, Long> parked = Map.of();

  /**
   * Workers that are not started yet.
   *
   * @param results in which kinds of job look for work and store what comes of it
   */
  public JobWorkers(
      DataSource database,
      Jobs jobs,
      JobTransactions results,
      List<JobKind> kinds,
      JobSettings settings,
      MeterRegistry meters) {
    this.jobs = jobs;
    this.own = new Transactions(database);
    this.results = results;
    this.kinds = List.copyOf(kinds);
    this.settings = settings;
    this.meters = meters;
    this.held = new HeldPieces(own, jobs.claims(), settings.lease());
    this.work =
        new PieceWork(held, jobs.claims(), results, settings, meters, outages, this::isClosing);
    for (JobKind kind : kinds) {
      faults.put(kind, Faults.of(kind.name(), meters));
      orders.put(kind.name(), new Orders(settings.poll()));
    }
    jobs.onOrder(kind -> Optional.ofNullable(orders.get(kind)).ifPresent(Orders::come));
  }

  /** What may fail for good, however often it is tried; each is told once. */
  private record Faults(FailureLog looks, FailureLog claims, FailureLog results) {
    static Faults of(String kind, MeterRegistry meters) {
      return new Faults(
          of(kind, meters, "It can't be seen whether there is %s work"),
          of(kind, meters, "No piece of a %s job can be taken"),
          of(kind, meters, "What became of a piece of a %s job can't be stored"));
    }

    private static FailureLog of(String kind, MeterRegistry meters, String sentence) {
      return new FailureLog(LOG, meters, kind, String.format(Locale.ROOT, sentence, kind));
    }
  }

  /** Starts to work. */
  public void start() {
    for (JobKind kind : kinds) {
      Gauge.builder("jobs.parked", () -> parked.getOrDefault(kind.name(), 0L))
          .description("Pieces of background jobs that can't be done, until they are retried")
          .tag("kind", kind.name())
          .register(meters);
      int all = kind.looksWithoutWorkers() ? Math.max(1, kind.workers()) : kind.workers();
      for (int i = 0; i < all; i++) {
        Thread thread = daemon(() -> run(kind), "job-" + kind.name() + "-" + i);
        threads.add(thread);
        thread.start();
      }
    }
    long third = settings.lease().toMillis() / 3;
    rounds.add(renewal.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS));
  }

  /** Ends the work at hand, gives back what would take longer, and stops. */
  @Override
  public void close() {
    closing.countDown();
    orders.values().forEach(Orders::close);
    rounds.forEach(round -> round.cancel(false));
    renewal.shutdownNow();
    long until = System.nanoTime() + LAST_WORK.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
    held.giveBackAll();
  }

  private void run(JobKind kind) {
    Orders.Looks looks = orders.get(kind.name()).looks();
    try {
      do {
        while (!isClosing() && round(kind)) {
          outages.over();
        }
      } while (looks.await());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there was something to do. */
  private boolean round(JobKind kind) {
    FailureLog failing = faults.get(kind).claims();
    try {
      held.giveBackOwed();
      look(kind);
      Optional<Piece> piece = kind.workers() == 0 ? Optional.empty() : held.take(kind);
      outages.over();
      failing.succeeded();
      if (piece.isPresent()) {
        failing = faults.get(kind).results();
        work.work(kind, piece.get());
        failing.succeeded();
      }
      return piece.isPresent();
    } catch (RuntimeException | Error failure) {
      if (FailureKind.of(failure) != FailureKind.PERMANENT) {
        outages.met(failure);
      } else {
        failing.failed(failure);
      }
      return false;
    }
  }

  /** What can't be found out is an error of its own; what was ordered goes on. */
  private void look(JobKind kind) {
    try {
      if (kind.takesTurns() && isTimeToForget(kind)) {
        own.run(connection -> jobs.turns().forget(connection, kind.name()));
      }
      results.run(
          connection -> {
            kind.look(connection, jobs);
            return true;
          });
      faults.get(kind).looks().succeeded();
    } catch (RuntimeException failure) {
      if (FailureKind.of(failure) != FailureKind.PERMANENT) {
        throw failure;
      }
      faults.get(kind).looks().failed(failure);
    }
  }

  private boolean isTimeToForget(JobKind kind) {
    long now = System.nanoTime();
    Long last = forgot.get(kind);
    boolean due = last == null || now - last >= FORGETTING.toNanos();
    if (due) {
      forgot.put(kind, now);
    }
    return due;
  }

  private void renew() {
    try {
      held.renew();
      parked = own.run(jobs.parked()::byKind);
    } catch (RuntimeException failure) {
      LOG.debugf("Claims can't be renewed just now: %s", Cause.of(failure).text());
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
