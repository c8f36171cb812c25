package disclosure.requests.store;

import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.note.ReceiptNotes;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.OtherPersons;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.state.ReceiptValues;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.RecordedSubmissions;
import disclosure.requests.store.submission.RecordedSubmissions.RecordedSubmission;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What was received, when it was recorded wrongly, and the office's numbers that become free. */
@ApplicationScoped
public class Receipts {

  static final String SOURCE_REFERENCE = "sourceReference";

  private static final String KEEP =
      """
      INSERT INTO application_receipt_before
             (application_id, sequence, subject, applicant_name, applicant_identity_number,
              applicant_contact, applicant_others)
      SELECT id, :sequence, subject, applicant_name, applicant_identity_number, applicant_contact,
             applicant_others
        FROM application
       WHERE id = :id
      """;

  private static final String CORRECT =
      """
      UPDATE application
         SET received_on = :receivedOn, channel = :channel,
             source_reference = coalesce(:sourceReference, source_reference),
             subject = CASE WHEN NOT :noSubject THEN coalesce(:subject, subject) END,
             applicant_name = CASE WHEN NOT :noName THEN coalesce(:name, applicant_name) END,
             applicant_identity_number =
               CASE WHEN NOT :noIdentityNumber
                    THEN coalesce(:identityNumber, applicant_identity_number) END,
             applicant_contact =
               CASE WHEN NOT :noContact THEN coalesce(:contact, applicant_contact) END,
             applicant_fingerprint =
               CASE WHEN NOT :noIdentityNumber
                    THEN coalesce(:fingerprint, applicant_fingerprint) END,
             applicant_others =
               CASE WHEN :correctsOthers THEN :others ELSE applicant_others END,
             submitted_on = :submittedOn, oral = :oral, requested_form = :form,
             requested_way = :way
       WHERE id = :id AND (anonymized_at IS NULL OR NOT :personal)
      """;

  private static final String HOLDER =
      """
      SELECT holder.id, holder.status = 'VOIDED' AS voided
        FROM application own
        JOIN application holder ON holder.source_client = own.source_client
                               AND holder.organ_code = own.organ_code
       WHERE own.id = :id AND holder.source_reference = :reference AND holder.id <> own.id
         FOR NO KEY UPDATE OF holder
      """;

  private static final String VOIDED_HOLDERS =
      """
      SELECT application.id, posted.id AS wanted_by
        FROM application
        JOIN unnest(:ids::uuid[], :clients::text[], :organs::text[], :references::text[])
             AS posted (id, source_client, organ_code, source_reference)
       USING (source_client, organ_code, source_reference)
       WHERE status = 'VOIDED' AND (:handedOver OR transferred_to IS NULL)
       ORDER BY application.id
         FOR NO KEY UPDATE OF application
      """;

  /** The number that clients see stays; the one that is unique gives way. */
  private static final String RELEASE =
      """
      UPDATE application
         SET recorded_reference = source_reference, source_reference = source_reference || '#' || id
       WHERE id = :id AND recorded_reference IS NULL
      """;

  private final PersonalDataCipher cipher;
  private final StoredSearchKeys keys;
  private final RecordedSubmissions submissions;

  Receipts(PersonalDataCipher cipher, StoredSearchKeys keys, RecordedSubmissions submissions) {
    this.cipher = cipher;
    this.keys = keys;
    this.submissions = submissions;
  }

  /** Whether the application says already what the correction would make it say. */
  public boolean stand(StoredApplication stored, ReceiptValues values) {
    if (values.equals(ReceiptValues.NONE)) {
      return true;
    }
    return hasNumber(values, stored.sourceReference())
        && stands(values, stored.subject(), stored.applicant().open(stored.id(), cipher));
  }

  /** What a correction replaced. */
  private record Before(
      Optional<String> subject,
      Optional<byte[]> applicantName,
      Optional<byte[]> applicantIdentityNumber,
      Optional<byte[]> applicantContact,
      Optional<byte[]> applicantOthers) {}

  /**
   * Whether these are the values that the step of that number put in place, as far as they are not
   * forgotten.
   */
  public boolean stood(
      Connection connection, StoredApplication stored, int sequence, ReceiptValues values)
      throws SQLException {
    boolean isOther =
        stored
            .sourceReferenceAfter(sequence)
            .filter(number -> !hasNumber(values, number))
            .isPresent();
    if (isOther) {
      return false;
    }
    if (!values.personal()) {
      return true;
    }
    Optional<Before> later =
        Sql.of(
                connection,
                """
                SELECT subject, applicant_name, applicant_identity_number, applicant_contact,
                       applicant_others
                  FROM application_receipt_before
                 WHERE application_id = :id AND sequence > :sequence
                 ORDER BY sequence
                 LIMIT 1
                """)
            .with("id", stored.id())
            .with("sequence", sequence)
            .first(Before.class);
    return later
        .map(
            before ->
                stands(
                    values,
                    before.subject(),
                    new SealedApplicant(
                            before.applicantName(),
                            before.applicantIdentityNumber(),
                            before.applicantContact(),
                            Optional.empty(),
                            before.applicantOthers())
                        .open(stored.id(), cipher)))
        .orElseGet(
            () -> stands(values, stored.subject(), stored.applicant().open(stored.id(), cipher)));
  }

  private static boolean stands(
      ReceiptValues values, Optional<String> subject, FullApplicant applicant) {
    return same(values.subject(), subject)
        && same(values.name(), applicant.name())
        && same(values.identityNumber(), applicant.identityNumber())
        && same(values.contact(), applicant.contact())
        && values.corrected(applicant.others()).equals(applicant.others())
        && values.removed().stream().noneMatch(one -> isThere(one, subject, applicant));
  }

  private static boolean isThere(
      ReceiptDetail detail, Optional<String> subject, FullApplicant applicant) {
    return switch (detail) {
      case SOURCE_REFERENCE -> true;
      // The step says so itself, or it was compared above.
      case JOINT_APPLICANTS, AGENT, SUBMITTED_ON, REQUESTED_FORM, REQUESTED_WAY -> false;
      case SUBJECT -> subject.isPresent();
      case APPLICANT_NAME -> applicant.name().isPresent();
      case APPLICANT_IDENTITY_NUMBER -> applicant.identityNumber().isPresent();
      case APPLICANT_CONTACT -> applicant.contact().isPresent();
    };
  }

  private static boolean hasNumber(ReceiptValues values, String number) {
    return same(values.sourceReference(), Optional.of(number));
  }

  private static boolean same(Optional<String> wanted, Optional<String> present) {
    return wanted.isEmpty() || wanted.equals(present);
  }

  /** What stood before, as far as it may stand in a step. */
  public static Map<String, String> before(StoredApplication stored) {
    Map<String, String> before = new TreeMap<>();
    before.put("receivedOn", stored.facts().receivedOn().toString());
    before.put("channel", stored.facts().channel());
    before.put("applicantType", stored.facts().applicantType());
    before.put(SOURCE_REFERENCE, stored.sourceReference());
    stored.notes().submittedOn().ifPresent(day -> before.put("submittedOn", day.toString()));
    before.put("oral", Boolean.toString(stored.notes().oral()));
    stored.notes().form().ifPresent(form -> before.put("requestedForm", form.name()));
    stored.notes().way().ifPresent(way -> before.put("requestedWay", way.name()));
    return before;
  }

  /**
   * Puts the right values in place of a locked application's, and keeps those that stood.
   *
   * @param sequence the step that corrects
   * @param receipt what it makes of the facts
   * @throws Refusal 409 when the number is taken, 422 when it was handed in after it was received,
   *     or the applicant is forgotten already
   */
  public void correct(
      Connection connection,
      StoredApplication stored,
      int sequence,
      ReceiptCorrected correction,
      Receipt receipt,
      ReceiptValues values)
      throws SQLException {
    UUID id = stored.id();
    ReceiptNotes notes = correction.corrected(stored.notes());
    requireSubmitted(notes, correction, receipt);
    if (values.sourceReference().isPresent()) {
      take(connection, id, values.sourceReference().get());
    }
    if (values.personal()) {
      Sql.of(connection, KEEP).with("sequence", sequence).with("id", id).update();
    }
    int corrected =
        Sql.of(connection, CORRECT)
            .all(corrected(stored, values))
            .with("correctsOthers", values.correctsOthers())
            .with("submittedOn", notes.submittedOn())
            .with("oral", notes.oral())
            .with("form", notes.form().map(Enum::name))
            .with("way", notes.way().map(Enum::name))
            .with("receivedOn", receipt.receivedOn())
            .with("channel", receipt.channel())
            .with("sourceReference", values.sourceReference())
            .with("subject", values.subject())
            .with("noSubject", values.removed().contains(ReceiptDetail.SUBJECT))
            .with("noName", values.removed().contains(ReceiptDetail.APPLICANT_NAME))
            .with(
                "noIdentityNumber",
                values.removed().contains(ReceiptDetail.APPLICANT_IDENTITY_NUMBER))
            .with("noContact", values.removed().contains(ReceiptDetail.APPLICANT_CONTACT))
            .with("personal", values.personal())
            .with("id", id)
            .update();
    if (corrected == 0) {
      throw Refusal.notPermitted(RegisterFault.PERSONAL_DATA_FORGOTTEN.at("applicant"));
    }
    keys.renew(connection, id);
  }

  private static void requireSubmitted(
      ReceiptNotes notes, ReceiptCorrected correction, Receipt receipt) {
    // Whoever corrects something else isn't told of days that a release before let stand.
    boolean correctsDays =
        correction.receivedOn().isPresent() || correction.notes().submittedOn().isPresent();
    if (correctsDays && notes.isSubmittedAfter(receipt.receivedOn())) {
      throw Refusal.notPermitted(
          correction.notes().submittedOn().isPresent()
              ? RegisterFault.SUBMITTED_AFTER_RECEIPT.at(
                  "submittedOn", Expected.atMost(receipt.receivedOn()))
              : RegisterFault.SUBMITTED_AFTER_RECEIPT.at(
                  "receivedOn", Expected.atLeast(notes.submittedOn().orElseThrow())));
    }
  }

  /** What is forgotten or not corrected is not opened. */
  private SealedApplicant corrected(StoredApplication stored, ReceiptValues values) {
    SealedApplicant corrected =
        SealedApplicant.of(
            values.name(),
            values.identityNumber(),
            values.contact(),
            OtherPersons.NONE,
            stored.id(),
            cipher);
    return values.correctsOthers()
        ? corrected.withOthersOf(stored.applicant(), values::corrected, stored.id(), cipher)
        : corrected;
  }

  /** Whose number it is. */
  private record Holder(UUID id, boolean voided) {}

  private static void take(Connection connection, UUID id, String reference) throws SQLException {
    Optional<Holder> holder =
        Sql.of(connection, HOLDER).with("reference", reference).with("id", id).first(Holder.class);
    if (holder.filter(other -> !other.voided()).isPresent()) {
      throw numberTaken(holder.get().id());
    }
    if (holder.isPresent()) {
      release(connection, holder.get().id());
    }
  }

  private static void release(Connection connection, UUID id) throws SQLException {
    Sql.of(connection, RELEASE).with("id", id).update();
  }

  /** A voided application whose number an application wants that is being posted. */
  private record VoidedHolder(UUID id, UUID wantedBy) {}

  /**
   * The number of a voided application is free for another one, and the same one sent again is no
   * other, unless it is handed back. That of one that was handed over stays its own: it counts with
   * the other organ, until that hands it back.
   *
   * @param keptOut posts that could not be stored, since their numbers are taken
   * @param handedOver whether they were handed over by another organ
   * @return those of them that can be stored now
   */
  List<NewApplication> freeNumbers(
      Connection connection, List<NewApplication> keptOut, boolean handedOver) throws SQLException {
    Map<UUID, NewApplication> posts = new LinkedHashMap<>();
    keptOut.forEach(post -> posts.put(post.id(), post));
    List<VoidedHolder> holders =
        Sql.of(connection, VOIDED_HOLDERS)
            .with("handedOver", handedOver)
            .array("ids", "uuid", posts.keySet())
            .array("clients", "text", keptOut.stream().map(post -> post.key().clientId()).toList())
            .array("organs", "text", keptOut.stream().map(post -> post.key().organCode()).toList())
            .array(
                "references",
                "text",
                keptOut.stream().map(post -> post.key().sourceReference()).toList())
            .list(VoidedHolder.class);
    if (holders.isEmpty()) {
      return List.of();
    }
    Map<NaturalKey, RecordedSubmission> earlier =
        submissions.find(connection, keptOut.stream().map(NewApplication::key).toList());
    List<NewApplication> freed = new ArrayList<>();
    for (VoidedHolder holder : holders) {
      NewApplication post = posts.get(holder.wantedBy());
      RecordedSubmission first = earlier.get(post.key());
      // One that can't be read keeps its number.
      if (first.isReadable() && (handedOver || !first.says(post.said()))) {
        release(connection, holder.id());
        freed.add(post);
      }
    }
    return freed;
  }

  /** 409: another application of the client and the organ has the number. */
  public static Refusal numberTaken(UUID holder) {
    return Refusal.conflict(
        "source-reference-taken",
        new Text("来源编号已被使用", "Source reference taken"),
        new Text("该来源编号已登记了另一件申请。", "Another application was recorded under this reference."),
        List.of(RegisterFault.takenByApplication(holder)));
  }
}
