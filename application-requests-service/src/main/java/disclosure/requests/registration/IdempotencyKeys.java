package disclosure.requests.registration;

import disclosure.edge.Refusal;
import disclosure.requests.steps.RequestHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** The Idempotency-Keys of posted applications; the natural key stands beside them. */
@ApplicationScoped
class IdempotencyKeys {

  /**
   * Takes the key for the application, or finds it taken for this very one.
   *
   * @throws Refusal 409 when the client used it for another application
   */
  void claim(Connection connection, String clientId, String key, UUID applicationId, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO application_idempotency
                   (client_id, idempotency_key, application_id, recorded_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      insert.setString(1, clientId);
      insert.setString(2, key);
      insert.setObject(3, applicationId);
      insert.setTimestamp(4, Timestamp.from(now));
      if (insert.executeUpdate() == 0 && !holds(connection, clientId, key, applicationId)) {
        throw RequestHeaders.idempotencyKeyTaken();
      }
    }
  }

  private static boolean holds(
      Connection connection, String clientId, String key, UUID applicationId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT FROM application_idempotency
             WHERE client_id = ? AND idempotency_key = ? AND application_id = ?
            """)) {
      select.setString(1, clientId);
      select.setString(2, key);
      select.setObject(3, applicationId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
