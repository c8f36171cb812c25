package disclosure.requests.outbox;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to relay, so that usually one process does. Nothing rests on it: events that two relays
 * send are put right by their versions, and by {@link OutboxTable#requeueNewest}.
 */
final class RelayLease {

  private static final String TAKE =
      """
      UPDATE requests.outbox_lease
      SET epoch = CASE WHEN holder = :holder THEN epoch ELSE epoch + 1 END,
          holder = :holder,
          until = clock_timestamp() + :length * interval '1 millisecond'
      WHERE holder = :holder OR until < clock_timestamp()
      RETURNING epoch
      """;
  private static final String CHECK =
      """
      SELECT FROM requests.outbox_lease WHERE holder = :holder AND epoch = :term
         FOR NO KEY UPDATE
      """;
  private static final String RELEASE =
      "UPDATE requests.outbox_lease SET until = '-infinity' WHERE holder = :holder";

  private final UUID holder = UUID.randomUUID();
  private final Duration length;
  private long epoch;
  private long takenAt;
  private volatile boolean held;

  RelayLease(Duration length) {
    this.length = length;
  }

  /** Takes the lease or renews it in good time; false while another relay has it. */
  boolean take(Connection connection) throws SQLException {
    if (held && age() < length.toNanos() / 3) {
      return true;
    }
    long askedAt = System.nanoTime();
    Optional<Long> taken =
        Sql.of(connection, TAKE)
            .with("holder", holder)
            .with("length", length.toMillis())
            .first(Long.class);
    held = taken.isPresent();
    if (held) {
      epoch = taken.get();
      takenAt = askedAt;
    }
    return held;
  }

  /** Whether the lease still runs by this process's own clock. */
  boolean runs() {
    return held && age() < length.toNanos();
  }

  /** The term for which it was taken last. */
  long term() {
    return epoch;
  }

  /**
   * Whether nobody else has taken it since the term began; keeps it so until the transaction ends,
   * and any other marking waiting: they take their places one after the other.
   */
  boolean isUntouched(Connection connection, long term) throws SQLException {
    held = Sql.of(connection, CHECK).with("holder", holder).with("term", term).exists();
    return held;
  }

  /** Lets another relay take over at once. */
  void release(Connection connection) throws SQLException {
    held = false;
    Sql.of(connection, RELEASE).with("holder", holder).update();
  }

  private long age() {
    return System.nanoTime() - takenAt;
  }
}
