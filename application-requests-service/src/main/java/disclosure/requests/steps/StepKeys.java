package disclosure.requests.steps;

import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The Idempotency-Keys of steps, with the answers that were given. */
@ApplicationScoped
class StepKeys {

  /**
   * An earlier request with the same key.
   *
   * @param sequence the step that it appended
   * @param version the application's version after it
   * @param answer the body of the answer that it got
   */
  record Kept(int sequence, long version, String answer) {}

  /** Call under the application's row lock. */
  Optional<Kept> find(Connection connection, UUID applicationId, String clientId, String key)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT sequence, version, answer
              FROM step_intake
             WHERE application_id = :application AND client_id = :client
               AND idempotency_key = :key
            """)
        .with("application", applicationId)
        .with("client", clientId)
        .with("key", key)
        .first(Kept.class);
  }

  void keep(Connection connection, UUID applicationId, String clientId, String key, Kept kept)
      throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO step_intake
                   (application_id, client_id, idempotency_key, sequence, version, answer)
            VALUES (:application, :client, :key, :sequence, :version, :answer)
            """)
        .with("application", applicationId)
        .with("client", clientId)
        .with("key", key)
        .all(kept)
        .update();
  }
}
