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
final class ParkedEvents {

  private ParkedEvents() {}

  /** The oldest ones, or only those of them that still wait. */
  static List<ParkedEvent> find(Connection connection, boolean open, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT topic, topic_id, partition, record_offset, cause, subject, version, rejected_at,
                   resolution
            FROM rejected_event WHERE resolution IS NULL OR NOT ?
            ORDER BY topic, topic_id, partition, record_offset LIMIT ?
            """)) {
      select.setBoolean(1, open);
      select.setInt(2, limit);
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

  static void resolve(Connection connection, ParkedEvent event, String resolution)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE rejected_event SET resolution = ?, resolved_at = now()
            WHERE topic = ? AND topic_id = ? AND partition = ? AND record_offset = ?
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
