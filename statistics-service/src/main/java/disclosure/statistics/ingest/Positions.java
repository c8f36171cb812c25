package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO consumer_position (topic, partition, topic_id, next_offset)
            VALUES (?, ?, ?, ?) ON CONFLICT (topic, partition) DO NOTHING
            """)) {
      insert.setString(1, topic.topicName());
      insert.setInt(2, partition);
      insert.setString(3, topicId);
      insert.setLong(4, nextOffset);
      insert.executeUpdate();
    }
  }

  static void store(Connection connection, PartitionBatch batch) throws SQLException {
    IncomingEvent last = batch.events().get(batch.events().size() - 1);
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE consumer_position SET next_offset = ?, leader_epoch = ?
            WHERE topic = ? AND partition = ?
            """)) {
      update.setLong(1, batch.nextOffset());
      update.setObject(2, last.leaderEpoch().orElse(null), java.sql.Types.INTEGER);
      update.setString(3, batch.topic().topicName());
      update.setInt(4, batch.partition());
      update.executeUpdate();
    }
  }

  private static Optional<Position> select(
      Connection connection, Topic topic, int partition, String lock) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT topic_id, next_offset FROM consumer_position WHERE topic = ? AND partition = ?"
                + lock)) {
      select.setString(1, topic.topicName());
      select.setInt(2, partition);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Position(row.getString(1), row.getLong(2)))
            : Optional.empty();
      }
    }
  }
}
