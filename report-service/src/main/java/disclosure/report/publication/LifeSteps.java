package disclosure.report.publication;

import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What was done with the drafts. */
@ApplicationScoped
public class LifeSteps {

  private static final String LIVES =
      """
      SELECT draft.organ_code, draft.scope, draft.version,
             step.number, step.kind, step.draft_version, step.reason, step.recorded_by,
             step.recorded_at,
             (SELECT coalesce(max(revision), 0) FROM publication
               WHERE publication.organ_code = draft.organ_code
                 AND publication.report_year = draft.report_year
                 AND publication.scope = draft.scope)
        FROM (SELECT organ_code, report_year, scope, max(version) AS version
                FROM draft_revision
               WHERE report_year = ? AND organ_code = ANY (?)
               GROUP BY organ_code, report_year, scope) draft
        LEFT JOIN life_step step
          ON step.id = (SELECT max(id) FROM life_step last
                         WHERE last.organ_code = draft.organ_code
                           AND last.report_year = draft.report_year
                           AND last.scope = draft.scope)
      """;

  private final DataSource database;

  LifeSteps(DataSource database) {
    this.database = database;
  }

  /** How a report stands. */
  public Life life(ReportId id) {
    return Optional.ofNullable(lives(id.year(), List.of(id.organ())).get(id)).orElse(Life.NONE);
  }

  /** How the reports of some organs on a year stand; those of which there is nothing are absent. */
  public Map<ReportId, Life> lives(int year, Collection<OrganCode> organs) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LIVES)) {
      select.setInt(1, year);
      select.setArray(
          2, connection.createArrayOf("text", organs.stream().map(OrganCode::value).toArray()));
      Map<ReportId, Life> found = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new ReportId(
                  new OrganCode(row.getString(1)), year, ReportScope.valueOf(row.getString(2))),
              new Life(row.getLong(3), step(row, 4), row.getInt(10)));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  /** Everything that was done with a report, the newest first. */
  public List<LifeStep> all(ReportId id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT number, kind, draft_version, reason, recorded_by, recorded_at FROM"
                    + " life_step WHERE organ_code = ? AND report_year = ? AND scope = ? ORDER BY"
                    + " id DESC")) {
      Keys.bind(select, id);
      List<LifeStep> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          step(row, 1).ifPresent(found::add);
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new StorageFailure(failure);
    }
  }

  /**
   * Adds a step.
   *
   * @throws Refusal 412 when another step of that number was taken meanwhile
   */
  public void add(ReportId id, LifeStep step) {
    try (Connection connection = database.getConnection()) {
      add(connection, id, step);
    } catch (SQLException failure) {
      if (StorageFailure.isTaken(failure)) {
        throw Refusal.changedMeanwhile();
      }
      throw new StorageFailure(failure);
    }
  }

  void add(Connection connection, ReportId id, LifeStep step) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO life_step (organ_code, report_year, scope, number, kind, draft_version,"
                + " reason, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int next = Keys.bind(insert, id);
      insert.setInt(next++, step.number());
      insert.setString(next++, step.kind().name());
      insert.setLong(next++, step.draftVersion());
      insert.setString(next++, step.reason().orElse(null));
      insert.setString(next++, step.recordedBy());
      insert.setObject(next, step.recordedAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static Optional<LifeStep> step(ResultSet row, int first) throws SQLException {
    String kind = row.getString(first + 1);
    return kind == null
        ? Optional.empty()
        : Optional.of(
            new LifeStep(
                row.getInt(first),
                LifeStep.Kind.valueOf(kind),
                row.getLong(first + 2),
                Optional.ofNullable(row.getString(first + 3)),
                row.getString(first + 4),
                row.getObject(first + 5, OffsetDateTime.class).toInstant()));
  }
}
