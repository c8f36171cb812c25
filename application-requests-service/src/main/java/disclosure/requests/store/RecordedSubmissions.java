package disclosure.requests.store;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What natural keys stand for already, with the answers that were given. */
@ApplicationScoped
public class RecordedSubmissions {

  private static final String FIND =
      """
      SELECT source_client, organ_code, source_reference, id, content_digest, answer
        FROM application
        JOIN unnest(:clients::text[], :organs::text[], :references::text[])
             AS submitted (source_client, organ_code, source_reference)
       USING (source_client, organ_code, source_reference)
      """;

  private final PersonalDataCipher cipher;

  RecordedSubmissions(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * An earlier post of a key.
   *
   * @param applicationId the application that it made
   * @param digest what it said; absent when no key opens that any more
   * @param answer the body of the answer that it got
   */
  public record RecordedSubmission(
      UUID applicationId, Optional<ContentDigest> digest, String answer) {

    /** Whether it is known to have said the same. */
    public boolean says(ContentDigest other) {
      return digest.equals(Optional.of(other));
    }
  }

  /** The earlier posts of the given keys; keys that are free are missing. */
  public Map<NaturalKey, RecordedSubmission> find(
      Connection connection, Collection<NaturalKey> keys) throws SQLException {
    Map<NaturalKey, RecordedSubmission> found = new HashMap<>();
    Sql.of(connection, FIND)
        .array("clients", "text", keys.stream().map(NaturalKey::clientId).toList())
        .array("organs", "text", keys.stream().map(NaturalKey::organCode).toList())
        .array("references", "text", keys.stream().map(NaturalKey::sourceReference).toList())
        .list(Row.class)
        .forEach(row -> found.put(row.key(), submission(row)));
    return found;
  }

  /** As it is stored: what was said is encrypted. */
  private record Row(
      String sourceClient,
      OrganCode organCode,
      String sourceReference,
      UUID id,
      byte[] contentDigest,
      String answer) {

    NaturalKey key() {
      return new NaturalKey(sourceClient, organCode, sourceReference);
    }
  }

  private RecordedSubmission submission(Row row) {
    return new RecordedSubmission(row.id(), digest(row), row.answer());
  }

  /** One that can't be read spoils nothing of what is registered beside it. */
  private Optional<ContentDigest> digest(Row row) {
    try {
      byte[] digest = cipher.decrypt(row.contentDigest(), cell(row.id()));
      return Optional.of(new ContentDigest(digest));
    } catch (UnreadablePersonalData told) {
      return Optional.empty();
    }
  }

  /** Named for the table that held the digests at first; they stay readable so. */
  public static Cell cell(UUID applicationId) {
    return new Cell("application_intake", "content_digest", applicationId);
  }
}
