package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Counts into the tables of another schema, in the same way as into those that are asked. */
public final class ShadowCounting {

  private final DataSource database;
  private final String schema;
  private final BatchTransaction transaction;

  /** The schema has the same tables. */
  public ShadowCounting(DataSource database, String schema) {
    this.database = database;
    this.schema = schema;
    this.transaction = new BatchTransaction(database, Optional.of(schema));
  }

  /** Says from where a partition is counted. */
  public void begin(TopicPartition partition, String topicId, long offset) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ShadowTransaction.begin(connection, schema);
        Positions.create(
            connection, Topic.named(partition.topic()), partition.partition(), topicId, offset);
        connection.commit();
      } catch (SQLException | RuntimeException | Error failure) {
        connection.rollback();
        throw failure;
      }
    }
  }

  /**
   * Counts records of a partition.
   *
   * @param readFrom the end of the records before
   * @param records at least one
   * @return the end of these
   */
  public long apply(
      TopicPartition partition,
      String topicId,
      long readFrom,
      List<ConsumerRecord<byte[], byte[]>> records)
      throws SQLException {
    PartitionBatch batch =
        new PartitionBatch(
            Topic.named(partition.topic()),
            topicId,
            partition.partition(),
            readFrom,
            records.stream().map(IncomingEvent::of).toList());
    transaction.apply(batch);
    return batch.nextOffset();
  }
}
