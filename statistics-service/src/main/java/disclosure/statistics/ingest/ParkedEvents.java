package disclosure.statistics.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
      Connection connection, Optional<ParkedEvent> after, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT topic, topic_id, partition, record_offset, cause, subject, version, rejected_at,
                   resolution
            FROM rejected_event
            WHERE resolution IS NULL AND (topic, topic_id, partition, record_offset) > (?, ?, ?, ?)
            ORDER BY topic, topic_id, partition, record_offset LIMIT ?
            """)) {
      select.setString(1, after.map(ParkedEvent::topic).orElse(""));
      select.setString(2, after.map(ParkedEvent::topicId).orElse(""));
      select.setInt(3, after.map(ParkedEvent::partition).orElse(-1));
      select.setLong(4, after.map(ParkedEvent::offset).orElse(-1L));
      select.setInt(5, limit);
      try (ResultSet row = select.executeQuery()) {
        List<ParkedEvent> events = new ArrayList<>();
        while (row.next()) {
          events.add(
              new ParkedEvent(
                  row.getString(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getLong(4),
                  RejectionCause.valueOf(row.getString(5)),
                  Optional.ofNullable(row.getString(6)),
                  Optional.ofNullable(row.getObject(7, Long.class)),
                  row.getObject(8, OffsetDateTime.class).toInstant(),
                  Optional.ofNullable(row.getString(9))));
        }
        return events;
      }
    }
  }

  /** Closes one, unless somebody else has. */
  public static void resolve(Connection connection, ParkedEvent event, String resolution)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE rejected_event SET resolution = ?, resolved_at = now()
            WHERE topic = ? AND topic_id = ? AND partition = ? AND record_offset = ?
              AND resolution IS NULL
            """)) {
      update.setString(1, resolution);
      update.setString(2, event.topic());
      update.setString(3, event.topicId());
      update.setInt(4, event.partition());
      update.setLong(5, event.offset());
      update.executeUpdate();
    }
  }
}
