package disclosure.requests.subscription.turn;

import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.published.CloudEvent;
import disclosure.requests.outbox.published.PublishedEvents.Published;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Events that receivers refused, in the database. */
@ApplicationScoped
public class DeadLetters {

  private static final String PAGE =
      """
      SELECT number, topic, key, version, recorded_at, cause, attempts, refused_at, retry_at,
             superseded_by
        FROM requests.subscription_dead_letter
       WHERE subscription_id = :subscription AND number > :after
       ORDER BY number LIMIT :most
      """;
  private static final String QUEUED =
      """
      SELECT number, topic, key, version, data, recorded_at
        FROM requests.subscription_dead_letter
       WHERE subscription_id = :subscription AND retry_at IS NOT NULL AND superseded_by IS NULL
       ORDER BY number LIMIT :most
      """;
  private static final String ADD =
      """
      INSERT INTO requests.subscription_dead_letter
             (subscription_id, topic, key, version, data, recorded_at, cause)
      VALUES (:subscription, :topic, :key, :version, :data, :recordedAt, :cause)
      ON CONFLICT (subscription_id, topic, key, version) DO UPDATE
        SET cause = excluded.cause, attempts = subscription_dead_letter.attempts + 1,
            refused_at = clock_timestamp(), retry_at = NULL
      """;
  private static final String KEEP =
      """
      UPDATE requests.subscription_dead_letter
         SET cause = :cause, attempts = attempts + 1, refused_at = clock_timestamp(),
             retry_at = NULL
       WHERE subscription_id = :subscription AND topic = :topic AND key = :key
         AND version = :version
      """;
  private static final String TAKEN =
      """
      DELETE FROM requests.subscription_dead_letter letter
       USING unnest(:topics::text[], :keys::text[], :versions::bigint[])
             AS taken (topic, key, version)
       WHERE subscription_id = :subscription AND letter.topic = taken.topic
         AND letter.key = taken.key AND letter.version = taken.version
      """;
  private static final String SUPERSEDE =
      """
      UPDATE requests.subscription_dead_letter letter SET superseded_by = taken.version
        FROM (SELECT topic, key, max(version) AS version
                FROM unnest(:topics::text[], :keys::text[], :versions::bigint[])
                     AS each (topic, key, version)
               GROUP BY topic, key) taken
       WHERE subscription_id = :subscription AND letter.topic = taken.topic
         AND letter.key = taken.key AND letter.version < taken.version
         AND letter.version <> coalesce(letter.superseded_by, 0)
      """;
  private static final String STRIKE =
      """
      DELETE FROM requests.subscription_dead_letter
       WHERE subscription_id = :subscription AND number = coalesce(:number, number)
         AND superseded_by IS NOT NULL
      """;
  private static final String DISCARD =
      """
      DELETE FROM requests.subscription_dead_letter
       WHERE subscription_id = :subscription AND number = coalesce(:number, number)
      """;
  private static final String QUEUE =
      """
      UPDATE requests.subscription_dead_letter SET retry_at = clock_timestamp()
       WHERE subscription_id = :subscription AND number = coalesce(:number, number)
         AND retry_at IS NULL AND superseded_by IS NULL
      """;

  /** One that somebody had tried again. */
  record Queued(
      long number, String topic, String key, long version, String data, Instant recordedAt) {

    CloudEvent event() {
      return CloudEvent.of(Topic.named(topic), key, version, recordedAt, data);
    }
  }

  /** An event that is refused, and why. */
  record Refused(
      Topic topic, String key, long version, String data, Instant recordedAt, String cause) {

    static Refused of(Published event, String cause) {
      return new Refused(
          event.topic(),
          event.key(),
          event.version(),
          event.event().data(),
          event.event().time(),
          cause);
    }
  }

  /** What an event tells of, by which it is known on the list. */
  record Version(Topic topic, String key, long version) {}

  private record Listed(String topic, String key, long version) {

    Version named() {
      return new Version(Topic.named(topic), key, version);
    }
  }

  private record Row(
      long number,
      String topic,
      String key,
      long version,
      Instant recordedAt,
      String cause,
      int attempts,
      Instant refusedAt,
      Optional<Instant> retryAt,
      Optional<Long> supersededBy) {

    DeadLetter letter() {
      CloudEvent event = CloudEvent.of(Topic.named(topic), key, version, recordedAt, "");
      return new DeadLetter(
          number,
          event.id(),
          event.type(),
          key,
          version,
          cause,
          attempts,
          refusedAt,
          retryAt,
          supersededBy);
    }
  }

  /** Some of them, in the order in which they were refused first. */
  public List<DeadLetter> page(Connection connection, UUID subscription, long after, int most)
      throws SQLException {
    return Sql.of(connection, PAGE)
        .with("subscription", subscription)
        .with("after", after)
        .with("most", most)
        .list(Row.class)
        .stream()
        .map(Row::letter)
        .toList();
  }

  /** Those that are to be sent again, in the order in which they were refused. */
  List<Queued> queued(Connection connection, UUID subscription, int most) throws SQLException {
    return Sql.of(connection, QUEUED)
        .with("subscription", subscription)
        .with("most", most)
        .list(Queued.class);
  }

  /** What is on the list: no more than is kept of a subscription. */
  Set<Version> listed(Connection connection, UUID subscription) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT topic, key, version FROM requests.subscription_dead_letter
             WHERE subscription_id = :subscription
            """)
        .with("subscription", subscription)
        .list(Listed.class)
        .stream()
        .map(Listed::named)
        .collect(Collectors.toSet());
  }

  void add(Connection connection, UUID subscription, List<Refused> refused) throws SQLException {
    for (Refused event : refused) {
      Sql.of(connection, ADD)
          .with("subscription", subscription)
          .with("topic", event.topic().topicName())
          .with("key", event.key())
          .with("version", event.version())
          .with("data", event.data())
          .with("recordedAt", event.recordedAt())
          .with("cause", event.cause())
          .update();
    }
  }

  /** Notes that some were refused again, but for those that somebody struck off meanwhile. */
  void keep(Connection connection, UUID subscription, List<Refused> refused) throws SQLException {
    for (Refused event : refused) {
      Sql.of(connection, KEEP)
          .with("subscription", subscription)
          .with("topic", event.topic().topicName())
          .with("key", event.key())
          .with("version", event.version())
          .with("cause", event.cause())
          .update();
    }
  }

  /** Strikes what was taken off the list, and notes of what is older that it is superseded. */
  void taken(Connection connection, UUID subscription, Collection<Version> taken)
      throws SQLException {
    for (String statement : List.of(TAKEN, SUPERSEDE)) {
      Sql.of(connection, statement)
          .with("subscription", subscription)
          .array("topics", "text", taken.stream().map(some -> some.topic().topicName()).toList())
          .array("keys", "text", taken.stream().map(Version::key).toList())
          .array("versions", "bigint", taken.stream().map(Version::version).toList())
          .update();
    }
  }

  /**
   * Has some sent again.
   *
   * @param number only the one of that number; absent: all
   */
  public DeadLetter.RetriedDeadLetters retry(
      Connection connection, UUID subscription, Optional<Long> number) throws SQLException {
    int struck = change(connection, STRIKE, subscription, number);
    return new DeadLetter.RetriedDeadLetters(
        change(connection, QUEUE, subscription, number), struck);
  }

  /**
   * Strikes some off, also those that are to be sent again.
   *
   * @param number only the one of that number; absent: all
   * @return how many there were
   */
  public int discard(Connection connection, UUID subscription, Optional<Long> number)
      throws SQLException {
    return change(connection, DISCARD, subscription, number);
  }

  /** Whether there is one of the number. */
  public boolean has(Connection connection, UUID subscription, long number) throws SQLException {
    return page(connection, subscription, number - 1, 1).stream()
        .anyMatch(letter -> letter.number() == number);
  }

  private static int change(
      Connection connection, String statement, UUID subscription, Optional<Long> number)
      throws SQLException {
    return Sql.of(connection, statement)
        .with("subscription", subscription)
        .with("number", number)
        .update();
  }
}
