package disclosure.requests.privacy;

import disclosure.edge.Caller;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.store.Applications;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells who applies, in full, once the audit trail says who asked. */
@ApplicationScoped
public class ReadApplicant {

  private final Applications applications;
  private final PersonalDataCipher cipher;
  private final WriterTransaction transaction;
  private final AuditTrail audit;

  ReadApplicant(
      Applications applications,
      PersonalDataCipher cipher,
      WriterTransaction transaction,
      AuditTrail audit) {
    this.applications = applications;
    this.cipher = cipher;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * The applicant of an application; each call is audited.
   *
   * @throws Refusal 404 when there is none, or none that the reader may see; as for any record when
   *     what is stored can't be decrypted
   */
  public FullApplicant read(UUID applicationId, Caller reader, Reach reach) {
    StoredApplication read =
        transaction.run(
            reach,
            connection -> {
              StoredApplication stored =
                  applications
                      .find(connection, applicationId)
                      .filter(found -> reach.includes(found.organCode()))
                      .orElseThrow(Refusal::notFound);
              audit.append(
                  connection,
                  reader,
                  AuditAction.APPLICANT_READ,
                  stored.id(),
                  stored.organCode(),
                  stored.version());
              return stored;
            });
    try {
      return read.applicant().open(applicationId, cipher);
    } catch (UnreadablePersonalData told) {
      throw UnreadableRecord.refusal();
    }
  }
}
