package disclosure.requests.organ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
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

/** The states of the organs, as they were published. */
@ApplicationScoped
class PublishedOrgans implements PublishedStates {

  /** What {@link #state} reads of a row of the directory. */
  static final String COLUMNS =
      """
      code, version, name, kind, parent_code, valid_from, valid_to, successor_code,
      recorded_at,
      (SELECT json_agg(json_build_object('until', until, 'name', name, 'kind', kind,
                                         'parentOrganCode', parent_code) ORDER BY until)
       FROM requests.organ_term WHERE organ_code = code) AS formerly
      """;

  private static final SelectionSql STATES =
      new SelectionSql(COLUMNS, "organ", "code", "text ''", "code", "recorded_at");

  @Override
  public Topic topic() {
    return Topic.ORGANS;
  }

  @Override
  public List<Present> next(Connection connection, Selection selection, String after, int most)
      throws SQLException {
    return STATES.next(connection, selection, after, most, PublishedOrgans::present);
  }

  @Override
  public List<Present> only(Connection connection, String key) throws SQLException {
    return STATES.only(connection, key, PublishedOrgans::present);
  }

  private static Present present(ResultSet row) throws SQLException {
    OrganState state = state(row);
    return Present.of(state.organCode().value(), state.version(), state);
  }

  /** The state in a row. */
  static OrganState state(ResultSet row) throws SQLException {
    return new OrganState(
        new OrganCode(row.getString("code")),
        row.getLong("version"),
        row.getString("name"),
        OrganKind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("parent_code")).map(OrganCode::new),
        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        Optional.ofNullable(row.getString("successor_code")).map(OrganCode::new),
        formerly(row.getString("formerly")),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static List<OrganTerm> formerly(String json) throws SQLException {
    if (json == null) {
      return List.of();
    }
    try {
      return OrganVersions.JSON.readValue(json, new TypeReference<List<OrganTerm>>() {});
    } catch (JsonProcessingException impossible) {
      throw new SQLException("the former terms of an organ can't be read", impossible);
    }
  }
}
