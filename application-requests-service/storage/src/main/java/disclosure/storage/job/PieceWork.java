package disclosure.storage.job;

import disclosure.storage.Cause;
import disclosure.storage.FailureKind;
import disclosure.storage.Timeouts;
import disclosure.storage.job.JobKind.Result;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** What becomes of a piece that was taken: it is stored, fails, or is given back. */
final class PieceWork {

  private static final Logger LOG = Logger.getLogger(PieceWork.class);

  private final HeldPieces held;
  private final Claims claims;
  private final JobTransactions results;
  private final JobSettings settings;
  private final MeterRegistry meters;
  private final Outages outages;
  private final BooleanSupplier closing;
  private final Timeouts<Long> timeouts = new Timeouts<>();

  PieceWork(
      HeldPieces held,
      Claims claims,
      JobTransactions results,
      JobSettings settings,
      MeterRegistry meters,
      Outages outages,
      BooleanSupplier closing) {
    this.held = held;
    this.claims = claims;
    this.results = results;
    this.settings = settings;
    this.meters = meters;
    this.outages = outages;
    this.closing = closing;
  }

  /** Works on it until it is done, or fails, or the instance ends. */
  void work(JobKind kind, Piece piece) {
    held.hold(piece);
    try {
      if (piece.attempts() >= kind.settings(settings).maxAttempts()) {
        // It was taken so often without an end that it may be what ended those who took it.
        fail(kind, piece, new Cause("no worker came to an end with it"));
        return;
      }
      boolean more = true;
      while (more && !closing.getAsBoolean()) {
        more = store(kind, piece, kind.work(piece));
      }
      if (more) {
        held.giveBack(piece, Duration.ZERO);
      }
    } catch (ClaimLost lost) {
      LOG.debugf("A piece of a %s job was taken over or called off", kind.name());
    } catch (Postponed later) {
      held.giveBack(piece, later.pause());
    } catch (InterruptedException stopped) {
      held.giveBack(piece, Duration.ZERO);
      Thread.currentThread().interrupt();
    } catch (Exception | Error failure) {
      // A thread that ended would leave its kind of job without a worker.
      failed(kind, piece, failure);
    } finally {
      held.letGo(piece);
    }
  }

  private void failed(JobKind kind, Piece piece, Throwable failure) {
    if (isOutage(piece, failure)) {
      outages.met(failure);
      if (held.giveBack(piece, settings.afterOutage())) {
        timeouts.putOff(piece.id(), failure);
      }
    } else if (closing.getAsBoolean()) {
      held.giveBack(piece, Duration.ZERO);
    } else {
      LOG.debugf(failure, "An attempt of a %s job failed", kind.name());
      fail(kind, piece, Cause.of(failure));
    }
  }

  private boolean isOutage(Piece piece, Throwable failure) {
    return FailureKind.of(failure) != FailureKind.PERMANENT
        && !timeouts.isToBlame(piece.id(), failure);
  }

  /** Whether the piece has another part. */
  private boolean store(JobKind kind, Piece piece, Result result) {
    Rows quick = Rows.quick();
    try {
      return store(kind, piece, result, quick);
    } catch (ClaimLost lost) {
      throw lost;
    } catch (RuntimeException | StackOverflowError failure) {
      if (isOutage(piece, failure) || !quick.canBeCareful(piece)) {
        throw failure;
      }
      return storeWithCare(kind, piece, result);
    }
  }

  /** A row that ends the session takes all others with it; once it is known, they go on. */
  private boolean storeWithCare(JobKind kind, Piece piece, Result result) {
    Rows careful = Rows.careful(thrown -> isOutage(piece, thrown));
    while (true) {
      int ending = careful.ending();
      try {
        return store(kind, piece, result, careful);
      } catch (RuntimeException failure) {
        if (careful.ending() == ending) {
          throw failure;
        }
      }
    }
  }

  private boolean store(JobKind kind, Piece piece, Result result, Rows rows) {
    boolean more =
        results.run(
            connection -> {
              rows.begin();
              claims.hold(connection, piece);
              Progress progress = result.store(connection, rows);
              if (claims.advance(
                  connection, piece, progress, rows.failed(), kind.settings(settings))) {
                kind.finished(connection, piece.jobId());
              }
              return progress.more();
            });
    timeouts.forget(piece.id());
    rows.failed()
        .forEach(
            (key, cause) -> count(kind, key, cause, kind.settings(settings).maxAttempts() == 1));
    return more;
  }

  private void fail(JobKind kind, Piece piece, Cause cause) {
    try {
      boolean parked =
          results.run(
              connection -> {
                boolean given = claims.fail(connection, piece, cause, kind.settings(settings));
                if (given && claims.finish(connection, piece.jobId())) {
                  kind.finished(connection, piece.jobId());
                }
                return given;
              });
      if (parked) {
        timeouts.forget(piece.id());
      }
      count(kind, piece.key(), cause, parked);
    } catch (ClaimLost lost) {
      LOG.debugf("A piece of a %s job was taken over or called off", kind.name());
    }
  }

  private void count(JobKind kind, String key, Cause cause, boolean parked) {
    meters.counter("jobs.failures", "kind", kind.name()).increment();
    if (parked) {
      LOG.errorf(
          "A piece of a %s job is parked until it is retried (%s): %s",
          kind.name(), key.isEmpty() ? "the whole" : key, cause.text());
    }
  }
}
