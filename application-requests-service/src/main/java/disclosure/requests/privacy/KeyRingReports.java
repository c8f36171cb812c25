package disclosure.requests.privacy;

import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Under which key each instance encrypts, as all of them know it from the database. */
@ApplicationScoped
class KeyRingReports {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** What an instance was just storing when it took a key over is stored within this. */
  private static final Duration GRACE = Duration.ofSeconds(10);

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

  private static final String BEHIND =
      """
      SELECT count(*) FROM key_ring_report
       WHERE {heard}
         AND (primary_key <> :key
              OR since > clock_timestamp() - :grace * interval '1 millisecond')
      """
          .replace("{heard}", HEARD);

  private final PersonalDataCipher cipher;
  private final UUID instance = UUID.randomUUID();
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  KeyRingReports(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /** Tells of this instance, unless it did just before. */
  void tell(Connection connection) throws SQLException {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due < 0 || !next.compareAndSet(due, now + INTERVAL.toNanos())) {
      return;
    }
    Sql.of(connection, TELL).with("instance", instance).with("key", cipher.primaryKey()).update();
    Sql.of(
            connection,
            "DELETE FROM key_ring_report WHERE seen_at < clock_timestamp() - interval '1 day'")
        .update();
  }

  /** Whether an instance may be storing something under another key still. */
  boolean isAnyBehind(Connection connection, int key) throws SQLException {
    return Sql.of(connection, BEHIND)
            .with("key", key)
            .with("grace", GRACE.toMillis())
            .one(Long.class)
        > 0;
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
