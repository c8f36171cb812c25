package disclosure.statistics.matrix;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The applications of a set of organs as they were recorded up to a moment: of each, the newest
 * version by then. One that was moved to another organ later is among them, one that was moved here
 * later is not.
 */
public final class KnownStates {

  /** Begins a statement; the states are in {@code known}. */
  private static final String THEN =
      """
      WITH touched AS (
        SELECT application_id FROM application_state WHERE organ_code = ANY (:organs)
        UNION
        SELECT application_id FROM application_history
        WHERE organ_code = ANY (:organs) AND elsewhere
      ), version AS (
        SELECT application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended,
               answer_due_on, working_days, fees
        FROM application_state JOIN touched USING (application_id) WHERE recorded_at <= :knownAt
        UNION ALL
        SELECT application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended,
               answer_due_on, working_days, fees
        FROM application_history JOIN touched USING (application_id) WHERE recorded_at <= :knownAt
      ), newest AS (
        SELECT DISTINCT ON (application_id) * FROM version ORDER BY application_id, version DESC
      ), known AS (
        SELECT * FROM newest WHERE organ_code = ANY (:organs) AND status <> 'VOIDED'
      )
      """;

  /** The same from the newest states alone, when no moment is asked for. */
  private static final String NOW =
      """
      WITH known AS (
        SELECT application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended,
               answer_due_on, working_days, fees
        FROM application_state
        WHERE organ_code = ANY (:organs) AND version > 0 AND status <> 'VOIDED'
      )
      """;

  private KnownStates() {}

  /**
   * The statement for which {@code known} has the applications of the organs as the question wants
   * them.
   *
   * @param statement what follows; its parameters {@code organs} and {@code knownAt} are those
   */
  public static Sql select(
      Connection connection, List<String> organs, Question question, String statement)
      throws SQLException {
    return question.knownAt().isPresent()
        ? select(connection, organs, question.knownAt().get(), statement)
        : Sql.of(connection, NOW + statement).array("organs", "text", organs);
  }

  /** The same for what was recorded up to the moment. */
  static Sql select(Connection connection, List<String> organs, Instant knownAt, String statement)
      throws SQLException {
    return Sql.of(connection, THEN + statement)
        .array("organs", "text", organs)
        .with("knownAt", knownAt);
  }
}
