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
 * The revisions in force of published reports. Of a report only what the catalogue says is read; as
 * many reports are looked at as are listed.
 */
@ApplicationScoped
class Catalogue {

  private final Transactions transactions;

  Catalogue(DataSource database) {
    this.transactions = new Transactions(database);
  }

  /** Which reports are asked for. */
  sealed interface Wanted {

    /** Those on a year, in the order of their organs and scopes. */
    record OfYear(int year) implements Wanted {}

    /** Those of some organs on a year, in the same order. */
    record OfOrgans(int year, Collection<OrganCode> organs) implements Wanted {}

    /** All of an organ, in the order of their years and scopes. */
    record OfOrgan(OrganCode organ) implements Wanted {}
  }

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
    return which(connection, wanted, after).with("limit", limit).list(Entry.class);
  }

  /** What is asked for and its order have an index each, so that a page is read from its start. */
  private static Sql which(Connection connection, Wanted wanted, Optional<ReportId> after)
      throws SQLException {
    if (wanted instanceof Wanted.OfOrgan of) {
      return listed(connection, "organ_code = :of", after, "(report_year, scope) > (:year, :scope)")
          .with("of", of.organ());
    }
    String behind = "(organ_code, scope) > (:organ, :scope)";
    if (wanted instanceof Wanted.OfOrgans of) {
      String those = "report_year = :of AND organ_code = ANY (:organs)";
      return listed(connection, those, after, behind)
          .with("of", of.year())
          .array("organs", "text", of.organs());
    }
    return listed(connection, "report_year = :of", after, behind)
        .with("of", ((Wanted.OfYear) wanted).year());
  }

  private static Sql listed(
      Connection connection, String those, Optional<ReportId> after, String behind) {
    Sql sql =
        Sql.of(
            connection,
            """
            WITH listed AS (
              SELECT organ_code, report_year, scope, max(revision) AS revision,
                     min(published_at) AS first_published_at
                FROM publication WHERE {those}
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
                .replace("{those}", after.isEmpty() ? those : those + " AND " + behind));
    after.ifPresent(
        last ->
            sql.with("organ", last.organ()).with("year", last.year()).with("scope", last.scope()));
    return sql;
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
