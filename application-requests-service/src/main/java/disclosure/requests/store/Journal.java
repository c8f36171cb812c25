package disclosure.requests.store;

import disclosure.requests.application.Receipt;
import disclosure.requests.audit.Actor;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.Outbox;
import disclosure.requests.store.state.DerivedState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What every change of an application leaves behind: an entry in the audit trail, and an event. */
@ApplicationScoped
public class Journal {

  private final AuditTrail audit;
  private final Outbox outbox;

  Journal(AuditTrail audit, Outbox outbox) {
    this.audit = audit;
    this.outbox = outbox;
  }

  /** Call under the application's row lock, or when the application is new. */
  public void write(
      Connection connection,
      Actor by,
      AuditAction action,
      UUID id,
      long version,
      Receipt receipt,
      DerivedState derived,
      Instant now)
      throws SQLException {
    audit.append(
        connection,
        action,
        List.of(
            new AuditTrail.Subject(by, id.toString(), Optional.of(receipt.organCode()), version)));
    outbox.append(
        connection,
        Topic.APPLICATIONS,
        id.toString(),
        version,
        state(id, version, receipt, derived, now));
  }

  /** The same for new applications. */
  public void registered(Connection connection, List<NewApplication> fresh) throws SQLException {
    audit.append(
        connection,
        AuditAction.APPLICATION_REGISTERED,
        fresh.stream()
            .map(
                application ->
                    new AuditTrail.Subject(
                        application.by(),
                        application.id().toString(),
                        Optional.of(application.key().organCode()),
                        NewApplication.FIRST_VERSION))
            .toList());
    outbox.append(
        connection,
        Topic.APPLICATIONS,
        fresh.stream()
            .map(
                application ->
                    new Outbox.Change(
                        application.id().toString(),
                        NewApplication.FIRST_VERSION,
                        state(
                            application.id(),
                            NewApplication.FIRST_VERSION,
                            application.application().receipt(),
                            application.derived(),
                            application.recordedAt()),
                        application.trace()))
            .toList());
  }

  private static ApplicationState state(
      UUID id, long version, Receipt receipt, DerivedState derived, Instant now) {
    return new ApplicationState(
            id,
            version,
            receipt.organCode(),
            derived.applicantType(),
            receipt.channel(),
            receipt.receivedOn(),
            derived.status(),
            derived.outcome(),
            derived.concludedOn(),
            derived.dueOn(),
            derived.dueProvisional(),
            derived.extended(),
            receipt.imported(),
            now)
        .with(
            derived.processing().answerDueOn(),
            derived.processing().workingDays(),
            derived.processing().fees());
  }
}
