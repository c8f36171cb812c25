package disclosure.statistics.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the counts that are asked have come. */
final class LivePositions {

  private record Position(String topicId, long nextOffset) {}

  private LivePositions() {}

  /**
   * Up to where the shadow is to be counted: as far as the counts; to the end of partitions that
   * they can't go on with.
   *
   * @param lock whether to keep everybody from counting until the transaction ends
   */
  static Map<TopicPartition, Long> bounds(Connection connection, TopicReader reader, boolean lock)
      throws SQLException {
    Map<TopicPartition, Position> held = read(connection, lock);
    Map<TopicPartition, Long> ends = reader.ends();
    Map<TopicPartition, Long> bounds = new HashMap<>();
    for (TopicPartition partition : reader.partitions()) {
      Position position = held.get(partition);
      boolean goesOn =
          position != null
              && position.topicId().equals(reader.topicId(partition))
              && position.nextOffset() >= reader.beginnings().get(partition)
              && position.nextOffset() <= ends.get(partition);
      bounds.put(partition, goesOn ? position.nextOffset() : ends.get(partition));
    }
    return bounds;
  }

  /** Lets everybody go on where the shadow is. */
  static void store(Connection connection, TopicReader reader) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO statistics.consumer_position AS held
              (topic, partition, topic_id, next_offset)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (topic, partition) DO UPDATE
            SET topic_id = EXCLUDED.topic_id, next_offset = EXCLUDED.next_offset
            """)) {
      for (Map.Entry<TopicPartition, Long> reached : reader.reached().entrySet()) {
        upsert.setString(1, reached.getKey().topic());
        upsert.setInt(2, reached.getKey().partition());
        upsert.setString(3, reader.topicId(reached.getKey()));
        upsert.setLong(4, reached.getValue());
        upsert.executeUpdate();
      }
    }
  }

  private static Map<TopicPartition, Position> read(Connection connection, boolean lock)
      throws SQLException {
    Map<TopicPartition, Position> positions = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT topic, partition, topic_id, next_offset FROM statistics.consumer_position"
                    + " ORDER BY topic, partition"
                    + (lock ? " FOR UPDATE" : ""));
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        positions.put(
            new TopicPartition(row.getString(1), row.getInt(2)),
            new Position(row.getString(3), row.getLong(4)));
      }
    }
    return positions;
  }
}
