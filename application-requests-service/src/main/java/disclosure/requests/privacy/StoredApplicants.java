package disclosure.requests.privacy;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.format.StepFormat;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the applications hold of those who applied, to be forgotten or encrypted anew. */
@ApplicationScoped
public class StoredApplicants {

  private static final String FORGETTABLE =
      """
      SELECT id, organ_code, version FROM application
       WHERE anonymized_at IS NULL
         AND (concluded_on <= :last OR status = 'VOIDED' AND changed_at < :end)
         AND {condition}
         AND {open}
       LIMIT :limit
         FOR NO KEY UPDATE SKIP LOCKED
      """;

  /**
   * What a release forgot that kept the digest, and the texts of the steps; and texts that were
   * recorded since, when they have been kept for as long themselves.
   */
  private static final String HALF_FORGOTTEN =
      """
      SELECT id, organ_code, version FROM application
       WHERE anonymized_at IS NOT NULL
         AND (content_digest <> '' OR later_texts_at < :end AND {condition})
         AND {open}
       LIMIT :limit
         FOR NO KEY UPDATE SKIP LOCKED
      """;

  private static final String FORGET =
      """
      UPDATE application
         SET applicant_name = NULL, applicant_identity_number = NULL, applicant_contact = NULL,
             applicant_fingerprint = NULL, applicant_others = NULL, note = NULL,
             name_digest = NULL, contact_digest = NULL, request_digest = NULL, subject = NULL,
             content_digest = '', anonymized_at = coalesce(anonymized_at, :at),
             later_texts_at = NULL,
             handling_version = handling_version + (note IS NOT NULL)::int
       WHERE id = :id
         AND (anonymized_at IS NULL OR content_digest <> '' OR later_texts_at IS NOT NULL)
      """;

  private static final String SEALED =
      """
      SELECT id, applicant_name, applicant_identity_number, applicant_contact,
             applicant_fingerprint, applicant_others, note, content_digest
        FROM application
      """;

  private static final String REPLACE =
      """
      UPDATE application
         SET applicant_name = :name, applicant_identity_number = :identityNumber,
             applicant_contact = :contact, applicant_fingerprint = :fingerprint,
             applicant_others = :others, note = :note,
             content_digest = :digest
       WHERE id = :id
      """;

  private final String notSetAside;

  StoredApplicants(Jobs jobs) {
    this.notSetAside = jobs.notSetAside("application.id");
  }

  /** An application whose applicant may be forgotten; its row is locked. */
  public record Forgettable(UUID id, OrganCode organCode, long version) {}

  /**
   * Whom to forget.
   *
   * @param last the day on which an application was concluded at the latest
   * @param end the moment before which it was voided
   * @param condition what else must be true of a row of {@code application}, in SQL
   */
  public record Forgetting(LocalDate last, Instant end, String condition) {}

  /** Some that may be forgotten, without those that the job has set aside. */
  public List<Forgettable> forgettable(
      Connection connection, Forgetting forgetting, UUID job, int limit) throws SQLException {
    List<Forgettable> some =
        forgettable(connection, forgetting, notSetAside, limit)
            .with("job", job)
            .list(Forgettable.class);
    return some.isEmpty()
        ? halfForgotten(connection, forgetting, notSetAside, limit)
            .with("job", job)
            .list(Forgettable.class)
        : some;
  }

  /** The one, if it may be forgotten. */
  public List<Forgettable> forgettable(Connection connection, Forgetting forgetting, UUID id)
      throws SQLException {
    String only = "application.id = :id";
    List<Forgettable> one =
        forgettable(connection, forgetting, only, 1).with("id", id).list(Forgettable.class);
    return one.isEmpty()
        ? halfForgotten(connection, forgetting, only, 1).with("id", id).list(Forgettable.class)
        : one;
  }

  private static Sql halfForgotten(
      Connection connection, Forgetting forgetting, String open, int limit) {
    String text =
        HALF_FORGOTTEN.replace("{condition}", forgetting.condition()).replace("{open}", open);
    return Sql.of(connection, text).with("end", forgetting.end()).with("limit", limit);
  }

  private static Sql forgettable(
      Connection connection, Forgetting forgetting, String open, int limit) {
    String text =
        FORGETTABLE.replace("{condition}", forgetting.condition()).replace("{open}", open);
    return Sql.of(connection, text)
        .with("last", forgetting.last())
        .with("end", forgetting.end())
        .with("limit", limit);
  }

  /**
   * Forgets who applied, and for what: with the free texts of the steps, and the digest of what was
   * said, which would tell whether a guess is right. False when that is forgotten already.
   */
  public boolean forget(Connection connection, UUID id, Instant at) throws SQLException {
    Sql.of(connection, "DELETE FROM application_receipt_before WHERE application_id = :id")
        .with("id", id)
        .update();
    boolean forgotten = Sql.of(connection, FORGET).with("at", at).with("id", id).update() == 1;
    if (forgotten) {
      forgetTexts(connection, id);
    }
    return forgotten;
  }

  private record Content(int sequence, String content) {}

  private static void forgetTexts(Connection connection, UUID id) throws SQLException {
    List<Content> steps =
        Sql.of(
                connection,
                "SELECT sequence, content FROM application_step WHERE application_id = :id")
            .with("id", id)
            .list(Content.class);
    for (Content step : steps) {
      String without = StepFormat.withoutTexts(StepFormat.parse(step.content())).toString();
      if (!without.equals(step.content())) {
        Sql.of(
                connection,
                """
                UPDATE application_step SET content = :content
                 WHERE application_id = :id AND sequence = :sequence
                """)
            .with("content", without)
            .with("id", id)
            .with("sequence", step.sequence())
            .update();
      }
    }
  }

  /**
   * What is stored encrypted of one application; its row is locked.
   *
   * @param note what the office noted
   * @param digest of what was said; empty when that is forgotten
   */
  public record Sealed(UUID id, SealedApplicant applicant, Optional<byte[]> note, byte[] digest) {

    static Sealed read(ResultSet row) throws SQLException {
      return new Sealed(
          row.getObject("id", UUID.class),
          SealedApplicant.read(row),
          Optional.ofNullable(row.getBytes("note")),
          row.getBytes("content_digest"));
    }
  }

  /** The next ones in the order of the ids. */
  public List<Sealed> sealedAfter(Connection connection, Optional<UUID> last, int limit)
      throws SQLException {
    return Sql.of(
            connection,
            SEALED
                + """
                WHERE id > coalesce(:last::uuid, '00000000-0000-0000-0000-000000000000')
                ORDER BY id
                LIMIT :limit
                  FOR NO KEY UPDATE
                """)
        .with("last", last)
        .with("limit", limit)
        .rows(Sealed::read);
  }

  /** The one, if it is there. */
  public List<Sealed> sealed(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, SEALED + "WHERE id = :id FOR NO KEY UPDATE")
        .with("id", id)
        .rows(Sealed::read);
  }

  /** Stores the same under another key. */
  public void replace(Connection connection, Sealed anew) throws SQLException {
    Sql.of(connection, REPLACE)
        .all(anew.applicant())
        .with("note", anew.note())
        .with("digest", anew.digest())
        .with("id", anew.id())
        .update();
  }
}
