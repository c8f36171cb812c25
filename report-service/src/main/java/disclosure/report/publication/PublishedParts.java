package disclosure.report.publication;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What belongs to a published revision, in tables of its own. */
final class PublishedParts {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String KEY = ReportSql.KEY + " AND revision = :revision";

  private static final String WITH_SIGNATURES =
      """
      FROM published_document LEFT JOIN published_signature
        USING (organ_code, report_year, scope, revision, format)
      LEFT JOIN published_time_stamp
        USING (organ_code, report_year, scope, revision, format)
      WHERE
      """;

  private PublishedParts() {}

  @SuppressWarnings("ArrayRecordComponent")
  private record DocumentRow(
      String format,
      String mediaType,
      byte[] bytes,
      byte[] sha256,
      byte[] sm3,
      Optional<byte[]> signature,
      Optional<Instant> signedAt,
      Optional<Instant> stampedAt) {

    static DocumentRow of(FrozenDocument document) {
      return new DocumentRow(
          document.format(),
          document.mediaType(),
          document.bytes(),
          document.digests().sha256Bytes(),
          document.digests().sm3Bytes(),
          document.signature(),
          document.signedAt(),
          document.stampedAt());
    }

    FrozenDocument document() {
      return new FrozenDocument(
          format, mediaType, bytes, Digests.of(sha256, sm3), signature, signedAt, stampedAt);
    }
  }

  private record ChildRow(OrganCode childCode, ReportScope childScope, int childRevision) {

    static ChildRow of(FrozenReport.AddedRevision child) {
      return new ChildRow(child.organ(), child.scope(), child.revision());
    }
  }

  static void add(
      Connection connection,
      FrozenReport report,
      int revision,
      List<FrozenDocument> documents,
      List<FrozenApplication> applications)
      throws SQLException {
    sql(
            connection,
            """
            INSERT INTO published_document (organ_code, report_year, scope, revision,
                                            format, media_type, bytes, sha256, sm3)
            VALUES (:organ, :year, :scope, :revision, :format, :mediaType, :bytes, :sha256, :sm3)
            """,
            report.id(),
            revision)
        .batch(documents.stream().map(DocumentRow::of).toList());
    sql(
            connection,
            """
            INSERT INTO published_signature (organ_code, report_year, scope, revision, format,
                                             signature)
            VALUES (:organ, :year, :scope, :revision, :format, :signature)
            """,
            report.id(),
            revision)
        .batch(
            documents.stream()
                .filter(document -> document.signature().isPresent())
                .map(DocumentRow::of)
                .toList());
    sql(
            connection,
            """
            INSERT INTO published_application (organ_code, report_year, scope, revision,
                                               application_id, version, applicant_type,
                                               received_on, outcome, concluded_on)
            VALUES (:organ, :year, :scope, :revision, :applicationId, :version, :applicantType,
                    :receivedOn, :outcome, :concludedOn)
            """,
            report.id(),
            revision)
        .batch(applications);
    sql(
            connection,
            """
            INSERT INTO published_child (organ_code, report_year, scope, revision,
                                         child_code, child_scope, child_revision)
            VALUES (:organ, :year, :scope, :revision, :childCode, :childScope, :childRevision)
            """,
            report.id(),
            revision)
        .batch(report.children().stream().map(ChildRow::of).toList());
  }

  /** One document with its bytes. */
  static Optional<FrozenDocument> document(
      Connection connection, ReportId id, int revision, String format) throws SQLException {
    return sql(
            connection,
            "SELECT format, media_type, bytes, sha256, sm3, signature, signed_at,"
                + " stamped_at "
                + WITH_SIGNATURES
                + KEY
                + " AND format = :format",
            id,
            revision)
        .with("format", format)
        .first(DocumentRow.class)
        .map(DocumentRow::document);
  }

  /** All documents without the bytes; of a signature it is only told that there is one. */
  static List<FrozenDocument> documents(Connection connection, ReportId id, int revision)
      throws SQLException {
    return sql(
            connection,
            "SELECT format, media_type, ''::bytea AS bytes, sha256, sm3,"
                + " CASE WHEN signature IS NOT NULL THEN ''::bytea END AS signature, signed_at,"
                + " stamped_at "
                + WITH_SIGNATURES
                + KEY
                + " ORDER BY format",
            id,
            revision)
        .list(DocumentRow.class)
        .stream()
        .map(DocumentRow::document)
        .toList();
  }

  /** How many bytes a document has. */
  private record DocumentSize(String format, int size) {}

  /** How many bytes each document has, by its format. */
  static Map<String, Integer> sizes(Connection connection, ReportId id, int revision)
      throws SQLException {
    return sql(
            connection,
            "SELECT format, octet_length(bytes) AS size FROM published_document WHERE " + KEY,
            id,
            revision)
        .list(DocumentSize.class)
        .stream()
        .collect(Collectors.toMap(DocumentSize::format, DocumentSize::size));
  }

  static List<FrozenApplication> applications(
      Connection connection, ReportId id, int revision, Optional<UUID> after, int limit)
      throws SQLException {
    return sql(
            connection,
            "SELECT application_id, version, applicant_type, received_on, outcome, concluded_on"
                + " FROM published_application WHERE "
                + KEY
                + " AND application_id > :after ORDER BY application_id LIMIT :limit",
            id,
            revision)
        .with("after", after.orElse(BEFORE_ALL))
        .with("limit", limit)
        .list(FrozenApplication.class);
  }

  private static Sql sql(Connection connection, String text, ReportId id, int revision) {
    return ReportSql.of(connection, text, id).with("revision", revision);
  }
}
