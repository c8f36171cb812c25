package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.column.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The states of applications as columns of a statement, each by the name that it has everywhere.
 */
final class StateColumns {

  private StateColumns() {}

  static Columns<ApplicationState> of(
      Connection connection, String statement, List<ApplicationState> states) throws SQLException {
    return new Columns<>(connection, statement, states)
        .uuids("applicationId", ApplicationState::applicationId)
        .set("version", "bigint", ApplicationState::version)
        .moments("recordedAt", ApplicationState::recordedAt)
        .set("organCode", "text", state -> state.organCode().value())
        .set("applicantType", "text", state -> state.applicantType().name())
        .dates("receivedOn", ApplicationState::receivedOn)
        .set("status", "text", state -> state.status().name())
        .set("outcome", "text", state -> state.outcome().map(Outcome::name).orElse(null))
        .datesIfAny("concludedOn", ApplicationState::concludedOn)
        .set("channel", "text", state -> state.channel().name())
        .datesIfAny("dueOn", ApplicationState::dueOn)
        .set("dueProvisional", "boolean", ApplicationState::dueProvisional)
        .set("extended", "boolean", ApplicationState::extended)
        .datesIfAny("answerDueOn", ApplicationState::answerDueOn)
        .set("workingDays", "integer", state -> state.workingDays().orElse(null))
        .set("fees", "jsonb", FeeFormat::stored);
  }
}
