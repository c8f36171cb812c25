package disclosure.requests.handling;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.CurrentCaller;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
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
   * @param noteUnreadable whether there is a note that no key opens
   */
  public record Handled(long version, Handling handling, boolean noteUnreadable) {

    /** The note for a page; empty for none. */
    public String noteInWords() {
      return noteUnreadable ? MaskedApplicant.UNREADABLE : handling.note().orElse("");
    }

    /** Whether nothing would be changed by it. */
    private boolean says(Handling other) {
      return handling.handler().equals(other.handler())
          && (keepsNote(other) || !noteUnreadable && handling.note().equals(other.note()));
    }

    /** A note that nobody could read is replaced by another one, and never emptied unseen. */
    private boolean keepsNote(Handling other) {
      return noteUnreadable && other.note().isEmpty();
    }
  }

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
    return handled(application, row);
  }

  private Handled handled(UUID application, StoredHandling.Row row) {
    try {
      return new Handled(
          row.handlingVersion(),
          new Handling(row.handler(), row.note().map(note -> note(application, note))),
          false);
    } catch (UnreadablePersonalData told) {
      return new Handled(
          row.handlingVersion(), new Handling(row.handler(), Optional.empty()), true);
    }
  }

  private String note(UUID application, byte[] note) {
    return new String(cipher.decrypt(note, StoredHandling.cell(application)), UTF_8);
  }

  /**
   * Replaces both; what is absent is emptied, but for a note that can't be decrypted. What is there
   * already is left as it is, whoever put it. No figure, due date or event knows of it.
   *
   * @throws Refusal 404; 428 without what was seen, 412 when somebody else replaced them meanwhile
   *     by something else
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
          Handled present = handled(application, row);
          if (!seen.replaces(present.says(handling), row.handlingVersion())) {
            return present;
          }
          boolean keepsNote = present.keepsNote(handling);
          stored.replace(
              connection,
              application,
              handling.handler(),
              keepsNote
                  ? row.note()
                  : handling
                      .note()
                      .map(
                          note ->
                              cipher.encrypt(
                                  note.getBytes(UTF_8), StoredHandling.cell(application))),
              clock.instant());
          audit.append(
              connection,
              caller.get(),
              AuditAction.APPLICATION_HANDLING_SET,
              application,
              row.organCode(),
              row.version());
          return new Handled(row.handlingVersion() + 1, handling, keepsNote);
        });
  }
}
