package disclosure.report.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** All that was ever published. */
@ApplicationScoped
public class Publications {

  /** One may have 512 KB of text. */
  private static final int REPORTS_AT_A_TIME = 50;

  private static final String COLUMNS =
      "revision, report, sha256, sm3, reason, changed, published_by, published_at";

  /** Of sums of a year, those of which a report was corrected since, directly or in a sum below. */
  private static final String CORRECTED_SINCE =
      """
      WITH RECURSIVE part (top_code, top_scope, code, scope, revision) AS (
        SELECT top.organ_code, top.scope, child_code, child_scope, child_revision
          FROM published_child top
          JOIN unnest(:organs, :scopes, :revisions) AS wanted (organ_code, scope, revision)
            ON wanted.organ_code = top.organ_code AND wanted.scope = top.scope
               AND wanted.revision = top.revision
         WHERE top.report_year = :year
        UNION
        SELECT top_code, top_scope, below.child_code, below.child_scope, below.child_revision
          FROM published_child below JOIN part
            ON below.organ_code = part.code AND below.scope = part.scope
               AND below.revision = part.revision
         WHERE below.report_year = :year)
      SELECT DISTINCT top_code AS organ_code, top_scope AS scope
        FROM part JOIN publication newer
          ON newer.organ_code = part.code AND newer.report_year = :year
             AND newer.scope = part.scope AND newer.revision > part.revision
      """;

  private final Transactions transactions;

  Publications(DataSource database) {
    this.transactions = new Transactions(database);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record PublicationRow(
      int revision,
      String report,
      byte[] sha256,
      byte[] sm3,
      Optional<String> reason,
      String changed,
      String publishedBy,
      Instant publishedAt) {

    Publication publication() {
      return new Publication(
          revision,
          FrozenJson.read(report, FrozenReport.class),
          Digests.of(sha256, sm3),
          reason,
          FrozenJson.read(changed, new TypeReference<>() {}),
          publishedBy,
          publishedAt);
    }
  }

  /** The revision in force. */
  public Optional<Publication> newest(ReportId id) {
    return transactions
        .run(
            connection ->
                select(connection, id, " ORDER BY revision DESC LIMIT 1")
                    .first(PublicationRow.class))
        .map(PublicationRow::publication);
  }

  /**
   * Reads something of the revisions in force of many reports on one year, a few whole reports at a
   * time in memory; those that aren't published are absent.
   */
  public <T> Map<ReportId, T> ofNewest(
      int year, List<ReportId> ids, Function<Publication, T> reading) {
    Map<ReportId, T> read = new HashMap<>();
    for (int from = 0; from < ids.size(); from += REPORTS_AT_A_TIME) {
      List<ReportId> some = ids.subList(from, Math.min(ids.size(), from + REPORTS_AT_A_TIME));
      newest(year, some).forEach((id, publication) -> read.put(id, reading.apply(publication)));
    }
    return read;
  }

  private Map<ReportId, Publication> newest(int year, Collection<ReportId> ids) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        "SELECT DISTINCT ON (organ_code, scope) "
                            + COLUMNS
                            + """
                              FROM publication
                              JOIN unnest(:organs, :scopes) AS wanted (organ_code, scope)
                             USING (organ_code, scope)
                             WHERE report_year = :year
                             ORDER BY organ_code, scope, revision DESC
                            """)
                    .with("organs", texts(connection, ids, id -> id.organ().value()))
                    .with("scopes", texts(connection, ids, id -> id.scope().name()))
                    .with("year", year)
                    .list(PublicationRow.class))
        .stream()
        .map(PublicationRow::publication)
        .collect(Collectors.toMap(found -> found.report().id(), Function.identity()));
  }

  /** One revision. */
  public Optional<Publication> revision(ReportId id, int revision) {
    return transactions
        .run(
            connection ->
                select(connection, id, " AND revision = :revision")
                    .with("revision", revision)
                    .first(PublicationRow.class))
        .map(PublicationRow::publication);
  }

  /** One revision by its number as a reader wrote it; empty when that is no revision's number. */
  public Optional<Publication> named(ReportId id, String revision) {
    return revision.matches("[1-9]\\d{0,5}")
        ? revision(id, Integer.parseInt(revision))
        : Optional.empty();
  }

  /** Some revisions before one, the newest first. */
  public List<Publication> before(ReportId id, int revision, int limit) {
    return transactions
        .run(
            connection ->
                select(
                        connection,
                        id,
                        " AND revision < :revision ORDER BY revision DESC LIMIT :limit")
                    .with("revision", revision)
                    .with("limit", limit)
                    .list(PublicationRow.class))
        .stream()
        .map(PublicationRow::publication)
        .toList();
  }

  /** What is told of the revisions, the newest first, without the reports themselves. */
  public List<RevisionSummary> revisions(ReportId id, int limit) {
    return transactions
        .run(
            connection ->
                ReportSql.of(
                        connection,
                        "SELECT revision, reason, changed, published_at FROM publication WHERE "
                            + ReportSql.KEY
                            + " ORDER BY revision DESC LIMIT :limit",
                        id)
                    .with("limit", limit)
                    .list(SummaryRow.class))
        .stream()
        .map(SummaryRow::summary)
        .toList();
  }

  private record SummaryRow(
      int revision, Optional<String> reason, String changed, Instant publishedAt) {

    RevisionSummary summary() {
      return new RevisionSummary(
          revision, reason, FrozenJson.read(changed, new TypeReference<>() {}), publishedAt);
    }
  }

  /**
   * Adds a revision with all that belongs to it, and the step of its life.
   *
   * @param step what was done, by whom and when
   * @throws Refusal 409 when another published report has some of the applications; 412 when the
   *     revision is there already, or another step was taken meanwhile
   */
  public Publication add(
      int revision,
      FrozenReport report,
      LifeStep step,
      List<ChangedFigure> changed,
      List<FrozenDocument> documents,
      List<FrozenApplication> applications) {
    String json = FrozenJson.write(report);
    Digests digests = Digests.of(json.getBytes(StandardCharsets.UTF_8));
    return transactions.run(
        connection -> {
          int added =
              ReportSql.of(
                      connection,
                      """
                      INSERT INTO publication (organ_code, report_year, scope, draft_version,
                                               revision, report, sha256, sm3, reason, changed,
                                               published_by, published_at)
                      VALUES (:organ, :year, :scope, :draft_version,
                              :revision, :report, :sha256, :sm3, :reason, :changed,
                              :published_by, :published_at)
                      ON CONFLICT (organ_code, report_year, scope, revision) DO NOTHING
                      """,
                      report.id())
                  .with("draft_version", report.draftVersion())
                  .with("revision", revision)
                  .with("report", json)
                  .with("sha256", digests.sha256Bytes())
                  .with("sm3", digests.sm3Bytes())
                  .with("reason", step.reason())
                  .with("changed", FrozenJson.write(changed))
                  .with("published_by", step.recordedBy())
                  .with("published_at", step.recordedAt())
                  .update();
          if (added == 0) {
            throw Refusal.changedMeanwhile();
          }
          CountedOrgans.put(connection, report);
          PublishedParts.add(connection, report, revision, documents, applications);
          LifeSteps.add(connection, report.id(), step);
          return new Publication(
              revision,
              report,
              digests,
              step.reason(),
              changed,
              step.recordedBy(),
              step.recordedAt());
        });
  }

  /** The frozen report of a revision, byte for byte what its digests are of. */
  public Optional<FrozenDocument> frozen(ReportId id, int revision) {
    return transactions
        .run(
            connection ->
                select(connection, id, " AND revision = :revision")
                    .with("revision", revision)
                    .first(PublicationRow.class))
        .map(
            row ->
                FrozenDocument.unsigned(
                    "json",
                    "application/json",
                    row.report().getBytes(StandardCharsets.UTF_8),
                    Digests.of(row.sha256(), row.sm3())));
  }

  /**
   * Whether a report that a published sum is of, directly or in a sum below, was corrected since.
   */
  public boolean isStale(ReportId id, int revision) {
    return !stale(id.year(), Map.of(id, revision)).isEmpty();
  }

  /** Of the revisions of sums of a year, those of which a report was corrected since. */
  public Set<ReportId> stale(int year, Map<ReportId, Integer> revisions) {
    List<ReportId> ids = List.copyOf(revisions.keySet());
    return transactions
        .run(
            connection ->
                Sql.of(connection, CORRECTED_SINCE)
                    .with("organs", texts(connection, ids, id -> id.organ().value()))
                    .with("scopes", texts(connection, ids, id -> id.scope().name()))
                    .array("revisions", "integer", ids.stream().map(revisions::get).toList())
                    .with("year", year)
                    .list(ReportKey.class))
        .stream()
        .map(key -> key.of(year))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** When some reports on one year were first published; those that weren't are absent. */
  public Map<ReportId, Instant> firstPublished(int year, Collection<ReportId> ids) {
    return transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT organ_code, scope, published_at
                          FROM publication
                          JOIN unnest(:organs, :scopes) AS wanted (organ_code, scope)
                         USING (organ_code, scope)
                         WHERE report_year = :year AND revision = 1
                        """)
                    .with("organs", texts(connection, ids, id -> id.organ().value()))
                    .with("scopes", texts(connection, ids, id -> id.scope().name()))
                    .with("year", year)
                    .list(FirstRevision.class))
        .stream()
        .collect(
            Collectors.toMap(
                found -> new ReportId(found.organCode(), year, found.scope()),
                FirstRevision::publishedAt));
  }

  private record FirstRevision(OrganCode organCode, ReportScope scope, Instant publishedAt) {}

  private record ReportKey(OrganCode organCode, ReportScope scope) {

    ReportId of(int year) {
      return new ReportId(organCode, year, scope);
    }
  }

  /** One document of a revision. */
  public Optional<FrozenDocument> document(ReportId id, int revision, String format) {
    return transactions.run(
        connection -> PublishedParts.document(connection, id, revision, format));
  }

  /**
   * The formats of a revision with their digests, without the bytes of documents and signatures.
   */
  public List<FrozenDocument> documents(ReportId id, int revision) {
    return transactions.run(connection -> PublishedParts.documents(connection, id, revision));
  }

  /** How many bytes each document of a revision has, by its format. */
  public Map<String, Integer> documentSizes(ReportId id, int revision) {
    return transactions.run(connection -> PublishedParts.sizes(connection, id, revision));
  }

  /** The applications behind a revision's table three, in the order of their ids. */
  public List<FrozenApplication> applications(
      ReportId id, int revision, Optional<UUID> after, int limit) {
    return transactions.run(
        connection -> PublishedParts.applications(connection, id, revision, after, limit));
  }

  private static Sql select(Connection connection, ReportId id, String which) {
    return ReportSql.of(
        connection, "SELECT " + COLUMNS + " FROM publication WHERE " + ReportSql.KEY + which, id);
  }

  private static Array texts(
      Connection connection, Collection<ReportId> ids, Function<ReportId, String> text)
      throws SQLException {
    return connection.createArrayOf("text", ids.stream().map(text).toArray());
  }
}
