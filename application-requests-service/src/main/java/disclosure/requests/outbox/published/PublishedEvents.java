package disclosure.requests.outbox.published;

import disclosure.requests.contract.Topic;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events that the relay has marked as sent. The relay alone decides what comes next, by what is
 * there; each of its markings takes a place and holds the lease until it has committed, so that no
 * smaller place appears after a greater one.
 */
@ApplicationScoped
public class PublishedEvents {

  /** Markings say when they began, and wait for each other after that. */
  private static final Duration MARKING = Duration.ofMinutes(1);

  private static final String AFTER =
      """
      SELECT place, id, topic, key, version, data, recorded_at, traceparent
        FROM requests.outbox
       WHERE place IS NOT NULL AND (place, id) > (:place, :event)
       ORDER BY place, id
       LIMIT :most
      """;
  private static final String LAST =
      """
      SELECT place, id AS event FROM requests.outbox
       WHERE place IS NOT NULL {before}
       ORDER BY place DESC, id DESC LIMIT 1
      """;
  private static final String WAITING_SINCE =
      """
      SELECT published_at FROM requests.outbox
       WHERE place IS NOT NULL AND (place, id) > (:place, :event)
       ORDER BY place, id LIMIT 1
      """;

  /**
   * An event that was sent.
   *
   * @param at where one stands who has dealt with it
   * @param version that of the state, which grows with each of its subject's events
   * @param trace the recorded span that the change belongs to, as it is stored
   */
  public record Published(
      Position at,
      Topic topic,
      String key,
      long version,
      CloudEvent event,
      Optional<String> trace) {

    /** The event of a state that was sent. */
    public static Published of(
        Position at, Topic topic, String key, long version, Instant recordedAt, String data) {
      return new Published(
          at,
          topic,
          key,
          version,
          CloudEvent.of(topic, key, version, recordedAt, data),
          Optional.empty());
    }

    private Published in(Optional<String> span) {
      return new Published(at, topic, key, version, event, span);
    }
  }

  private record Row(
      long place,
      long id,
      String topic,
      String key,
      long version,
      String data,
      Instant recordedAt,
      Optional<String> traceparent) {}

  /** The next events; those of one subject in the order of their versions. */
  public List<Published> after(Connection connection, Position position, int most)
      throws SQLException {
    return Sql.of(connection, AFTER).all(position).with("most", most).list(Row.class).stream()
        .map(
            row ->
                Published.of(
                        new Position(row.place(), row.id()),
                        Topic.named(row.topic()),
                        row.key(),
                        row.version(),
                        row.recordedAt(),
                        row.data())
                    .in(row.traceparent()))
        .toList();
  }

  /** Where one stands who has dealt with everything. */
  public Position last(Connection connection) throws SQLException {
    Position dropped = droppedUpTo(connection);
    return Sql.of(connection, LAST.replace("{before}", ""))
        .first(Position.class)
        .filter(dropped::isBefore)
        .orElse(dropped);
  }

  /** Where one stands who is told everything that was sent since; rather some of before as well. */
  public Position before(Connection connection, Instant moment) throws SQLException {
    Position dropped = droppedUpTo(connection);
    return Sql.of(connection, LAST.replace("{before}", "AND published_at < :moment"))
        .with("moment", moment.minus(MARKING))
        .first(Position.class)
        .filter(dropped::isBefore)
        .orElse(dropped);
  }

  /** Up to where events are no longer kept: who stands before it has missed some. */
  public Position droppedUpTo(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT place, event FROM requests.outbox_dropped")
        .one(Position.class);
  }

  /** When the first event after a position was sent; absent when there is none. */
  public Optional<Instant> waitingSince(Connection connection, Position position)
      throws SQLException {
    return Sql.of(connection, WAITING_SINCE).all(position).first(Instant.class);
  }
}
