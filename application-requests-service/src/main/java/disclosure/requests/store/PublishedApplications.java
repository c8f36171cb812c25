package disclosure.requests.store;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.PublishedStates;
import disclosure.requests.outbox.SelectionSql;
import disclosure.requests.store.state.ProcessingFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The states of the applications, as {@link Journal} published them. */
@ApplicationScoped
class PublishedApplications implements PublishedStates {

  private static final SelectionSql STATES =
      new SelectionSql(
          """
          id, version, organ_code, applicant_type, channel, received_on, status, outcome,
          concluded_on, due_on, due_provisional, extended, imported, changed_at,
          answer_due_on, working_days, fees
          """,
          "application",
          "id",
          "uuid '00000000-0000-0000-0000-000000000000'",
          "organ_code",
          "changed_at");

  @Override
  public Topic topic() {
    return Topic.APPLICATIONS;
  }

  @Override
  public List<Present> next(Connection connection, Selection selection, String after, int most)
      throws SQLException {
    return STATES.next(connection, selection, after, most, PublishedApplications::present);
  }

  @Override
  public List<Present> only(Connection connection, String key) throws SQLException {
    return STATES.only(connection, key, PublishedApplications::present);
  }

  private static Present present(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    long version = row.getLong("version");
    ApplicationState state =
        new ApplicationState(
            id,
            version,
            new OrganCode(row.getString("organ_code")),
            ApplicantType.valueOf(row.getString("applicant_type")),
            Channel.valueOf(row.getString("channel")),
            row.getObject("received_on", LocalDate.class),
            ApplicationStatus.valueOf(row.getString("status")),
            Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
            Optional.ofNullable(row.getObject("concluded_on", LocalDate.class)),
            Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
            row.getBoolean("due_provisional"),
            row.getBoolean("extended"),
            row.getBoolean("imported"),
            row.getTimestamp("changed_at").toInstant(),
            Optional.ofNullable(row.getObject("answer_due_on", LocalDate.class)),
            Optional.ofNullable(row.getObject("working_days", Integer.class)),
            ProcessingFacts.storedFees(Optional.ofNullable(row.getString("fees"))));
    return Present.of(id.toString(), version, state);
  }
}
