package disclosure.requests.steps;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT sequence, version, answer
              FROM step_intake
             WHERE application_id = ? AND client_id = ? AND idempotency_key = ?
            """)) {
      select.setObject(1, applicationId);
      select.setString(2, clientId);
      select.setString(3, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Kept(row.getInt(1), row.getLong(2), row.getString(3)))
            : Optional.empty();
      }
    }
  }

  void keep(Connection connection, UUID applicationId, String clientId, String key, Kept kept)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO step_intake
                   (application_id, client_id, idempotency_key, sequence, version, answer)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      insert.setObject(1, applicationId);
      insert.setString(2, clientId);
      insert.setString(3, key);
      insert.setInt(4, kept.sequence());
      insert.setLong(5, kept.version());
      insert.setString(6, kept.answer());
      insert.executeUpdate();
    }
  }
}
