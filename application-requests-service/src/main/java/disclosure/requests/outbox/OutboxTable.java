package disclosure.requests.outbox;

import disclosure.requests.contract.Topic;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The relay's statements. Events are found by being there, never by an id beyond the last one. */
final class OutboxTable {

  private static final String PENDING =
      "SELECT id, key, version, data, recorded_at FROM requests.outbox_next(?, ?, ?)";
  private static final String MARK =
      """
      UPDATE requests.outbox SET published_at = now()
      WHERE published_at IS NULL AND topic = ? AND id = ANY (?)
      """;
  private static final String REQUEUE_NEWEST =
      """
      UPDATE requests.outbox SET published_at = NULL
      WHERE published_at IS NOT NULL AND topic = ? AND key = ANY (?) AND id IN (
        SELECT DISTINCT ON (key) id FROM requests.outbox
        WHERE topic = ? AND key = ANY (?)
        ORDER BY key, version DESC, published_at DESC NULLS FIRST)
      """;
  private static final String PARK =
      """
      INSERT INTO requests.outbox_parked (topic, key, version, cause, parked_at)
      VALUES (?, ?, ?, ?, now()) ON CONFLICT DO NOTHING
      """;

  private OutboxTable() {}

  /**
   * What waits, oldest first.
   *
   * @param sent events that are just being marked, and are passed over one by one
   */
  static List<PendingEvent> pending(
      Connection connection, Topic topic, List<PendingEvent> sent, int most) throws SQLException {
    List<PendingEvent> events = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PENDING)) {
      statement.setString(1, topic.topicName());
      statement.setArray(2, ids(connection, sent));
      statement.setInt(3, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(
              new PendingEvent(
                  row.getLong("id"),
                  topic,
                  row.getString("key"),
                  row.getLong("version"),
                  row.getString("data"),
                  row.getObject("recorded_at", OffsetDateTime.class)));
        }
      }
    }
    return events;
  }

  static void mark(Connection connection, Topic topic, List<PendingEvent> published)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setString(1, topic.topicName());
      statement.setArray(2, ids(connection, published));
      statement.executeUpdate();
    }
  }

  /**
   * Has the newest event of each of these keys sent again. A relay that lost its lease may have
   * written an old state after a newer one, and compaction would keep the old.
   */
  static void requeueNewest(Connection connection, Topic topic, List<PendingEvent> sent)
      throws SQLException {
    Object[] keys = sent.stream().map(PendingEvent::key).distinct().sorted().toArray();
    try (PreparedStatement statement = connection.prepareStatement(REQUEUE_NEWEST)) {
      statement.setString(1, topic.topicName());
      statement.setArray(2, connection.createArrayOf("text", keys));
      statement.setString(3, topic.topicName());
      statement.setArray(4, connection.createArrayOf("text", keys));
      statement.executeUpdate();
    }
  }

  static List<OutboxResource.ParkedKey> parked(Connection connection) throws SQLException {
    List<OutboxResource.ParkedKey> parked = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT topic, key, version, cause, parked_at FROM requests.outbox_parked
                ORDER BY parked_at LIMIT 1000
                """);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        parked.add(
            new OutboxResource.ParkedKey(
                row.getString("topic"),
                row.getString("key"),
                row.getLong("version"),
                row.getString("cause"),
                row.getTimestamp("parked_at").toInstant()));
      }
    }
    return parked;
  }

  /** Lets the key's events be tried again; false when it was not parked. */
  static boolean release(Connection connection, Topic topic, String key) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM requests.outbox_parked WHERE topic = ? AND key = ?")) {
      delete.setString(1, topic.topicName());
      delete.setString(2, key);
      return delete.executeUpdate() == 1;
    }
  }

  static void park(Connection connection, Delivery.RefusedEvent refused) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARK)) {
      statement.setString(1, refused.event().topic().topicName());
      statement.setString(2, refused.event().key());
      statement.setLong(3, refused.event().version());
      statement.setString(4, refused.cause());
      statement.executeUpdate();
    }
  }

  private static Array ids(Connection connection, List<PendingEvent> events) throws SQLException {
    return connection.createArrayOf("bigint", events.stream().map(PendingEvent::id).toArray());
  }
}
