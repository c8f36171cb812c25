package disclosure.requests.audit;

import disclosure.edge.Caller;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the trail. The database refuses to change or remove what was written. */
@ApplicationScoped
public class AuditTrail {

  /** The transaction has its number before the entry has its id: {@link AuditVerification}. */
  private static final String APPEND =
      """
      WITH present AS MATERIALIZED (SELECT pg_current_xact_id() AS id)
      INSERT INTO requests.audit_entry
        (recorded_at, client_id, person, on_behalf_of, action, subject_kind, subject_id,
         organ_code, version, written_in)
      SELECT :now, client_id, person, on_behalf_of, :action, :kind, subject_id, organ_code,
             version, present.id
        FROM present,
             unnest(:clients::text[], :persons::text[], :whoms::text[], :ids::text[],
                    :organs::text[], :versions::bigint[])
             AS entry (client_id, person, on_behalf_of, subject_id, organ_code, version)
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
   * @param subjectId the record's id as the register writes it, however it was sent
   * @param organ the organ that the record belongs to
   * @param version the record's version after the change
   */
  public void append(
      Connection connection,
      Caller caller,
      AuditAction action,
      UUID subjectId,
      OrganCode organ,
      long version)
      throws SQLException {
    append(connection, caller, action, subjectId.toString(), Optional.of(organ), version);
  }

  /** Appends an entry about an organ. */
  public void append(
      Connection connection, Caller caller, AuditAction action, OrganCode organ, long version)
      throws SQLException {
    append(connection, caller, action, organ.value(), Optional.of(organ), version);
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
    append(connection, action, List.of(new Subject(Actor.of(caller), subjectId, organ, version)));
  }

  /**
   * A record that something was done to.
   *
   * @param by who did it
   * @param id the record's id, as the register writes it
   * @param organ the organ that it belongs to
   * @param version its version afterwards
   */
  public record Subject(Actor by, String id, Optional<OrganCode> organ, long version) {}

  /** Appends an entry about each of several records to which the same was done. */
  public void append(Connection connection, AuditAction action, List<Subject> subjects)
      throws SQLException {
    Sql.of(connection, APPEND)
        .with("now", clock.instant())
        .with("action", action)
        .with("kind", action.subjectKind())
        .array(
            "clients", "text", subjects.stream().map(subject -> subject.by().clientId()).toList())
        .array("persons", "text", subjects.stream().map(subject -> subject.by().person()).toList())
        .array(
            "whoms", "text", subjects.stream().map(subject -> subject.by().onBehalfOf()).toList())
        .array("ids", "text", subjects.stream().map(Subject::id).toList())
        .array("organs", "text", subjects.stream().map(Subject::organ).toList())
        .array("versions", "bigint", subjects.stream().map(Subject::version).toList())
        .update();
  }

  /** To which of some records the same was done before, as far as the transaction reaches. */
  public Set<String> subjectsOf(
      Connection connection, AuditAction action, Collection<String> subjectIds)
      throws SQLException {
    return Set.copyOf(
        Sql.of(
                connection,
                """
                SELECT DISTINCT subject_id FROM requests.audit_entry
                 WHERE subject_kind = :kind AND subject_id = ANY (:ids) AND action = :action
                """)
            .with("kind", action.subjectKind())
            .array("ids", "text", subjectIds)
            .with("action", action)
            .list(String.class));
  }
}
