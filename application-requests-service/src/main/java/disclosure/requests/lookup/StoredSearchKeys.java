package disclosure.requests.lookup;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** By what the applications are found, as it stands beside them. */
@ApplicationScoped
public class StoredSearchKeys {

  private static final int MAX_ALIKE = 20;

  static final String WITHOUT =
      """
      SELECT id FROM application
       WHERE reference_key IS NULL AND {open}
       LIMIT :limit
         FOR NO KEY UPDATE SKIP LOCKED
      """;

  static final String ALIKE =
      """
      SELECT other.id, coalesce(other.recorded_reference, other.source_reference)
               AS source_reference,
             other.reference_key = one.reference_key AS same_number,
             coalesce(other.request_digest = one.request_digest, false) AS same_request
        FROM application one
        JOIN application other ON other.organ_code = one.organ_code AND other.id <> one.id
       WHERE one.id = :id AND one.status <> 'VOIDED' AND other.status <> 'VOIDED'
         AND (other.reference_key = one.reference_key OR other.request_digest = one.request_digest)
       ORDER BY other.id
       LIMIT :limit
      """;

  /** One look each into the indexes of numbers and requests. */
  static final String ARE_ALIKE =
      """
      SELECT one.id,
             (SELECT true FROM application other
               WHERE other.reference_key = one.reference_key AND other.organ_code = one.organ_code
                 AND other.id <> one.id AND other.status <> 'VOIDED'
               LIMIT 1) IS NOT NULL AS same_number,
             (SELECT true FROM application other
               WHERE other.request_digest = one.request_digest
                 AND other.organ_code = one.organ_code
                 AND other.id <> one.id AND other.status <> 'VOIDED'
               LIMIT 1) IS NOT NULL AS same_request
        FROM application one
       WHERE one.id = ANY (:ids) AND one.status <> 'VOIDED'
      """;

  private static final String REQUESTS =
      """
      SELECT DISTINCT encode(request_digest, 'hex') FROM application
       WHERE request_digest = ANY (:digests) AND organ_code = :organ AND status <> 'VOIDED'
      """;

  private final PersonalDataCipher cipher;
  private final String notSetAside;

  StoredSearchKeys(PersonalDataCipher cipher, Jobs jobs) {
    this.cipher = cipher;
    this.notSetAside = jobs.notSetAside("application.id");
  }

  /** Some that a release stored which knew no keys; their rows are locked. */
  public List<UUID> without(Connection connection, UUID job, int limit) throws SQLException {
    return Sql.of(connection, WITHOUT.replace("{open}", notSetAside))
        .with("job", job)
        .with("limit", limit)
        .list(UUID.class);
  }

  /** Stores the keys anew of what stands in a locked row: after any change of it, or of the key. */
  public void renew(Connection connection, UUID id) throws SQLException {
    Optional<SearchKeys> keys =
        Sql.of(
                connection,
                """
                SELECT coalesce(recorded_reference, source_reference) AS source_reference,
                       subject, applicant_name, applicant_identity_number, applicant_contact,
                       applicant_fingerprint, applicant_others
                  FROM application WHERE id = :id
                """)
            .with("id", id)
            .firstRow(row -> keys(row, id));
    if (keys.isPresent()) {
      Sql.of(
              connection,
              """
              UPDATE application
                 SET reference_key = :reference, name_digest = :name, contact_digest = :contact,
                     request_digest = :request
               WHERE id = :id
              """)
          .all(keys.get())
          .with("id", id)
          .update();
    }
  }

  /** Whom no key opens can't be found by his name; the number is found all the same. */
  private SearchKeys keys(ResultSet row, UUID id) throws SQLException {
    String reference = row.getString("source_reference");
    SealedApplicant sealed = SealedApplicant.read(row);
    Optional<String> subject = Optional.ofNullable(row.getString("subject"));
    try {
      FullApplicant open = sealed.open(id, cipher);
      return SearchKeys.of(
          new SearchKeys.Said(
              reference, open.name(), open.identityNumber(), open.contact(), subject),
          cipher);
    } catch (UnreadablePersonalData told) {
      return SearchKeys.ofReference(reference);
    }
  }

  /**
   * An application that is like another one of the same organ.
   *
   * @param sourceReference the number given by the client that recorded it, as it was sent
   * @param because what is alike
   */
  public record Alike(UUID id, String sourceReference, List<PossibleDuplicate> because) {

    private static Alike read(ResultSet row) throws SQLException {
      return new Alike(
          row.getObject("id", UUID.class), row.getString("source_reference"), alikeIn(row));
    }
  }

  private static List<PossibleDuplicate> alikeIn(ResultSet row) throws SQLException {
    List<PossibleDuplicate> because = new ArrayList<>();
    if (row.getBoolean("same_number")) {
      because.add(PossibleDuplicate.SAME_NUMBER);
    }
    if (row.getBoolean("same_request")) {
      because.add(PossibleDuplicate.SAME_REQUEST);
    }
    return List.copyOf(because);
  }

  /**
   * In what others of their organs, earlier and later ones, are like each of the applications;
   * those like nothing else are missing.
   */
  public Map<UUID, List<PossibleDuplicate>> alike(Connection connection, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, List<PossibleDuplicate>> alike = new HashMap<>();
    if (!ids.isEmpty()) {
      Sql.of(connection, ARE_ALIKE)
          .array("ids", "uuid", ids.stream().distinct().toList())
          .rows(row -> Map.entry(row.getObject("id", UUID.class), alikeIn(row)))
          .stream()
          .filter(entry -> !entry.getValue().isEmpty())
          .forEach(entry -> alike.put(entry.getKey(), entry.getValue()));
    }
    return alike;
  }

  /**
   * Those of the keys of applications that aren't registered whose person asked the same before.
   */
  public Set<SearchKeys> askedBefore(
      Connection connection, OrganCode organ, Collection<SearchKeys> keys) throws SQLException {
    Set<String> known =
        Set.copyOf(
            Sql.of(connection, REQUESTS)
                .with("organ", organ)
                .array(
                    "digests",
                    "bytea",
                    keys.stream().flatMap(key -> key.request().stream()).toList())
                .list(String.class));
    return keys.stream()
        .filter(
            key -> key.request().map(HexFormat.of()::formatHex).filter(known::contains).isPresent())
        .collect(Collectors.toSet());
  }

  /** Those that are like the application, earlier and later ones. */
  public List<Alike> alike(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, ALIKE).with("id", id).with("limit", MAX_ALIKE).rows(Alike::read);
  }
}
