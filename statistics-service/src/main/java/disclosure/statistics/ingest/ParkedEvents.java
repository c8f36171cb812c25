package disclosure.statistics.ingest;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The parked records. */
public final class ParkedEvents {

  private ParkedEvents() {}

  /**
   * Those that wait, by topic, partition and offset.
   *
   * @param after the last one that was read before
   */
  public static List<ParkedEvent> open(
      Connection connection, Optional<ParkedPlace> after, int limit) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT topic, topic_id, partition, record_offset AS "offset", cause, subject, version,
                   rejected_at, resolution
            FROM rejected_event
            WHERE resolution IS NULL
              AND (topic, topic_id, partition, record_offset)
                > (:topic, :topicId, :partition, :offset)
            ORDER BY topic, topic_id, partition, record_offset LIMIT :limit
            """)
        .with("topic", after.map(ParkedPlace::topic).orElse(""))
        .with("topicId", after.map(ParkedPlace::topicId).orElse(""))
        .with("partition", after.map(ParkedPlace::partition).orElse(-1))
        .with("offset", after.map(ParkedPlace::offset).orElse(-1L))
        .with("limit", limit)
        .list(ParkedEvent.class);
  }

  /** Closes one, unless somebody else has. */
  public static void resolve(Connection connection, ParkedEvent event, String resolution)
      throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE rejected_event SET resolution = :resolution, resolved_at = now()
            WHERE topic = :topic AND topic_id = :topicId AND partition = :partition
              AND record_offset = :offset AND resolution IS NULL
            """)
        .with("resolution", resolution)
        .with("topic", event.topic())
        .with("topicId", event.topicId())
        .with("partition", event.partition())
        .with("offset", event.offset())
        .update();
  }
}
