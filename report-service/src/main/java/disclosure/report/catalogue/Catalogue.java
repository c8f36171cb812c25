package disclosure.report.catalogue;

import disclosure.edge.Writing;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.publication.Digests;
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

/** The revisions in force of published reports. */
@ApplicationScoped
public class Catalogue {

  private static final String COLUMNS =
      "organ_code, report_year, scope, revision, sha256, sm3, organ_name, signed_by, lead,"
          + " signed_on, published_at, first_published_at";

  private final Transactions transactions;

  Catalogue(DataSource database) {
    this.transactions = new Transactions(database);
  }

  /** Which reports are asked for. */
  public sealed interface Wanted {

    /**
     * Those on a year, in the order of their organs and scopes.
     *
     * @param words what is in the organ's name, or what its code begins with, however it is written
     */
    record OfYear(int year, Optional<String> words) implements Wanted {}

    /** Those of some organs on a year, in the same order. */
    record OfOrgans(int year, Collection<OrganCode> organs) implements Wanted {}

    /** All of an organ, in the order of their years and scopes. */
    record OfOrgan(OrganCode organ) implements Wanted {}
  }

  /** The revision of a report that is in force. */
  @SuppressWarnings("ArrayRecordComponent")
  record EntryRow(
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

    CatalogueEntry entry(Map<ReportId, List<FormRow>> forms) {
      ReportId id = new ReportId(organCode, reportYear, scope);
      return new CatalogueEntry(
          id,
          revision,
          Digests.of(sha256, sm3),
          organName,
          signedBy,
          CatalogueEntry.summary(lead),
          signedOn,
          firstPublishedAt,
          Optional.of(publishedAt).filter(at -> revision > 1),
          forms.getOrDefault(id, List.of()).stream().map(FormRow::form).toList());
    }
  }

  /** A document of a report without its bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  record FormRow(
      OrganCode organCode,
      int reportYear,
      ReportScope scope,
      String format,
      String mediaType,
      byte[] sha256,
      byte[] sm3,
      boolean signed,
      boolean stamped) {

    private ReportId id() {
      return new ReportId(organCode, reportYear, scope);
    }

    private CatalogueEntry.Form form() {
      return new CatalogueEntry.Form(format, mediaType, Digests.of(sha256, sm3), signed, stamped);
    }
  }

  /** Some of the reports, by the codes of their organs, years and scopes. */
  public List<CatalogueEntry> read(Wanted wanted, Optional<ReportId> after, int limit) {
    return transactions.run(
        connection ->
            entries(
                connection,
                which(connection, wanted, after).with("limit", limit).list(EntryRow.class)));
  }

  /** The same without their forms. */
  public List<CatalogueEntry> list(Wanted wanted, Optional<ReportId> after, int limit) {
    return transactions.run(
        connection ->
            which(connection, wanted, after).with("limit", limit).list(EntryRow.class).stream()
                .map(row -> row.entry(Map.of()))
                .toList());
  }

  /** What was published or corrected last, the newest first, without the forms. */
  public List<CatalogueEntry> newest(int limit) {
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    "SELECT "
                        + COLUMNS
                        + " FROM catalogue"
                        + " ORDER BY published_at DESC, organ_code, report_year, scope"
                        + " LIMIT :limit")
                .with("limit", limit)
                .list(EntryRow.class)
                .stream()
                .map(row -> row.entry(Map.of()))
                .toList());
  }

  /** The years on which there are reports, the latest first. */
  public List<Integer> years() {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        WITH RECURSIVE found (report_year) AS (
                          SELECT max(report_year) FROM catalogue
                          UNION ALL
                          SELECT (SELECT max(report_year) FROM catalogue
                                   WHERE report_year < found.report_year)
                            FROM found WHERE found.report_year IS NOT NULL)
                        SELECT report_year FROM found WHERE report_year IS NOT NULL
                        """)
                    .list(YearRow.class))
        .stream()
        .map(YearRow::reportYear)
        .toList();
  }

  private record YearRow(int reportYear) {}

  /** Where all reports are divided into parts of some, in the order of years, organs and scopes. */
  public List<ReportId> parts(int size) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT organ_code, report_year, scope
                          FROM (SELECT organ_code, report_year, scope,
                                       row_number() OVER (PARTITION BY report_year
                                                          ORDER BY organ_code, scope) AS place
                                  FROM catalogue) AS placed
                         WHERE place % :size = 1
                         ORDER BY report_year, organ_code, scope
                        """)
                    .with("size", size)
                    .list(KeyRow.class))
        .stream()
        .map(KeyRow::id)
        .toList();
  }

  /** Some of the reports on a year from one on, in the order of their organs and scopes. */
  public List<ReportId> from(ReportId first, int limit) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT organ_code, report_year, scope FROM catalogue
                         WHERE report_year = :year AND (organ_code, scope) >= (:organ, :scope)
                         ORDER BY organ_code, scope LIMIT :limit
                        """)
                    .with("year", first.year())
                    .with("organ", first.organ())
                    .with("scope", first.scope())
                    .with("limit", limit)
                    .list(KeyRow.class))
        .stream()
        .map(KeyRow::id)
        .toList();
  }

  private record KeyRow(OrganCode organCode, int reportYear, ReportScope scope) {

    private ReportId id() {
      return new ReportId(organCode, reportYear, scope);
    }
  }

  private static List<CatalogueEntry> entries(Connection connection, List<EntryRow> rows)
      throws SQLException {
    Map<ReportId, List<FormRow>> forms = forms(connection, rows);
    return rows.stream().map(row -> row.entry(forms)).toList();
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
    Wanted.OfYear of = (Wanted.OfYear) wanted;
    if (of.words().isEmpty()) {
      return listed(connection, "report_year = :of", after, behind).with("of", of.year());
    }
    return listed(
            connection,
            "report_year = :of AND (position(written(:words) IN organ_written) > 0"
                + " OR position(written(:folded) IN organ_written) > 0"
                + " OR starts_with(organ_code, upper(:folded)))",
            after,
            behind)
        .with("of", of.year())
        .with("words", of.words().get())
        .with("folded", Writing.of(of.words().get()));
  }

  private static Sql listed(
      Connection connection, String those, Optional<ReportId> after, String behind) {
    Sql sql =
        Sql.of(
            connection,
            "SELECT "
                + COLUMNS
                + " FROM catalogue WHERE "
                + (after.isEmpty() ? those : those + " AND " + behind)
                + " ORDER BY organ_code, report_year, scope LIMIT :limit");
    after.ifPresent(
        last ->
            sql.with("organ", last.organ()).with("year", last.year()).with("scope", last.scope()));
    return sql;
  }

  private static Map<ReportId, List<FormRow>> forms(Connection connection, List<EntryRow> entries)
      throws SQLException {
    return Sql.of(
            connection,
            """
            SELECT organ_code, report_year, scope, format, media_type, sha256, sm3,
                   signature IS NOT NULL AS signed, stamped_at IS NOT NULL AS stamped
              FROM published_document
              LEFT JOIN published_signature
                USING (organ_code, report_year, scope, revision, format)
              LEFT JOIN published_time_stamp
                USING (organ_code, report_year, scope, revision, format)
              JOIN unnest(:organs, :years, :scopes, :revisions)
                     AS listed (organ_code, report_year, scope, revision)
             USING (organ_code, report_year, scope, revision)
             ORDER BY format
            """)
        .array("organs", "text", entries.stream().map(EntryRow::organCode).toList())
        .array("years", "integer", entries.stream().map(EntryRow::reportYear).toList())
        .array("scopes", "text", entries.stream().map(EntryRow::scope).toList())
        .array("revisions", "integer", entries.stream().map(EntryRow::revision).toList())
        .list(FormRow.class)
        .stream()
        .collect(Collectors.groupingBy(FormRow::id));
  }
}
