package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where each partition's counting stands, stored with the counts. */
public final class Positions {

  /**
   * A stored position.
   *
   * @param topicId Kafka's id of the topic that was read
   * @param nextOffset the first offset that is not counted yet
   */
  public record Position(String topicId, long nextOffset) {}

  private Positions() {}

  /** Where a partition is counted up to; empty when it was never counted. */
  public static Optional<Position> find(Connection connection, Topic topic, int partition)
      throws SQLException {
    return select(connection, topic, partition, "");
  }

  /**
   * Locks the partition's row until the transaction ends. A missing row is not created here: a
   * batch can't know whether records lie before it.
   */
  static Optional<Position> lock(Connection connection, Topic topic, int partition)
      throws SQLException {
    return select(connection, topic, partition, " FOR UPDATE");
  }

  /** Creates the row of a partition that was never counted. */
  public static void create(
      Connection connection, Topic topic, int partition, String topicId, long nextOffset)
      throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO consumer_position (topic, partition, topic_id, next_offset)
            VALUES (:topic, :partition, :topicId, :nextOffset)
            ON CONFLICT (topic, partition) DO NOTHING
            """)
        .with("topic", topic.topicName())
        .with("partition", partition)
        .with("topicId", topicId)
        .with("nextOffset", nextOffset)
        .update();
  }

  static void store(Connection connection, PartitionBatch batch) throws SQLException {
    IncomingEvent last = batch.events().get(batch.events().size() - 1);
    Sql.of(
            connection,
            """
            UPDATE consumer_position SET next_offset = :nextOffset, leader_epoch = :leaderEpoch
            WHERE topic = :topic AND partition = :partition
            """)
        .with("nextOffset", batch.nextOffset())
        .with("leaderEpoch", last.leaderEpoch())
        .with("topic", batch.topic().topicName())
        .with("partition", batch.partition())
        .update();
  }

  private static Optional<Position> select(
      Connection connection, Topic topic, int partition, String lock) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT topic_id, next_offset FROM consumer_position
            WHERE topic = :topic AND partition = :partition\
            """
                + lock)
        .with("topic", topic.topicName())
        .with("partition", partition)
        .first(Position.class);
  }
}
