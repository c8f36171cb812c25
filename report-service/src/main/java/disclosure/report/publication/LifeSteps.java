package disclosure.report.publication;

import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What was done with the drafts. */
@ApplicationScoped
public class LifeSteps {

  private static final String LIVES =
      """
      SELECT draft.organ_code, draft.scope, draft.version,
             step.number, step.kind, step.draft_version, step.reason, step.recorded_by,
             step.person, step.recorded_at,
             (SELECT coalesce(max(revision), 0) FROM publication
               WHERE publication.organ_code = draft.organ_code
                 AND publication.report_year = draft.report_year
                 AND publication.scope = draft.scope) AS revision
        FROM (SELECT organ_code, report_year, scope, max(version) AS version
                FROM draft_revision
               WHERE report_year = :year AND organ_code = ANY (:organs)
               GROUP BY organ_code, report_year, scope) draft
        LEFT JOIN life_step step
          ON step.id = (SELECT max(id) FROM life_step last
                         WHERE last.organ_code = draft.organ_code
                           AND last.report_year = draft.report_year
                           AND last.scope = draft.scope)
      """;

  /**
   * With the first edit of what was submitted and neither returned nor published: the versions of
   * the draft tell it, whichever release wrote them.
   */
  private static final String BEFORE =
      """
      SELECT step.number, step.kind, step.draft_version, step.reason, step.recorded_by, step.person,
             step.recorded_at, edit.version AS edit_version, edit.recorded_by AS edit_recorded_by,
             edit.person AS edit_person, edit.recorded_at AS edit_recorded_at
        FROM life_step step
        LEFT JOIN LATERAL (
          SELECT draft.version, draft.recorded_by, draft.person, draft.recorded_at
            FROM draft_revision draft
           WHERE step.kind = 'SUBMITTED'
             AND draft.organ_code = step.organ_code AND draft.report_year = step.report_year
             AND draft.scope = step.scope AND draft.version > step.draft_version
             AND NOT EXISTS (SELECT FROM life_step later
                              WHERE later.organ_code = step.organ_code
                                AND later.report_year = step.report_year
                                AND later.scope = step.scope
                                AND later.number = step.number + 1
                                AND later.draft_version = step.draft_version)
           ORDER BY draft.version LIMIT 1) edit ON true
       WHERE step.organ_code = :organ AND step.report_year = :year AND step.scope = :scope
         AND step.number < :number
       ORDER BY step.number DESC LIMIT :limit
      """;

  private final Transactions transactions;

  LifeSteps(DataSource database) {
    this.transactions = new Transactions(database);
  }

  /** A report with its last step, if there is one. */
  private record StepRow(
      OrganCode organCode,
      ReportScope scope,
      long version,
      Optional<Integer> number,
      Optional<LifeStep.StepKind> kind,
      Optional<Long> draftVersion,
      Optional<String> reason,
      Optional<String> recordedBy,
      Optional<String> person,
      Optional<Instant> recordedAt,
      int revision) {

    Life life() {
      return new Life(
          version,
          number.map(
              last ->
                  new LifeStep(
                      last,
                      kind.orElseThrow(),
                      draftVersion.orElseThrow(),
                      reason,
                      recordedBy.orElseThrow(),
                      person,
                      recordedAt.orElseThrow())),
          revision);
    }
  }

  /** How a report stands. */
  public Life life(ReportId id) {
    return Optional.ofNullable(lives(id.year(), List.of(id.organ())).get(id)).orElse(Life.NONE);
  }

  /** How the reports of some organs on a year stand; those of which there is nothing are absent. */
  public Map<ReportId, Life> lives(int year, Collection<OrganCode> organs) {
    return transactions
        .run(
            connection ->
                Sql.of(connection, LIVES)
                    .with("year", year)
                    .with(
                        "organs",
                        connection.createArrayOf(
                            "text", organs.stream().map(OrganCode::value).toArray()))
                    .list(StepRow.class))
        .stream()
        .collect(
            Collectors.toMap(
                found -> new ReportId(found.organCode(), year, found.scope()), StepRow::life));
  }

  /** Some of what was done with a report before one of the steps, the newest first. */
  public List<LifeStep> before(ReportId id, int number, int limit) {
    return transactions.run(
        connection ->
            ReportSql.of(connection, BEFORE, id)
                .with("number", number)
                .with("limit", limit)
                .list(ToldStep.class)
                .stream()
                .map(ToldStep::step)
                .toList());
  }

  /** The step that was taken last, if there is one. */
  public Optional<LifeStep> last(ReportId id) {
    return before(id, Integer.MAX_VALUE, 1).stream().findFirst();
  }

  /** A step with the edit that withdrew it, if there is one. */
  private record ToldStep(
      int number,
      LifeStep.StepKind kind,
      long draftVersion,
      Optional<String> reason,
      String recordedBy,
      Optional<String> person,
      Instant recordedAt,
      Optional<Long> editVersion,
      Optional<String> editRecordedBy,
      Optional<String> editPerson,
      Optional<Instant> editRecordedAt) {

    LifeStep step() {
      return new LifeStep(
          number,
          kind,
          draftVersion,
          reason,
          recordedBy,
          person,
          recordedAt,
          editVersion.map(
              version ->
                  new LifeStep.Withdrawal(
                      version,
                      editRecordedBy.orElseThrow(),
                      editPerson,
                      editRecordedAt.orElseThrow())));
    }
  }

  /** The version of the draft that was published last; 0 when none was. */
  public long publishedVersion(ReportId id) {
    return transactions.run(
        connection ->
            ReportSql.of(
                    connection,
                    "SELECT coalesce(max(draft_version), 0) FROM life_step WHERE kind = 'PUBLISHED' AND "
                        + ReportSql.KEY,
                    id)
                .one(Long.class));
  }

  /**
   * Who signed in to submit the report since it was published last, or else the clients that
   * submitted it: a correction may submit the version that is published.
   */
  public Set<String> submitters(ReportId id) {
    return transactions.run(
        connection ->
            Set.copyOf(
                ReportSql.of(
                        connection,
                        """
                        SELECT DISTINCT coalesce(person, recorded_by) FROM life_step
                         WHERE kind = 'SUBMITTED' AND {report}
                           AND number > (SELECT coalesce(max(number), 0) FROM life_step
                                          WHERE kind = 'PUBLISHED' AND {report})
                        """
                            .replace("{report}", ReportSql.KEY),
                        id)
                    .list(String.class)));
  }

  /**
   * Adds a step.
   *
   * @throws Refusal 412 when another step of that number was taken meanwhile
   */
  public void add(ReportId id, LifeStep step) {
    transactions.run(
        connection -> {
          add(connection, id, step);
          return true;
        });
  }

  static void add(Connection connection, ReportId id, LifeStep step) throws SQLException {
    int added =
        ReportSql.of(
                connection,
                """
                INSERT INTO life_step (organ_code, report_year, scope, number, kind, draft_version,
                                       reason, recorded_by, person, recorded_at)
                VALUES (:organ, :year, :scope, :number, :kind, :draft_version,
                        :reason, :recorded_by, :person, :recorded_at)
                ON CONFLICT (organ_code, report_year, scope, number) DO NOTHING
                """,
                id)
            .with("number", step.number())
            .with("kind", step.kind())
            .with("draft_version", step.draftVersion())
            .with("reason", step.reason())
            .with("recorded_by", step.recordedBy())
            .with("person", step.person())
            .with("recorded_at", step.recordedAt())
            .update();
    if (added == 0) {
      throw Refusal.changedMeanwhile();
    }
  }
}
