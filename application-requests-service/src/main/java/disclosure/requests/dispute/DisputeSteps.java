package disclosure.requests.dispute;

import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The steps of cases, in plain SQL; appended, never edited. */
@ApplicationScoped
class DisputeSteps {

  /** Those of a case, in the order of recording. */
  List<DisputeStep> of(Connection connection, UUID disputeId) throws SQLException {
    return page(connection, disputeId, 0, Integer.MAX_VALUE);
  }

  /** Some of a case, in the order of recording, behind the number given. */
  List<DisputeStep> page(Connection connection, UUID disputeId, int after, int limit)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT dispute_id, sequence, type, happened_on AS "on", happened_on, content, before,
                   recorded_by, person, recorded_at
              FROM dispute_step
             WHERE dispute_id = :id AND sequence > :after
             ORDER BY sequence
             LIMIT :limit
            """)
        .with("id", disputeId)
        .with("after", after)
        .with("limit", limit)
        .list(DisputeStep.class);
  }

  /** Stores a step of a locked case, and the case as it is after it. */
  void append(Connection connection, DisputeStep step, Dispute after, Instant now)
      throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO dispute_step
                   (dispute_id, sequence, type, happened_on, content, before, recorded_by,
                    person, recorded_at)
            VALUES (:disputeId, :sequence, :type, :on, :content, :before, :recordedBy,
                    :person, :recordedAt)
            """)
        .all(step)
        .update();
    Sql.of(
            connection,
            """
            UPDATE dispute
               SET version = :version, kind = :kind, accepted_on = :acceptedOn,
                   application_id = :applicationId, result = :result, closed_on = :closedOn,
                   forum = :forum, case_number = :caseNumber, voided = :gone, changed_at = :now
             WHERE id = :id
            """)
        .all(after)
        .with("gone", after.countsNowhere())
        .with("now", now)
        .update();
  }
}
