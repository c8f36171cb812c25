package disclosure.requests.privacy;

import disclosure.requests.personaldata.Interval;
import disclosure.requests.personaldata.KeyRingPace;
import disclosure.requests.personaldata.OtherRings;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Under which key each instance encrypts, as all of them know it from the database. */
@ApplicationScoped
class KeyRingReports implements OtherRings {

  /** An instance that was not heard of for a minute is gone. */
  private static final String HEARD = "seen_at > clock_timestamp() - interval '1 minute'";

  private static final String TELL =
      """
      INSERT INTO key_ring_report AS told (instance, primary_key, since, seen_at)
      VALUES (:instance, :key, clock_timestamp(), clock_timestamp())
      ON CONFLICT (instance) DO UPDATE
         SET since = CASE WHEN told.primary_key = excluded.primary_key THEN told.since
                          ELSE excluded.since END,
             primary_key = excluded.primary_key, seen_at = excluded.seen_at
      """;

  private static final String USED =
      """
      INSERT INTO key_ring_use (instance, primary_key, seen_at)
      VALUES (:instance, :key, clock_timestamp())
      ON CONFLICT (instance, primary_key) DO UPDATE SET seen_at = excluded.seen_at
      """;

  private static final String BEHIND =
      """
      SELECT FROM key_ring_report
       WHERE {heard} AND (primary_key <> :key OR since > clock_timestamp() - {grace})
      """
          .replace("{heard}", HEARD);

  private static final String OVERTAKEN =
      """
      (SELECT count(DISTINCT told.primary_key) = 1
              AND bool_and(told.primary_key <> {key} AND told.since < clock_timestamp() - {grace})
              AND bool_or(told.since > {ordered})
         FROM key_ring_report told WHERE {heard})
      """
          .replace("{heard}", HEARD);

  private final PersonalDataCipher cipher;
  private final UUID instance = UUID.randomUUID();
  private final String grace;
  private final Interval interval;
  private volatile Set<Integer> inUse = Set.of();

  KeyRingReports(PersonalDataCipher cipher, KeyRingPace pace) {
    this.cipher = cipher;
    this.grace = "interval '" + pace.grace().toMillis() + " milliseconds'";
    this.interval = new Interval(pace.interval());
  }

  /** Tells of this instance, unless it did just before. */
  void tell(Connection connection) throws SQLException {
    if (!interval.isOver()) {
      return;
    }
    int key = cipher.primaryKey();
    Sql.of(connection, TELL).with("instance", instance).with("key", key).update();
    Sql.of(connection, USED).with("instance", instance).with("key", key).update();
    Sql.of(
            connection,
            "DELETE FROM key_ring_report WHERE seen_at < clock_timestamp() - interval '1 day'")
        .update();
    Sql.of(
            connection,
            "DELETE FROM key_ring_use WHERE seen_at < clock_timestamp() - interval '90 days'")
        .update();
    inUse =
        Set.copyOf(
            Sql.of(connection, "SELECT DISTINCT primary_key FROM key_ring_report WHERE " + HEARD)
                .list(Integer.class));
  }

  /** As it was when this instance last told of itself. */
  @Override
  public boolean encryptUnder(int key) {
    return inUse.contains(key);
  }

  /**
   * Whether this instance encrypts nothing, for want of a key that another one has, as it was when
   * it last told of itself.
   */
  boolean leavesToOthers() {
    return cipher.awaitedPrimary().filter(this::encryptUnder).isPresent();
  }

  /** Whether an instance may be storing something under another key still. */
  boolean isAnyBehind(Connection connection, int key) throws SQLException {
    return Sql.of(connection, BEHIND.replace("{grace}", grace)).with("key", key).exists();
  }

  /** Whether one was seen to have another key since a moment, and is perhaps gone by now. */
  boolean wasAnyBehind(Connection connection, int key, Instant since) throws SQLException {
    return Sql.of(
            connection, "SELECT FROM key_ring_use WHERE primary_key <> :key AND seen_at > :since")
        .with("key", key)
        .with("since", since)
        .exists();
  }

  /**
   * Whether all instances encrypt under one other key, which at least one took over since, as an
   * expression of SQL: one that hasn't come to the key of an order yet has the other for longer.
   *
   * @param key what gives the key's number
   * @param ordered what gives since when
   */
  String overtaken(String key, String ordered) {
    return OVERTAKEN.replace("{grace}", grace).replace("{key}", key).replace("{ordered}", ordered);
  }

  /**
   * How many instances encrypt under another key, as an expression of SQL.
   *
   * @param key what gives the key's number
   */
  static String behind(String key) {
    return "(SELECT count(*) FROM key_ring_report WHERE "
        + HEARD
        + " AND primary_key <> "
        + key
        + ")";
  }
}
