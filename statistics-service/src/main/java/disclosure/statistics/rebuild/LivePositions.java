package disclosure.statistics.rebuild;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
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
   * @param ends of the partitions, asked a moment ago; only counts that have come further since
   *     make Kafka be asked again
   * @param lock whether to keep everybody from counting until the transaction ends
   */
  static Map<TopicPartition, Long> bounds(
      Connection connection, TopicReader reader, Map<TopicPartition, Long> ends, boolean lock)
      throws SQLException {
    Map<TopicPartition, Position> held = read(connection, lock);
    boolean further =
        reader.partitions().stream()
            .filter(held::containsKey)
            .anyMatch(partition -> held.get(partition).nextOffset() > ends.get(partition));
    return bounds(held, reader, further ? reader.ends() : ends);
  }

  private static Map<TopicPartition, Long> bounds(
      Map<TopicPartition, Position> held, TopicReader reader, Map<TopicPartition, Long> ends) {
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
    List<Reached> reached =
        reader.reached().entrySet().stream()
            .map(
                end ->
                    new Reached(
                        end.getKey().topic(),
                        end.getKey().partition(),
                        reader.topicId(end.getKey()),
                        end.getValue()))
            .toList();
    Sql.of(
            connection,
            """
            INSERT INTO statistics.consumer_position AS held
              (topic, partition, topic_id, next_offset)
            VALUES (:topic, :partition, :topicId, :nextOffset)
            ON CONFLICT (topic, partition) DO UPDATE
            SET topic_id = EXCLUDED.topic_id, next_offset = EXCLUDED.next_offset
            """)
        .batch(reached);
  }

  private record Reached(String topic, int partition, String topicId, long nextOffset) {}

  private static Map<TopicPartition, Position> read(Connection connection, boolean lock)
      throws SQLException {
    Map<TopicPartition, Position> positions = new HashMap<>();
    Sql.of(
            connection,
            "SELECT topic, partition, topic_id, next_offset FROM statistics.consumer_position"
                + " ORDER BY topic, partition"
                + (lock ? " FOR UPDATE" : ""))
        .forEach(
            row ->
                positions.put(
                    new TopicPartition(row.getString("topic"), row.getInt("partition")),
                    new Position(row.getString("topic_id"), row.getLong("next_offset"))));
    return positions;
  }
}
