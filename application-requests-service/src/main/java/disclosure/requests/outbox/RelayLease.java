package disclosure.requests.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * The right to relay, so that usually one process does. Nothing rests on it: events that two relays
 * send are put right by their versions, and by {@link OutboxTable#requeueNewest}.
 */
final class RelayLease {

  private static final String TAKE =
      """
      UPDATE requests.outbox_lease
      SET epoch = CASE WHEN holder = ? THEN epoch ELSE epoch + 1 END,
          holder = ?,
          until = clock_timestamp() + ? * interval '1 millisecond'
      WHERE holder = ? OR until < clock_timestamp()
      RETURNING epoch
      """;
  private static final String CHECK =
      "SELECT FROM requests.outbox_lease WHERE holder = ? AND epoch = ? FOR SHARE";
  private static final String RELEASE =
      "UPDATE requests.outbox_lease SET until = '-infinity' WHERE holder = ?";

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
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setObject(1, holder);
      statement.setObject(2, holder);
      statement.setLong(3, length.toMillis());
      statement.setObject(4, holder);
      try (ResultSet row = statement.executeQuery()) {
        held = row.next();
        if (held) {
          epoch = row.getLong(1);
          takenAt = askedAt;
        }
      }
    }
    return held;
  }

  /** Whether the lease still runs by this process's own reckoning. */
  boolean runs() {
    return held && age() < length.toNanos();
  }

  /** The term for which it was taken last. */
  long term() {
    return epoch;
  }

  /**
   * Whether nobody else has taken it since the term began; keeps it so until the transaction ends.
   */
  boolean isUntouched(Connection connection, long term) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHECK)) {
      statement.setObject(1, holder);
      statement.setLong(2, term);
      try (ResultSet row = statement.executeQuery()) {
        held = row.next();
        return held;
      }
    }
  }

  /** Lets another relay take over at once. */
  void release(Connection connection) throws SQLException {
    held = false;
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setObject(1, holder);
      statement.executeUpdate();
    }
  }

  private long age() {
    return System.nanoTime() - takenAt;
  }
}
