package disclosure.requests.registration;

import disclosure.edge.Refusal;
import disclosure.requests.steps.RequestHeaders;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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
    boolean fresh =
        Sql.of(
                    connection,
                    """
                    INSERT INTO application_idempotency
                           (client_id, idempotency_key, application_id, recorded_at)
                    VALUES (:client, :key, :application, :now)
                    ON CONFLICT DO NOTHING
                    """)
                .with("client", clientId)
                .with("key", key)
                .with("application", applicationId)
                .with("now", now)
                .update()
            == 1;
    if (!fresh && !holds(connection, clientId, key, applicationId)) {
      throw RequestHeaders.idempotencyKeyTaken();
    }
  }

  private static boolean holds(
      Connection connection, String clientId, String key, UUID applicationId) throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT FROM application_idempotency
             WHERE client_id = :client AND idempotency_key = :key
               AND application_id = :application
            """)
        .with("client", clientId)
        .with("key", key)
        .with("application", applicationId)
        .exists();
  }
}
