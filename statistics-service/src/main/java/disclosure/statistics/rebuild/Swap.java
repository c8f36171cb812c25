package disclosure.statistics.rebuild;

import disclosure.statistics.channel.KafkaOutage;
import disclosure.storage.FailureLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts a shadow in the place of the counts. Nobody counts while the positions of both are made the
 * same, so that is given up when it takes too long, since Kafka or somebody who holds a table
 * doesn't let it be done, and tried again after a while in which counting goes on.
 */
final class Swap {

  private static final int MAX_ATTEMPTS = 60;
  private static final long MIN_PAUSE_MILLIS = 500;
  private static final long MAX_PAUSE_MILLIS = 10_000;

  private final Duration timeout;
  private final UUID id;
  private final Rebuilds rebuilds;
  private final Connection owner;
  private final ShadowSchema shadow;
  private final TopicReader reader;
  private Map<TopicPartition, Long> ends = Map.of();

  /**
   * Nothing is done yet.
   *
   * @param timeout how long nobody may count
   */
  Swap(
      Duration timeout,
      UUID id,
      Rebuilds rebuilds,
      Connection owner,
      ShadowSchema shadow,
      TopicReader reader) {
    this.timeout = timeout;
    this.id = id;
    this.rebuilds = rebuilds;
    this.owner = owner;
    this.shadow = shadow;
    this.reader = reader;
  }

  /**
   * Counts until nothing is left that was counted already when this looked last, however long Kafka
   * is away: nobody waits for it.
   */
  void catchUp() throws SQLException {
    ends = ends();
    Map<TopicPartition, Long> bounds = LivePositions.bounds(owner, reader, ends, false);
    while (!reader.isAt(bounds)) {
      reader.advance(bounds);
      rebuilds.read(id, reader.records(), inAll(bounds));
    }
  }

  private Map<TopicPartition, Long> ends() throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return reader.ends();
      } catch (RuntimeException failure) {
        if (!KafkaOutage.isOne(failure)) {
          throw failure;
        }
        rebuilds.await(id, failure);
      }
      pause(attempt);
    }
  }

  private long inAll(Map<TopicPartition, Long> bounds) {
    return bounds.entrySet().stream()
        .mapToLong(bound -> bound.getValue() - reader.beginnings().get(bound.getKey()))
        .sum();
  }

  /**
   * Does it, after as many attempts as it takes.
   *
   * @return how many daily cells had been other ones; empty when telling would have taken too long
   */
  Optional<Long> run() throws SQLException {
    for (int attempt = 1; ; attempt++) {
      catchUp();
      rebuilds.enter(id, RebuildProgress.State.SWAPPING);
      owner.setAutoCommit(false);
      try {
        Optional<Long> differing = inTransaction();
        owner.commit();
        owner.setAutoCommit(true);
        return differing;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(failure);
        if (!passes(failure) || attempt == MAX_ATTEMPTS) {
          throw failure;
        }
        rebuilds.await(id, failure);
      }
      pause(attempt);
    }
  }

  private Optional<Long> inTransaction() throws SQLException {
    long end = System.nanoTime() + timeout.toNanos();
    Map<TopicPartition, Long> bounds = LivePositions.bounds(owner, reader, ends, true);
    while (!reader.isAt(bounds)) {
      if (System.nanoTime() > end) {
        throw new KafkaOutage("what was counted meanwhile isn't to be had within " + timeout, null);
      }
      reader.advance(bounds);
    }
    Optional<Long> differing = shadow.differingCells(Duration.ofNanos(end - System.nanoTime()));
    LivePositions.store(owner, reader);
    shadow.swap();
    Rebuilds.finish(owner, id, reader.records(), differing);
    return differing;
  }

  /** Whether the same may well succeed later, on a connection that is still there. */
  private boolean passes(Throwable failure) throws SQLException {
    return !owner.isClosed() && (KafkaOutage.isOne(failure) || FailureLog.isOutage(failure));
  }

  private void rollBack(Throwable failure) {
    try {
      owner.rollback();
      owner.setAutoCommit(true);
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }

  /** Lets others go first, longer and longer. */
  private static void pause(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(
          Math.min(MAX_PAUSE_MILLIS, MIN_PAUSE_MILLIS << Math.min(attempt - 1, 10)));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", stopping);
    }
  }
}
