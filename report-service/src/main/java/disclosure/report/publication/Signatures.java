package disclosure.report.publication;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The signatures over published documents and the time stamps over them, as far as they come after
 * the publication. Each is added once and never changed, whoever comes first.
 */
@ApplicationScoped
public class Signatures {

  private static final String KEY = "organ_code, report_year, scope, revision, format";

  private static final String UNSIGNED =
      """
      FROM published_document document
      WHERE NOT EXISTS (SELECT FROM published_signature signed
                         WHERE (signed.organ_code, signed.report_year, signed.scope,
                                signed.revision, signed.format)
                             = (document.organ_code, document.report_year, document.scope,
                                document.revision, document.format))
      """;

  private static final String UNSTAMPED =
      """
      FROM published_signature signed
      WHERE NOT EXISTS (SELECT FROM published_time_stamp stamped
                         WHERE (stamped.organ_code, stamped.report_year, stamped.scope,
                                stamped.revision, stamped.format)
                             = (signed.organ_code, signed.report_year, signed.scope,
                                signed.revision, signed.format))
      """;

  private static final String OF_KEY =
      " AND organ_code = :organ AND report_year = :year AND scope = :scope"
          + " AND revision = :revision AND format = :format";

  private static final String AFTER =
      " AND (" + KEY + ") > (:organ, :year, :scope, :revision, :format)";

  private final Transactions transactions;

  Signatures(DataSource database) {
    this.transactions = new Transactions(database);
  }

  private record KeyRow(
      OrganCode organCode, int reportYear, ReportScope scope, int revision, String format) {

    DocumentKey key() {
      return new DocumentKey(new ReportId(organCode, reportYear, scope), revision, format);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(byte[] bytes, byte[] sha256, byte[] sm3) {

    boolean isWhole() {
      return Digests.of(bytes).equals(Digests.of(sha256, sm3));
    }
  }

  /** Whether there is a published document without a signature. */
  public boolean isAnyUnsigned(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT 1 " + UNSIGNED + " LIMIT 1").exists();
  }

  /**
   * Some of the published documents without a signature, in the order of their keys.
   *
   * @param after only those behind this one; absent: the first
   */
  public List<DocumentKey> unsigned(Optional<DocumentKey> after, int limit) {
    return keys(UNSIGNED, after, limit);
  }

  /**
   * The bytes of a document, as long as nobody signed it.
   *
   * @throws DamagedDocument when they aren't those that were published: who signs them would vouch
   *     for something else
   */
  public Optional<byte[]> unsigned(DocumentKey key) {
    Optional<Stored> stored =
        transactions.run(
            connection ->
                of(connection, "SELECT bytes, sha256, sm3 " + UNSIGNED + OF_KEY, key)
                    .first(Stored.class));
    if (stored.isPresent() && !stored.get().isWhole()) {
      throw new DamagedDocument(key);
    }
    return stored.map(Stored::bytes);
  }

  /** Whether there is a signature without a time stamp. */
  public boolean isAnyUnstamped(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT 1 " + UNSTAMPED + " LIMIT 1").exists();
  }

  /**
   * Some of the documents whose signatures have no time stamp, in the order of their keys.
   *
   * @param after only those behind this one; absent: the first
   */
  public List<DocumentKey> unstamped(Optional<DocumentKey> after, int limit) {
    return keys(UNSTAMPED, after, limit);
  }

  /** The signature over a document, as long as it has no time stamp. */
  public Optional<byte[]> unstamped(DocumentKey key) {
    return bytes("SELECT signature " + UNSTAMPED + OF_KEY, key);
  }

  /**
   * Adds the signature over a document that was published without one.
   *
   * @return whether nobody was quicker
   */
  public boolean sign(Connection connection, DocumentKey key, byte[] signature, Instant at)
      throws SQLException {
    return add(connection, "published_signature", "signature, signed_at", key, signature, at);
  }

  /**
   * Adds the time stamp over the signature of a document.
   *
   * @param at as the authority says
   * @return whether nobody was quicker
   */
  public boolean stamp(Connection connection, DocumentKey key, byte[] stamp, Instant at)
      throws SQLException {
    return add(connection, "published_time_stamp", "stamp, stamped_at", key, stamp, at);
  }

  private static boolean add(
      Connection connection,
      String table,
      String columns,
      DocumentKey key,
      byte[] bytes,
      Instant at)
      throws SQLException {
    return of(
                connection,
                """
                INSERT INTO {table} ({key}, {columns})
                VALUES (:organ, :year, :scope, :revision, :format, :bytes, :at)
                ON CONFLICT ({key}) DO NOTHING
                """
                    .replace("{table}", table)
                    .replace("{key}", KEY)
                    .replace("{columns}", columns),
                key)
            .with("bytes", bytes)
            .with("at", at)
            .update()
        == 1;
  }

  /** The time stamp over the signature of a document. */
  public Optional<byte[]> stampOf(DocumentKey key) {
    return bytes("SELECT stamp FROM published_time_stamp WHERE true" + OF_KEY, key);
  }

  private List<DocumentKey> keys(String which, Optional<DocumentKey> after, int limit) {
    String select =
        "SELECT "
            + KEY
            + " "
            + which
            + (after.isPresent() ? AFTER : "")
            + " ORDER BY "
            + KEY
            + " LIMIT :limit";
    return transactions
        .run(
            connection -> {
              Sql sql =
                  after.isPresent()
                      ? of(connection, select, after.get())
                      : Sql.of(connection, select);
              return sql.with("limit", limit).list(KeyRow.class);
            })
        .stream()
        .map(KeyRow::key)
        .toList();
  }

  private Optional<byte[]> bytes(String select, DocumentKey key) {
    return transactions.run(connection -> of(connection, select, key).first(byte[].class));
  }

  private static Sql of(Connection connection, String text, DocumentKey key) {
    return ReportSql.of(connection, text, key.id())
        .with("revision", key.revision())
        .with("format", key.format());
  }
}
