package disclosure.requests.dispute;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cases, in plain SQL. */
@ApplicationScoped
class Disputes {

  /**
   * What the first post of a natural key was answered with.
   *
   * @param answer the body
   */
  record FirstPost(UUID id, String answer) {}

  private static final String COLUMNS =
      """
      id, version, organ_code, source_reference, kind, accepted_on, application_id, result,
      closed_on, forum, case_number, nullif(voided, false) AS voided
      """;

  /** Stores a new case unless its natural key is taken, and tells whether it did. */
  boolean insert(
      Connection connection, Dispute dispute, String clientId, String answer, Instant now)
      throws SQLException {
    return Sql.of(
                connection,
                """
                INSERT INTO dispute
                  (id, version, organ_code, source_client, source_reference, kind, accepted_on,
                   application_id, result, closed_on, forum, case_number, first_answer,
                   recorded_at, changed_at)
                VALUES (:id, :version, :organCode, :client, :sourceReference, :kind, :acceptedOn,
                        :applicationId, :result, :closedOn, :forum, :caseNumber, :answer, :now,
                        :now)
                ON CONFLICT (source_client, organ_code, source_reference) DO NOTHING
                """)
            .all(dispute)
            .with("client", clientId)
            .with("answer", answer)
            .with("now", now)
            .update()
        == 1;
  }

  Optional<FirstPost> firstPost(
      Connection connection, String clientId, OrganCode organ, String sourceReference)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT id, first_answer AS answer FROM dispute
             WHERE source_client = :client AND organ_code = :organ
               AND source_reference = :reference
            """)
        .with("client", clientId)
        .with("organ", organ)
        .with("reference", sourceReference)
        .first(FirstPost.class);
  }

  Optional<Dispute> find(Connection connection, UUID id) throws SQLException {
    return find(connection, id, "");
  }

  /** The case, locked until the transaction ends so that its version can grow. */
  Optional<Dispute> lock(Connection connection, UUID id) throws SQLException {
    return find(connection, id, " FOR NO KEY UPDATE");
  }

  void close(Connection connection, Dispute closed, Instant now) throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE dispute
               SET version = :version, result = :result, closed_on = :closedOn, changed_at = :now
             WHERE id = :id
            """)
        .all(closed)
        .with("now", now)
        .update();
  }

  /** A page of an organ's cases in the order of their ids, which is that of their recording. */
  List<Dispute> page(Connection connection, OrganCode organ, Optional<UUID> after, int size)
      throws SQLException {
    return Sql.of(
            connection,
            "SELECT "
                + COLUMNS
                + "FROM dispute WHERE organ_code = :organ AND id > :after ORDER BY id LIMIT :size")
        .with("organ", organ)
        .with("after", after.orElse(new UUID(0, 0)))
        .with("size", size)
        .list(Dispute.class);
  }

  List<Dispute> about(Connection connection, UUID applicationId) throws SQLException {
    return Sql.of(
            connection,
            "SELECT "
                + COLUMNS
                + "FROM dispute WHERE application_id = :application"
                + " ORDER BY accepted_on, id LIMIT 100")
        .with("application", applicationId)
        .list(Dispute.class);
  }

  private static Optional<Dispute> find(Connection connection, UUID id, String lock)
      throws SQLException {
    return Sql.of(connection, "SELECT " + COLUMNS + "FROM dispute WHERE id = :id" + lock)
        .with("id", id)
        .first(Dispute.class);
  }
}
