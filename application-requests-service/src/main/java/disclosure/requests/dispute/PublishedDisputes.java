package disclosure.requests.dispute;

import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.PublishedStates;
import disclosure.requests.outbox.SelectionSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The states of the cases, as they were published. */
@ApplicationScoped
class PublishedDisputes implements PublishedStates {

  private static final SelectionSql STATES =
      new SelectionSql(
          """
          id, version, organ_code, kind, accepted_on, application_id, result, closed_on,
          changed_at, voided
          """,
          "dispute",
          "id",
          "uuid '00000000-0000-0000-0000-000000000000'",
          "organ_code",
          "changed_at");

  @Override
  public Topic topic() {
    return Topic.DISPUTES;
  }

  @Override
  public List<Present> next(Connection connection, Selection selection, String after, int most)
      throws SQLException {
    return STATES.next(connection, selection, after, most, PublishedDisputes::present);
  }

  @Override
  public List<Present> only(Connection connection, String key) throws SQLException {
    return STATES.only(connection, key, PublishedDisputes::present);
  }

  private static Present present(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    long version = row.getLong("version");
    DisputeState state =
        new DisputeState(
            id,
            version,
            new OrganCode(row.getString("organ_code")),
            DisputeKind.valueOf(row.getString("kind")),
            row.getObject("accepted_on", LocalDate.class),
            Optional.ofNullable(row.getObject("application_id", UUID.class)),
            Optional.ofNullable(row.getString("result")).map(DisputeResult::valueOf),
            Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
            row.getTimestamp("changed_at").toInstant(),
            Optional.of(row.getBoolean("voided")).filter(gone -> gone));
    return Present.of(id.toString(), version, state);
  }
}
