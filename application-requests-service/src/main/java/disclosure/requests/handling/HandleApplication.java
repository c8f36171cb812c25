package disclosure.requests.handling;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Says who handles an application, for whoever acts for its organ: over HTTP and on pages. */
@ApplicationScoped
public class HandleApplication {

  private final StoredHandling stored;
  private final PersonalDataCipher cipher;
  private final WriterTransaction transaction;
  private final RegisterReader reader;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Clock clock;

  HandleApplication(
      StoredHandling stored,
      PersonalDataCipher cipher,
      WriterTransaction transaction,
      RegisterReader reader,
      AuditTrail audit,
      CurrentCaller caller,
      OrganAccess access,
      Clock clock) {
    this.stored = stored;
    this.cipher = cipher;
    this.transaction = transaction;
    this.reader = reader;
    this.audit = audit;
    this.caller = caller;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Who handles it now.
   *
   * @param version grows with every replacement
   */
  public record Handled(long version, Handling handling) {}

  /**
   * Reads it.
   *
   * @throws Refusal 404
   */
  public Handled read(UUID application) throws SQLException {
    Reach reach = access.reach();
    StoredHandling.Row row =
        reader
            .read(reach, connection -> stored.find(connection, application))
            .filter(found -> reach.includes(found.organCode()))
            .orElseThrow(Refusal::notFound);
    return new Handled(
        row.handlingVersion(),
        new Handling(row.handler(), row.note().map(note -> note(application, note))));
  }

  private String note(UUID application, byte[] note) {
    try {
      return new String(cipher.decrypt(note, StoredHandling.cell(application)), UTF_8);
    } catch (UnreadablePersonalData told) {
      throw UnreadableRecord.refusal();
    }
  }

  /**
   * Replaces both; what is absent is emptied. No figure, due date or event knows of it.
   *
   * @throws Refusal 404; 428 without what was seen, 412 when somebody else replaced them meanwhile
   */
  public Handled replace(UUID application, Handling handling, IfMatch seen) {
    seen.requireGiven();
    Reach reach = access.reach();
    return transaction.run(
        reach,
        connection -> {
          StoredHandling.Row row =
              stored
                  .lock(connection, application)
                  .filter(found -> reach.includes(found.organCode()))
                  .orElseThrow(Refusal::notFound);
          seen.requireSeen(row.handlingVersion());
          stored.replace(
              connection,
              application,
              handling.handler(),
              handling
                  .note()
                  .map(
                      note ->
                          cipher.encrypt(note.getBytes(UTF_8), StoredHandling.cell(application))),
              clock.instant());
          audit.append(
              connection,
              caller.get(),
              AuditAction.APPLICATION_HANDLING_SET,
              application,
              row.organCode(),
              row.version());
          return new Handled(row.handlingVersion() + 1, handling);
        });
  }
}
