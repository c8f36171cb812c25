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
import java.util.stream.Stream;

/**
 * An entry of the audit trail.
 *
 * @param id grows, with gaps; a smaller one may have become visible later
 * @param clientId the client that did it
 * @param action what was done
 * @param subjectKind what it was done to
 * @param subjectId its id
 * @param organCode the organ that it belongs to
 * @param version its version afterwards
 * @param writtenIn the transaction that appended it; absent when that was not noted yet
 * @param writtenBy role and address of the database connection that it came on, as the server saw
 *     them; absent when that was not noted yet
 * @param person who signed in at the client, by the token; absent for a system, and in entries of
 *     releases that did not note it
 * @param onBehalfOf for whom the client said that it acts
 * @param writing writtenBy with the person and on whose behalf, as they are sealed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AuditEntry(
    long id,
    Instant recordedAt,
    String clientId,
    String action,
    String subjectKind,
    String subjectId,
    Optional<String> organCode,
    long version,
    @JsonIgnore Optional<Long> writtenIn,
    Optional<String> writtenBy,
    Optional<String> person,
    Optional<String> onBehalfOf,
    @JsonIgnore Optional<String> writing) {

  static final String COLUMNS =
      "id, recorded_at, client_id, action, subject_kind, subject_id, organ_code, version,"
          + " written_in::text AS written_in, written_by,"
          + " person, on_behalf_of";

  static AuditEntry read(ResultSet row) throws SQLException {
    Optional<String> writing = Optional.ofNullable(row.getString("written_by"));
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
        writing.map(text -> text.split("\n", 2)[0]),
        Optional.ofNullable(row.getString("person")),
        Optional.ofNullable(row.getString("on_behalf_of")),
        writing);
  }

  /**
   * SHA-256 over all fields, each with its length before it, so that none runs into another. Not
   * over {@code writing}, of which the first releases knew nothing: it has a digest of its own.
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

  /** SHA-256 over the entry, whose connection it came on, and the persons behind it. */
  byte[] digestWithWriter() {
    MessageDigest digest = sha256();
    digest.update(digest());
    add(digest, writing.orElse(""));
    return digest.digest();
  }

  /** Whether the persons that it names are those that are sealed with whose connection it was. */
  boolean namesWhoIsSealed() {
    String named =
        writtenBy.orElse("")
            + person.map(who -> "\nperson " + who).orElse("")
            + onBehalfOf.map(whom -> "\non behalf of " + whom).orElse("");
    return named.equals(writing.orElse(""))
        && Stream.of(person, onBehalfOf)
            .flatMap(Optional::stream)
            .noneMatch(text -> text.contains("\n"));
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
