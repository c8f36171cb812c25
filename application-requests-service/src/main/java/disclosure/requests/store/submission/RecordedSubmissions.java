package disclosure.requests.store.submission;

import disclosure.edge.Writing;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What natural keys stand for already, with the answers that were given. */
@ApplicationScoped
public class RecordedSubmissions {

  private static final String FIND =
      """
      SELECT source_client, organ_code, source_reference, {writing} AS writing, id, version,
             status = 'VOIDED' AS voided, content_digest, answer,
             anonymized_at IS NOT NULL AS forgotten,
             coalesce((corrected.content::jsonb #>> '{before,receivedOn}')::date, received_on)
               AS received_on,
             coalesce(corrected.content::jsonb #>> '{before,channel}', channel) AS channel,
             logged_applicant_type, imported
        FROM application
        JOIN unnest(:clients::text[], :organs::text[], :references::text[])
             AS submitted (source_client, organ_code, {number})
       USING (source_client, organ_code, {number})
        LEFT JOIN LATERAL (
             SELECT content FROM application_step
              WHERE application_id = application.id AND type = 'RECEIPT_CORRECTED'
                AND application.anonymized_at IS NOT NULL
              ORDER BY sequence LIMIT 1) corrected ON true
      """;

  private static final String BY_KEY =
      FIND.replace("{writing}", "''").replace("{number}", "source_reference");

  private static final String IN_ONE_WRITING =
      FIND.replace("{writing}", "reference_key").replace("{number}", "reference_key")
          + "WHERE status <> 'VOIDED' OR recorded_reference IS NULL ORDER BY id";

  private final PersonalDataCipher cipher;

  RecordedSubmissions(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * An earlier post of a key.
   *
   * @param key the one that it stands under
   * @param applicationId the application that it made
   * @param version the application's present version
   * @param voided whether the application is voided
   * @param digest what it said; absent when that is forgotten, or no key opens it any more
   * @param kept what is known of it, when the rest is forgotten
   * @param answer the body of the answer that it got
   */
  public record RecordedSubmission(
      NaturalKey key,
      UUID applicationId,
      long version,
      boolean voided,
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
    rows(connection, BY_KEY, keys, NaturalKey::sourceReference)
        .forEach(row -> found.put(row.key(), submission(row)));
    return found;
  }

  /**
   * The same for numbers that may be written otherwise now. The very number goes before others that
   * differ in writing, and one that still counts before one that is voided, of which the newest
   * tells; a voided one whose number serves another application already stands for nothing.
   *
   * @return more than one where several stand in the register that are the same in the one writing
   */
  public Map<NaturalKey, List<RecordedSubmission>> findInOneWriting(
      Connection connection, Collection<NaturalKey> keys) throws SQLException {
    Map<NaturalKey, RecordedSubmission> exact = find(connection, keys);
    List<NaturalKey> others =
        keys.stream().filter(key -> !exact.containsKey(key) || exact.get(key).voided()).toList();
    Map<NaturalKey, List<RecordedSubmission>> alike = new HashMap<>();
    if (!others.isEmpty()) {
      rows(connection, IN_ONE_WRITING, others, key -> Writing.of(key.sourceReference()))
          .forEach(
              row ->
                  alike
                      .computeIfAbsent(row.folded(), none -> new ArrayList<>())
                      .add(submission(row)));
    }
    Map<NaturalKey, List<RecordedSubmission>> found = new HashMap<>();
    exact.forEach((key, submission) -> found.put(key, List.of(submission)));
    for (NaturalKey key : others) {
      List<RecordedSubmission> same = alike.getOrDefault(folded(key), List.of());
      List<RecordedSubmission> counting = same.stream().filter(one -> !one.voided()).toList();
      if (!counting.isEmpty()) {
        found.put(key, counting);
      } else if (!same.isEmpty() && !exact.containsKey(key)) {
        found.put(key, List.of(same.get(same.size() - 1)));
      }
    }
    return found;
  }

  private static NaturalKey folded(NaturalKey key) {
    return new NaturalKey(key.clientId(), key.organCode(), Writing.of(key.sourceReference()));
  }

  private static List<Row> rows(
      Connection connection,
      String find,
      Collection<NaturalKey> keys,
      Function<NaturalKey, String> number)
      throws SQLException {
    List<NaturalKey> asked =
        List.copyOf(
            keys.stream()
                .collect(
                    Collectors.toMap(
                        key -> new NaturalKey(key.clientId(), key.organCode(), number.apply(key)),
                        Function.identity(),
                        (first, same) -> first))
                .values());
    return Sql.of(connection, find)
        .array("clients", "text", asked.stream().map(NaturalKey::clientId).toList())
        .array("organs", "text", asked.stream().map(NaturalKey::organCode).toList())
        .array("references", "text", asked.stream().map(number).toList())
        .list(Row.class);
  }

  /** As it is stored: what was said is encrypted. */
  private record Row(
      String sourceClient,
      OrganCode organCode,
      String sourceReference,
      Optional<String> writing,
      UUID id,
      long version,
      boolean voided,
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

    NaturalKey folded() {
      return new NaturalKey(sourceClient, organCode, writing.orElse(""));
    }
  }

  private RecordedSubmission submission(Row row) {
    Optional<Kept> kept = row.kept();
    return new RecordedSubmission(
        row.key(),
        row.id(),
        row.version(),
        row.voided(),
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
