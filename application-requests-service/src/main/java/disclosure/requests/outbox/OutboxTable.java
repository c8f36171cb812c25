package disclosure.requests.outbox;

import disclosure.edge.trace.Traces;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.sending.Delivery;
import disclosure.requests.outbox.sending.PendingEvent;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The relay's statements. Events are found by being there, never by an id beyond the last one. */
final class OutboxTable {

  private static final String PENDING =
      """
      SELECT id, key, version, data, recorded_at, traceparent
        FROM requests.outbox_next_traced(:topic, :sent, :most)
      """;
  private static final String MARK =
      """
      UPDATE requests.outbox SET published_at = now()
      WHERE published_at IS NULL AND topic = :topic AND id = ANY (:ids)
      """;
  private static final String REQUEUE_NEWEST =
      """
      UPDATE requests.outbox SET published_at = NULL
      WHERE published_at IS NOT NULL AND topic = :topic AND key = ANY (:keys) AND id IN (
        SELECT DISTINCT ON (key) id FROM requests.outbox
        WHERE topic = :topic AND key = ANY (:keys)
        ORDER BY key, version DESC, published_at DESC NULLS FIRST)
      """;
  private static final String PARK =
      """
      INSERT INTO requests.outbox_parked (topic, key, version, cause, parked_at)
      VALUES (:topic, :key, :version, :cause, now()) ON CONFLICT DO NOTHING
      """;

  private OutboxTable() {}

  /**
   * What waits, oldest first.
   *
   * @param sent events that are just being marked, and are passed over one by one
   */
  static List<PendingEvent> pending(
      Connection connection, Topic topic, List<PendingEvent> sent, int most, Traces traces)
      throws SQLException {
    return Sql.of(connection, PENDING)
        .with("topic", topic.topicName())
        .array("sent", "bigint", ids(sent))
        .with("most", most)
        .rows(
            row ->
                new PendingEvent(
                    row.getLong("id"),
                    topic,
                    row.getString("key"),
                    row.getLong("version"),
                    row.getString("data"),
                    row.getObject("recorded_at", OffsetDateTime.class),
                    Optional.ofNullable(row.getString("traceparent")).flatMap(traces::carried)));
  }

  static void mark(Connection connection, Topic topic, List<PendingEvent> published)
      throws SQLException {
    Sql.of(connection, MARK)
        .with("topic", topic.topicName())
        .array("ids", "bigint", ids(published))
        .update();
  }

  /**
   * Has the newest event of each of these keys sent again. A relay that lost its lease may have
   * written an old state after a newer one, and compaction would keep the old.
   */
  static void requeueNewest(Connection connection, Topic topic, List<PendingEvent> sent)
      throws SQLException {
    Sql.of(connection, REQUEUE_NEWEST)
        .with("topic", topic.topicName())
        .array("keys", "text", sent.stream().map(PendingEvent::key).distinct().sorted().toList())
        .update();
  }

  static List<ParkedKeys.ParkedKey> parked(Connection connection, int most) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT topic, key, version, cause, parked_at FROM requests.outbox_parked
            ORDER BY parked_at LIMIT :most
            """)
        .with("most", most)
        .list(ParkedKeys.ParkedKey.class);
  }

  /**
   * Lets the key's events be tried again, and gives the version of the one that was refused; empty
   * when it was not parked.
   */
  static Optional<Long> release(Connection connection, Topic topic, String key)
      throws SQLException {
    return Sql.of(
            connection,
            """
            DELETE FROM requests.outbox_parked WHERE topic = :topic AND key = :key
            RETURNING version
            """)
        .with("topic", topic.topicName())
        .with("key", key)
        .first(Long.class);
  }

  static void park(Connection connection, Delivery.RefusedEvent refused) throws SQLException {
    Sql.of(connection, PARK)
        .with("topic", refused.event().topic().topicName())
        .with("key", refused.event().key())
        .with("version", refused.event().version())
        .with("cause", refused.cause())
        .update();
  }

  private static List<Long> ids(List<PendingEvent> events) {
    return events.stream().map(PendingEvent::id).toList();
  }
}
