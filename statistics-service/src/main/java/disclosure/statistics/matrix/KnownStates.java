package disclosure.statistics.matrix;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The applications of a set of organs as they were recorded up to a moment: of each, the newest
 * version by then. One that was moved to another organ later is among them, one that was moved here
 * later is not.
 */
public final class KnownStates {

  /** Begins a statement; the states are in {@code known}. */
  static final String SQL =
      """
      WITH touched AS (
        SELECT application_id FROM application_state WHERE organ_code = ANY (?)
        UNION
        SELECT application_id FROM application_history
        WHERE organ_code = ANY (?) AND elsewhere
      ), version AS (
        SELECT application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended,
               answer_due_on, working_days, fees
        FROM application_state JOIN touched USING (application_id) WHERE recorded_at <= ?
        UNION ALL
        SELECT application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended,
               answer_due_on, working_days, fees
        FROM application_history JOIN touched USING (application_id) WHERE recorded_at <= ?
      ), newest AS (
        SELECT DISTINCT ON (application_id) * FROM version ORDER BY application_id, version DESC
      ), known AS (
        SELECT * FROM newest WHERE organ_code = ANY (?) AND status <> 'VOIDED'
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
        WHERE organ_code = ANY (?) AND version > 0 AND status <> 'VOIDED'
      )
      """;

  private KnownStates() {}

  /**
   * Begins a statement in which {@code known} has the applications of the organs as the question
   * wants them.
   */
  public static String sql(Question question) {
    return question.knownAt().isPresent() ? SQL : NOW;
  }

  /** Binds the parameters of {@link #sql} and returns the index of the next one. */
  public static int bind(
      Connection connection, PreparedStatement select, List<String> organs, Question question)
      throws SQLException {
    if (question.knownAt().isPresent()) {
      return bind(connection, select, organs, question.knownAt().get());
    }
    select.setArray(1, connection.createArrayOf("text", organs.toArray()));
    return 2;
  }

  /** Binds the parameters of {@link #SQL} and returns the index of the next one. */
  static int bind(
      Connection connection, PreparedStatement select, List<String> organs, Instant knownAt)
      throws SQLException {
    Array codes = connection.createArrayOf("text", organs.toArray());
    OffsetDateTime moment = knownAt.atOffset(ZoneOffset.UTC);
    select.setArray(1, codes);
    select.setArray(2, codes);
    select.setObject(3, moment);
    select.setObject(4, moment);
    select.setArray(5, codes);
    return 6;
  }
}
