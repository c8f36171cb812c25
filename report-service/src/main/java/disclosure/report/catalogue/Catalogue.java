package disclosure.report.catalogue;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The revisions in force of published reports. Of a report only what the catalogue says is read.
 */
@ApplicationScoped
class Catalogue {

  private static final ReportId BEFORE_ALL =
      new ReportId(new OrganCode("11141124000000099J"), 0, ReportScope.LEVEL);

  private final Transactions transactions;

  Catalogue(DataSource database) {
    this.transactions = new Transactions(database);
  }

  /**
   * Which reports are asked for.
   *
   * @param year the year reported on; all when empty
   * @param organs whose; everybody's when empty
   */
  record Wanted(Optional<Integer> year, Optional<Collection<OrganCode>> organs) {}

  /** The revision of a report that is in force. */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      OrganCode organCode,
      int reportYear,
      ReportScope scope,
      int revision,
      byte[] sha256,
      byte[] sm3,
      String organName,
      String signedBy,
      Optional<String> lead,
      Optional<LocalDate> signedOn,
      Instant publishedAt,
      Instant firstPublishedAt) {

    ReportId id() {
      return new ReportId(organCode, reportYear, scope);
    }
  }

  /** A document of a report without its bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  record Form(
      OrganCode organCode,
      int reportYear,
      ReportScope scope,
      String format,
      String mediaType,
      byte[] sha256,
      byte[] sm3) {

    private ReportId id() {
      return new ReportId(organCode, reportYear, scope);
    }
  }

  /** A part of the catalogue. */
  record Part(List<Entry> entries, Map<ReportId, List<Form>> forms) {}

  /** Some of the reports, by the codes of their organs, years and scopes. */
  Part read(Wanted wanted, Optional<ReportId> after, int limit) {
    return transactions.run(
        connection -> {
          List<Entry> entries = entries(connection, wanted, after, limit);
          return new Part(entries, forms(connection, entries));
        });
  }

  private static List<Entry> entries(
      Connection connection, Wanted wanted, Optional<ReportId> after, int limit)
      throws SQLException {
    String which =
        (wanted.year().isPresent() ? " AND report_year = :year" : "")
            + (wanted.organs().isPresent() ? " AND organ_code = ANY (:organs)" : "")
            + (after.isPresent()
                ? " AND (organ_code, report_year, scope) > (:organ, :afterYear, :scope)"
                : "");
    ReportId last = after.orElse(BEFORE_ALL);
    return Sql.of(
            connection,
            """
            WITH listed AS (
              SELECT organ_code, report_year, scope, max(revision) AS revision,
                     min(published_at) AS first_published_at
                FROM publication WHERE true{which}
               GROUP BY organ_code, report_year, scope
               ORDER BY organ_code, report_year, scope LIMIT :limit)
            SELECT organ_code, report_year, scope, revision, sha256, sm3,
                   content #>> '{matrix,organName}' AS organ_name,
                   content #>> '{content,signedBy}' AS signed_by,
                   content #>> '{content,lead,0}' AS lead,
                   (content #>> '{content,signedOn}')::date AS signed_on,
                   published_at, first_published_at
              FROM listed JOIN publication USING (organ_code, report_year, scope, revision),
                   LATERAL (SELECT report::json) AS frozen (content)
             ORDER BY organ_code, report_year, scope
            """
                .replace("{which}", which))
        .with("year", wanted.year())
        .array("organs", "text", wanted.organs().orElse(List.of()))
        .with("organ", last.organ())
        .with("afterYear", last.year())
        .with("scope", last.scope())
        .with("limit", limit)
        .list(Entry.class);
  }

  private static Map<ReportId, List<Form>> forms(Connection connection, List<Entry> entries)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT organ_code, report_year, scope, format, media_type, sha256, sm3
              FROM published_document
              JOIN unnest(:organs, :years, :scopes, :revisions)
                     AS listed (organ_code, report_year, scope, revision)
             USING (organ_code, report_year, scope, revision)
             ORDER BY format
            """)
        .array("organs", "text", entries.stream().map(Entry::organCode).toList())
        .array("years", "integer", entries.stream().map(Entry::reportYear).toList())
        .array("scopes", "text", entries.stream().map(Entry::scope).toList())
        .array("revisions", "integer", entries.stream().map(Entry::revision).toList())
        .list(Form.class)
        .stream()
        .collect(Collectors.groupingBy(Form::id));
  }
}
