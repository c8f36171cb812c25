package disclosure.requests.store;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.application.Receipt;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What was received, when it was recorded wrongly, and the office's numbers that become free. */
@ApplicationScoped
public class Receipts {

  private static final String KEEP =
      """
      INSERT INTO application_receipt_before
             (application_id, sequence, subject, applicant_name, applicant_identity_number,
              applicant_contact)
      SELECT id, :sequence, subject, applicant_name, applicant_identity_number, applicant_contact
        FROM application
       WHERE id = :id
      """;

  private static final String CORRECT =
      """
      UPDATE application
         SET received_on = :receivedOn, channel = :channel,
             source_reference = coalesce(:sourceReference, source_reference),
             subject = coalesce(:subject, subject),
             applicant_name = coalesce(:name, applicant_name),
             applicant_identity_number = coalesce(:identityNumber, applicant_identity_number),
             applicant_contact = coalesce(:contact, applicant_contact),
             applicant_fingerprint = coalesce(:fingerprint, applicant_fingerprint)
       WHERE id = :id AND (anonymized_at IS NULL OR NOT :personal)
      """;

  private static final String TAKEN =
      """
      SELECT 1
        FROM application own
        JOIN application taken ON taken.source_client = own.source_client
                              AND taken.organ_code = own.organ_code
       WHERE own.id = :id AND taken.source_reference = :reference AND taken.id <> own.id
      """;

  /** The number that clients see stays; the one that is unique gives way. */
  private static final String RELEASE =
      """
      UPDATE application
         SET recorded_reference = source_reference, source_reference = source_reference || '#' || id
       WHERE id = :id AND recorded_reference IS NULL
      """;

  private final PersonalDataCipher cipher;

  Receipts(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /** Whether the application says already what the correction would make it say. */
  public boolean stand(StoredApplication stored, ReceiptValues values) {
    if (values.equals(ReceiptValues.NONE)) {
      return true;
    }
    FullApplicant applicant = stored.applicant().open(stored.id(), cipher);
    return same(values.sourceReference(), Optional.of(stored.sourceReference()))
        && same(values.subject(), stored.subject())
        && same(values.name(), applicant.name())
        && same(values.identityNumber(), applicant.identityNumber())
        && same(values.contact(), applicant.contact());
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
    before.put("sourceReference", stored.sourceReference());
    return before;
  }

  /**
   * Puts the right values in place of a locked application's, and keeps those that stood.
   *
   * @param sequence the step that corrects
   * @throws Refusal 409 when the number is taken, 422 when the applicant is forgotten already
   */
  public void correct(
      Connection connection, UUID id, int sequence, Receipt receipt, ReceiptValues values)
      throws SQLException {
    if (values.sourceReference().isPresent() && taken(connection, id, values)) {
      throw numberTaken();
    }
    if (values.personal()) {
      Sql.of(connection, KEEP).with("sequence", sequence).with("id", id).update();
    }
    int corrected =
        Sql.of(connection, CORRECT)
            .all(
                SealedApplicant.of(
                    values.name(), values.identityNumber(), values.contact(), id, cipher))
            .with("receivedOn", receipt.receivedOn())
            .with("channel", receipt.channel())
            .with("sourceReference", values.sourceReference())
            .with("subject", values.subject())
            .with("personal", values.personal())
            .with("id", id)
            .update();
    if (corrected == 0) {
      throw Refusal.notPermitted(
          "applicant", "申请人信息和申请内容已按保存期限删除，不能再更正", "applicant and subject are forgotten already");
    }
  }

  private static boolean taken(Connection connection, UUID id, ReceiptValues values)
      throws SQLException {
    return Sql.of(connection, TAKEN)
        .with("reference", values.sourceReference().orElseThrow())
        .with("id", id)
        .exists();
  }

  /** After an application is voided, its number is free for another. */
  public void releaseNumber(Connection connection, UUID id) throws SQLException {
    Sql.of(connection, RELEASE).with("id", id).update();
  }

  private static Refusal numberTaken() {
    return Refusal.conflict(
        "source-reference-taken",
        new Text("来源编号已被使用", "Source reference taken"),
        new Text("该来源编号已登记了另一件申请。", "Another application was recorded under this reference."),
        List.of(Fault.of("sourceReference", "已登记了另一件申请", "is taken by another application")));
  }
}
