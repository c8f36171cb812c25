package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Every version of every application that ever arrived, also those that arrived late: what was
 * recorded up to a moment can be counted again at any time.
 */
final class ApplicationHistory {

  private ApplicationHistory() {}

  static void append(Connection connection, List<ApplicationState> states) throws SQLException {
    if (states.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO application_history
              (application_id, version, recorded_at, organ_code, applicant_type, received_on,
               status, outcome, concluded_on)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
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
      insert.executeUpdate();
    }
  }
}
