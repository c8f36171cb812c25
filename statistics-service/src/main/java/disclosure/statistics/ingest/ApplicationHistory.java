package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The versions of applications that are not the newest one held, also those that arrived late. With
 * the newest ones, what was recorded up to a moment can be counted again at any time.
 */
final class ApplicationHistory {

  private ApplicationHistory() {}

  /** Keeps what is held of the applications, before it is replaced; their rows are locked. */
  static void keepReplaced(Connection connection, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO application_history
              (application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended, answer_due_on,
               working_days, fees)
            SELECT application_id, version, recorded_at, organ_code, applicant_type, received_on,
                   status, outcome, concluded_on, channel, due_on, due_provisional, extended, answer_due_on,
                   working_days, fees
            FROM application_state WHERE application_id = ANY (?) AND recorded_at IS NOT NULL
            ON CONFLICT (application_id, version) DO NOTHING
            """)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      insert.executeUpdate();
    }
  }

  static void append(Connection connection, List<ApplicationState> states) throws SQLException {
    if (states.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO application_history
              (application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on, channel, due_on, due_provisional, extended, answer_due_on,
               working_days, fees)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (application_id, version) DO NOTHING
            """)) {
      Columns<ApplicationState> columns = new Columns<>(connection, insert, states);
      columns.set("uuid", ApplicationState::applicationId);
      columns.set("bigint", ApplicationState::version);
      columns.set("timestamptz", state -> state.recordedAt().toString());
      columns.set("text", state -> state.organCode().value());
      columns.set("text", state -> state.applicantType().name());
      columns.set("date", state -> state.receivedOn().toString());
      columns.set("text", state -> state.status().name());
      columns.set("text", state -> state.outcome().map(Outcome::name).orElse(null));
      columns.set("date", state -> state.concludedOn().map(LocalDate::toString).orElse(null));
      columns.set("text", state -> state.channel().name());
      columns.set("date", state -> state.dueOn().map(LocalDate::toString).orElse(null));
      columns.set("boolean", ApplicationState::dueProvisional);
      columns.set("boolean", ApplicationState::extended);
      columns.set("date", state -> state.answerDueOn().map(LocalDate::toString).orElse(null));
      columns.set("integer", state -> state.workingDays().orElse(null));
      columns.set("jsonb", Fees::stored);
      insert.executeUpdate();
    }
  }
}
