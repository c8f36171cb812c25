package disclosure.requests.store;

import disclosure.requests.application.Receipt;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
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
      SELECT source_client, organ_code, source_reference, id, version, content_digest, answer,
             anonymized_at IS NOT NULL AS forgotten,
             coalesce((corrected.content::jsonb #>> '{before,receivedOn}')::date, received_on)
               AS received_on,
             coalesce(corrected.content::jsonb #>> '{before,channel}', channel) AS channel,
             logged_applicant_type, imported
        FROM application
        JOIN unnest(:clients::text[], :organs::text[], :references::text[])
             AS submitted (source_client, organ_code, source_reference)
       USING (source_client, organ_code, source_reference)
        LEFT JOIN LATERAL (
             SELECT content FROM application_step
              WHERE application_id = application.id AND type = 'RECEIPT_CORRECTED'
                AND application.anonymized_at IS NOT NULL
              ORDER BY sequence LIMIT 1) corrected ON true
      """;

  private final PersonalDataCipher cipher;

  RecordedSubmissions(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * An earlier post of a key.
   *
   * @param applicationId the application that it made
   * @param version the application's present version
   * @param digest what it said; absent when that is forgotten, or no key opens it any more
   * @param kept what is known of it, when the rest is forgotten
   * @param answer the body of the answer that it got
   */
  public record RecordedSubmission(
      UUID applicationId,
      long version,
      Optional<ContentDigest> digest,
      Optional<Kept> kept,
      String answer) {

    /** Whether it can be told what it said. */
    public boolean isReadable() {
      return digest.isPresent() || kept.isPresent();
    }

    /** Whether it is known to have said the same, as far as that is not forgotten. */
    public boolean says(Said other) {
      return kept.map(known -> known.equals(Kept.of(other.receipt())))
          .orElse(digest.equals(Optional.of(other.digest())));
    }
  }

  /** What is kept of a post when it is forgotten who applied: nothing that is anybody's secret. */
  public record Kept(String applicantType, String channel, LocalDate receivedOn, boolean imported) {

    static Kept of(Receipt receipt) {
      return new Kept(
          receipt.applicantType().name(),
          receipt.channel().name(),
          receipt.receivedOn(),
          receipt.imported());
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
      long version,
      byte[] contentDigest,
      String answer,
      boolean forgotten,
      LocalDate receivedOn,
      String channel,
      String loggedApplicantType,
      boolean imported) {

    Optional<Kept> kept() {
      return forgotten
          ? Optional.of(new Kept(loggedApplicantType, channel, receivedOn, imported))
          : Optional.empty();
    }

    NaturalKey key() {
      return new NaturalKey(sourceClient, organCode, sourceReference);
    }
  }

  private RecordedSubmission submission(Row row) {
    Optional<Kept> kept = row.kept();
    return new RecordedSubmission(
        row.id(),
        row.version(),
        kept.isPresent() ? Optional.empty() : digest(row),
        kept,
        row.answer());
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
