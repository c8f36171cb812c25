package disclosure.requests.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the audit trail.
 *
 * @param id grows, with gaps; a smaller one may have become visible later
 * @param clientId who did it
 * @param action what was done
 * @param subjectKind what it was done to
 * @param subjectId its id
 * @param organCode the organ that it belongs to
 * @param version its version afterwards
 * @param writtenIn the transaction that appended it; absent when that was not noted yet
 * @param writtenBy role and address of the database connection that it came on, as the server saw
 *     them; absent when that was not noted yet
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AuditEntry(
    long id,
    Instant recordedAt,
    String clientId,
    String action,
    String subjectKind,
    String subjectId,
    Optional<String> organCode,
    long version,
    @JsonIgnore Optional<Long> writtenIn,
    Optional<String> writtenBy) {

  static final String COLUMNS =
      "id, recorded_at, client_id, action, subject_kind, subject_id, organ_code, version,"
          + " written_in::text AS written_in, written_by";

  static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("client_id"),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        Optional.ofNullable(row.getString("organ_code")),
        row.getLong("version"),
        Optional.ofNullable(row.getString("written_in")).map(Long::valueOf),
        Optional.ofNullable(row.getString("written_by")));
  }

  /**
   * SHA-256 over all fields, each with its length before it, so that none runs into another. Not
   * over {@code writtenBy}, of which the first releases knew nothing: it has a digest of its own.
   */
  byte[] digest() {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    add(digest, recordedAt.toString());
    add(digest, clientId);
    add(digest, action);
    add(digest, subjectKind);
    add(digest, subjectId);
    add(digest, organCode.orElse(""));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(version).array());
    writtenIn.ifPresent(
        transaction -> digest.update(ByteBuffer.allocate(Long.BYTES).putLong(transaction).array()));
    return digest.digest();
  }

  /** SHA-256 over the entry and whose connection it came on. */
  byte[] digestWithWriter() {
    MessageDigest digest = sha256();
    digest.update(digest());
    add(digest, writtenBy.orElse(""));
    return digest.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
