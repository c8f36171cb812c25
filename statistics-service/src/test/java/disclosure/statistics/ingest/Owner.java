package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * One reader of a partition as Kafka's rebalancing can leave it: beside another owner of the same
 * partition, behind it after a rewind, or ahead of what is counted.
 */
final class Owner implements Callable<Owner.Situations> {

  /** What this owner met, so that a run in which nothing happened isn't taken for a proof. */
  record Situations(int redelivered, int gaps, int batches) {
    Situations plus(Situations other) {
      return new Situations(
          redelivered + other.redelivered, gaps + other.gaps, batches + other.batches);
    }
  }

  static final String TOPIC_ID = "topic-1";
  private static final int MAX_BATCH = 60;

  private final DataSource database;
  private final BatchTransaction transaction;
  private final int partition;
  private final List<IncomingEvent> log;
  private final Random random;

  Owner(DataSource database, int partition, List<IncomingEvent> log, long seed) {
    this.database = database;
    this.transaction = new BatchTransaction(database);
    this.partition = partition;
    this.log = log;
    this.random = new Random(seed);
  }

  @Override
  public Situations call() throws SQLException {
    int next = 0;
    int redelivered = 0;
    int gaps = 0;
    int batches = 0;
    while (next < log.size()) {
      if (batches + gaps > log.size() * 10) {
        throw new IllegalStateException("owners hold each other back for ever");
      }
      int from = next;
      int fate = random.nextInt(10);
      if (fate < 2) {
        from = Math.max(0, next - random.nextInt(MAX_BATCH * 2));
        redelivered += next - from;
      } else if (fate == 2) {
        from = Math.min(log.size() - 1, next + random.nextInt(MAX_BATCH * 2));
      }
      int to = Math.min(log.size(), from + 1 + random.nextInt(MAX_BATCH));
      try {
        PartitionBatch batch =
            new PartitionBatch(
                Topic.APPLICATIONS,
                TOPIC_ID,
                partition,
                log.get(from).offset(),
                log.subList(from, to));
        apply(batch);
        next = to;
        batches++;
        if (fate == 3) {
          merge();
        }
      } catch (PositionGap gap) {
        gaps++;
        next = indexOf(gap.storedOffset());
      }
    }
    return new Situations(redelivered, gaps, batches);
  }

  /** Two owners that wait for each other in a circle: the database ends one, which repeats. */
  private void apply(PartitionBatch batch) throws SQLException {
    while (true) {
      try {
        transaction.apply(batch);
        return;
      } catch (SQLException refused) {
        if (!"40P01".equals(refused.getSQLState())) {
          throw refused;
        }
      }
    }
  }

  /** Puts the counts of an organ together while all count. */
  private void merge() throws SQLException {
    try (Connection connection = database.getConnection()) {
      DailyCounts.merge(
          connection,
          RandomHistories.ORGANS.get(random.nextInt(RandomHistories.ORGANS.size())).value());
    }
  }

  private int indexOf(long offset) {
    int index = 0;
    while (index < log.size() && log.get(index).offset() < offset) {
      index++;
    }
    return index;
  }
}
