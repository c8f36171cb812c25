package disclosure.requests.audit;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
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
    append(connection, caller, action, List.of(new Subject(subjectId, organ, version)));
  }

  /**
   * A record that something was done to.
   *
   * @param id its id
   * @param organ the organ that it belongs to
   * @param version its version afterwards
   */
  public record Subject(String id, Optional<OrganCode> organ, long version) {}

  /** Appends an entry about each of several records. */
  public void append(
      Connection connection, Caller caller, AuditAction action, List<Subject> subjects)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      OffsetDateTime now = OffsetDateTime.now(clock);
      for (Subject subject : subjects) {
        statement.setObject(1, now);
        statement.setString(2, caller.clientId());
        statement.setString(3, action.name());
        statement.setString(4, action.subjectKind());
        statement.setString(5, subject.id());
        statement.setString(6, subject.organ().map(OrganCode::value).orElse(null));
        statement.setLong(7, subject.version());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
