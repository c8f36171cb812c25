package disclosure.requests.subscription;

import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.published.Position;
import disclosure.requests.subscription.Subscription.SubscriptionStatus;
import disclosure.requests.subscription.turn.PauseCause;
import disclosure.requests.subscription.turn.Turns;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions in the database, as people see and change them. */
@ApplicationScoped
class Subscriptions {

  private static final String SELECT =
      """
      SELECT id, client_id, address, allowed, wanted, types, created_at, place, event, generation,
             CASE WHEN earlier_until > clock_timestamp() THEN earlier_until END AS earlier_until,
             paused_because, paused_at, delivered, delivered_at, failures, failing_since, last_cause,
             CASE WHEN failures > 0 THEN not_before END AS not_before,
             (SELECT count(*) FROM requests.subscription_dead_letter
               WHERE subscription_id = subscription.id) AS dead_letters
        FROM requests.subscription
      """;
  private static final String INSERT =
      """
      INSERT INTO requests.subscription
             (id, client_id, address, allowed, wanted, types, secret, created_at, place, event)
      VALUES (:id, :client, :address, :allowed, :wanted, :types, :secret, :now, :place, :event)
      """;
  private static final String RESUME =
      """
      UPDATE requests.subscription
         SET place = :place, event = :event, generation = generation + 1, paused_because = NULL,
             paused_at = NULL, failures = 0, failing_since = NULL, failing_for = interval '0',
             refused_in_a_row = 0, not_before = clock_timestamp()
       WHERE id = :id
      """;
  private static final String ROTATE =
      """
      UPDATE requests.subscription
         SET secret = :secret,
             earlier_secret = CASE WHEN :goesOn THEN earlier_secret ELSE :earlier END,
             earlier_until = CASE WHEN :goesOn THEN earlier_until
                                  WHEN :earlier::bytea IS NULL THEN NULL
                                  ELSE statement_timestamp()
                                       + :overlap * interval '1 millisecond' END
       WHERE id = :id
      """;
  private static final String ALLOW =
      """
      UPDATE requests.subscription SET allowed = :allowed, generation = generation + 1
       WHERE id = :id AND allowed <> :allowed
      """;

  /** Whose subscriptions are meant; absent for those of all clients. */
  record Whose(Optional<String> clientId) {}

  /** One that is to be made. */
  record New(
      UUID id,
      String client,
      String address,
      List<String> allowed,
      List<String> wanted,
      List<String> types,
      byte[] secret) {}

  /** Lets one transaction at a time make subscriptions, so that their number is what it was. */
  void lockForMaking(Connection connection) throws SQLException {
    Sql.of(connection, "SELECT pg_advisory_xact_lock(hashtextextended('subscriptions', 0))")
        .exists();
  }

  void insert(Connection connection, New made, Position start, Instant now) throws SQLException {
    Sql.of(connection, INSERT)
        .with("id", made.id())
        .with("client", made.client())
        .with("address", made.address())
        .array("allowed", "text", made.allowed())
        .array("wanted", "text", made.wanted())
        .array("types", "text", made.types())
        .with("secret", made.secret())
        .with("now", now)
        .all(start)
        .update();
  }

  Optional<Subscription> at(Connection connection, String clientId, String address)
      throws SQLException {
    return Sql.of(connection, SELECT + " WHERE client_id = :client AND address = :address")
        .with("client", clientId)
        .with("address", address)
        .firstRow(Subscriptions::read);
  }

  Optional<Subscription> find(Connection connection, UUID id, Whose whose) throws SQLException {
    return Sql.of(
            connection, SELECT + " WHERE id = :id AND client_id = coalesce(:client, client_id)")
        .with("id", id)
        .with("client", whose.clientId())
        .firstRow(Subscriptions::read);
  }

  List<Subscription> page(Connection connection, Whose whose, Optional<UUID> after, int most)
      throws SQLException {
    return Sql.of(
            connection,
            SELECT
                + """
                 WHERE client_id = coalesce(:client, client_id)
                   AND id > coalesce(:after, '00000000-0000-0000-0000-000000000000'::uuid)
                 ORDER BY id LIMIT :most
                """)
        .with("client", whose.clientId())
        .with("after", after)
        .with("most", most)
        .rows(Subscriptions::read);
  }

  /** How many there are. */
  long count(Connection connection, Whose whose) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT count(*) FROM requests.subscription
             WHERE client_id = coalesce(:client, client_id)
            """)
        .with("client", whose.clientId())
        .one(Long.class);
  }

  void delete(Connection connection, UUID id) throws SQLException {
    Sql.of(connection, "DELETE FROM requests.subscription WHERE id = :id").with("id", id).update();
  }

  /** Where it stands, locked. */
  Position position(Connection connection, UUID id) throws SQLException {
    return Sql.of(
            connection,
            "SELECT place, event FROM requests.subscription WHERE id = :id FOR NO KEY UPDATE")
        .with("id", id)
        .one(Position.class);
  }

  /** Goes on from a position; what is under way isn't stored. */
  void resume(Connection connection, UUID id, Position position) throws SQLException {
    Sql.of(connection, RESUME).with("id", id).all(position).update();
  }

  /**
   * Puts what a token stands for in place of what an earlier one did; what is under way isn't
   * stored. False when both stand for the same.
   */
  boolean allow(Connection connection, UUID id, List<String> allowed) throws SQLException {
    return Sql.of(connection, ALLOW).with("id", id).array("allowed", "text", allowed).update() == 1;
  }

  /**
   * The secrets that sign at present, as they are stored.
   *
   * @param earlier the one from before an exchange, while it signs, too
   */
  record Sealed(byte[] secret, Optional<byte[]> earlier) {}

  /** What signs at present, locked. */
  Sealed sealed(Connection connection, UUID id) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT secret,
                   CASE WHEN earlier_until > statement_timestamp() THEN earlier_secret END AS earlier
              FROM requests.subscription WHERE id = :id FOR NO KEY UPDATE
            """)
        .with("id", id)
        .one(Sealed.class);
  }

  /**
   * What signs beside a new secret.
   *
   * @param goesOn whether the earlier one does as before
   * @param earlier which one does from now on for a while, if none goes on
   */
  record Beside(boolean goesOn, Optional<byte[]> earlier) {}

  /** Puts a new secret in place of the present one. */
  void rotate(Connection connection, UUID id, byte[] secret, Beside beside, Duration overlap)
      throws SQLException {
    Sql.of(connection, ROTATE)
        .with("id", id)
        .with("secret", secret)
        .all(beside)
        .with("overlap", overlap.toMillis())
        .update();
  }

  /** The types of events as they are stored: always all three, when none are wanted apart. */
  static List<String> types(Collection<String> wanted) {
    return Arrays.stream(Topic.values())
        .map(Topic::eventType)
        .filter(type -> wanted.isEmpty() || wanted.contains(type))
        .toList();
  }

  private static Subscription read(ResultSet row) throws SQLException {
    Optional<PauseCause> cause =
        Optional.ofNullable(row.getString("paused_because")).map(PauseCause::valueOf);
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getString("client_id"),
        row.getString("address"),
        Turns.texts(row, "wanted"),
        Turns.texts(row, "types"),
        Optional.empty(),
        row.getTimestamp("created_at").toInstant(),
        moment(row, "earlier_until"),
        cause.isPresent() ? SubscriptionStatus.PAUSED : SubscriptionStatus.ACTIVE,
        cause,
        moment(row, "paused_at"),
        row.getLong("delivered"),
        moment(row, "delivered_at"),
        row.getInt("failures"),
        moment(row, "failing_since"),
        Optional.ofNullable(row.getString("last_cause")),
        moment(row, "not_before"),
        row.getLong("dead_letters"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
