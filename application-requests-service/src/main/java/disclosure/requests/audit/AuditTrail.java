package disclosure.requests.audit;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Writes the trail. The database refuses to change or remove what was written. */
@ApplicationScoped
public class AuditTrail {

  private static final String APPEND =
      """
      INSERT INTO requests.audit_entry
        (recorded_at, client_id, action, subject_kind, subject_id, organ_code, version)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Clock clock;

  AuditTrail(Clock clock) {
    this.clock = clock;
  }

  /**
   * Appends an entry in the transaction of the change that it tells of.
   *
   * @param connection the transaction's connection
   * @param caller who made the change
   * @param action what was done
   * @param subjectId the id of the changed record
   * @param organ the organ that the record belongs to
   * @param version the record's version after the change
   */
  public void append(
      Connection connection,
      Caller caller,
      AuditAction action,
      String subjectId,
      OrganCode organ,
      long version)
      throws SQLException {
    append(connection, caller, action, subjectId, Optional.of(organ), version);
  }

  /** Appends an entry about a record that belongs to no organ, or to one. */
  public void append(
      Connection connection,
      Caller caller,
      AuditAction action,
      String subjectId,
      Optional<OrganCode> organ,
      long version)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setObject(1, OffsetDateTime.now(clock));
      statement.setString(2, caller.clientId());
      statement.setString(3, action.name());
      statement.setString(4, action.subjectKind());
      statement.setString(5, subjectId);
      statement.setString(6, organ.map(OrganCode::value).orElse(null));
      statement.setLong(7, version);
      statement.executeUpdate();
    }
  }
}
