package disclosure.requests.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.Topic;
import disclosure.requests.dispute.Disputes.FirstPost;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.outbox.Outbox;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.UuidV7;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records cases and their results, each with its audit entry and its event. */
@ApplicationScoped
public class RecordDispute {

  private final Disputes disputes;
  private final KnownOrgans organs;
  private final DisputedApplication applications;
  private final WriterTransaction transaction;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final ObjectMapper json;
  private final Clock clock;

  RecordDispute(
      Disputes disputes,
      KnownOrgans organs,
      DisputedApplication applications,
      WriterTransaction transaction,
      Outbox outbox,
      AuditTrail audit,
      CurrentCaller caller,
      OrganAccess access,
      ObjectMapper json,
      Clock clock) {
    this.disputes = disputes;
    this.organs = organs;
    this.applications = applications;
    this.transaction = transaction;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.access = access;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param body the answer; for a repeated post the very body of the first one
   * @param created whether this post was the first
   */
  public record Recorded(UUID id, String body, boolean created) {}

  /**
   * Records a case. A post of a key that is taken answers as the first post of it did, if it says
   * the same.
   *
   * @throws Refusal 400, 403 or 422 naming the field; 409 when the reference stands for another
   *     case
   */
  public Recorded register(DisputeRequest request) throws SQLException {
    request.check(LocalDate.now(clock));
    access.require(request.organCode(), "organCode");
    Instant now = now();
    Dispute dispute = Dispute.of(UuidV7.at(now), request);
    String answer = json(dispute);
    String client = caller.get().clientId();
    return transaction.run(
        access.reach(),
        connection -> {
          // What was recorded stays answered, also when it could not be recorded any more.
          Optional<FirstPost> earlier = firstPost(connection, client, request);
          if (earlier.isPresent()) {
            return repeated(earlier.get(), request);
          }
          requireOrgan(connection, request);
          requireApplication(connection, request);
          if (disputes.insert(connection, dispute, client, answer, now)) {
            journal(connection, AuditAction.DISPUTE_REGISTERED, dispute, now);
            return new Recorded(dispute.id(), answer, true);
          }
          return repeated(firstPost(connection, client, request).orElseThrow(), request);
        });
  }

  private Optional<FirstPost> firstPost(
      Connection connection, String client, DisputeRequest request) throws SQLException {
    return disputes.firstPost(connection, client, request.organCode(), request.sourceReference());
  }

  private Recorded repeated(FirstPost first, DisputeRequest request) {
    if (!json(Dispute.of(first.id(), request)).equals(first.answer())) {
      throw differs(first.id());
    }
    return new Recorded(first.id(), first.answer(), false);
  }

  /**
   * Records how a case ended, or corrects that; what is recorded already changes nothing, and
   * another result is replaced only by who has read it, which {@code *} doesn't say.
   *
   * @param expected the version that the client has read
   * @throws Refusal 400 naming the field, 404, 412 when the case has another version and doesn't
   *     say the same, or 428 when it has another result and the client doesn't say what it has read
   */
  public Dispute close(UUID id, ResultRequest request, IfMatch expected) {
    Instant now = now();
    // Asked before the transaction, which must not wait for a second connection.
    Reach reach = access.reach();
    return transaction.run(
        reach,
        connection -> {
          Dispute dispute =
              disputes
                  .lock(connection, id)
                  .filter(found -> reach.includes(found.organCode()))
                  .orElseThrow(Refusal::notFound);
          if (dispute.countsNowhere()) {
            expected.require(Optional.of(dispute.version()));
            throw Refusal.notPermitted(RegisterFault.DISPUTE_VOIDED.at("result"));
          }
          if (dispute.result().isEmpty()) {
            expected.require(Optional.of(dispute.version()));
          } else if (!expected.replaces(dispute.says(request), dispute.version())) {
            return dispute;
          }
          List<Fault> faults =
              DisputeDates.closing(request.closedOn(), dispute.acceptedOn(), LocalDate.now(clock));
          if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
          }
          Dispute closed = dispute.closed(request);
          disputes.close(connection, closed, now);
          journal(connection, AuditAction.DISPUTE_RESULT_RECORDED, closed, now);
          return closed;
        });
  }

  private void requireOrgan(Connection connection, DisputeRequest request) throws SQLException {
    Optional<KnownOrgans.Existence> existence =
        Optional.ofNullable(
            organs.find(connection, Set.of(request.organCode())).get(request.organCode()));
    if (existence.isEmpty()) {
      throw Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at("organCode"));
    }
    if (!existence.get().on(request.acceptedOn())) {
      throw Refusal.notPermitted(RegisterFault.ORGAN_NOT_THERE_ON_ACCEPTANCE.at("organCode"));
    }
  }

  private void requireApplication(Connection connection, DisputeRequest request)
      throws SQLException {
    List<Fault> faults =
        applications.faults(
            connection, request.applicationId(), request.organCode(), request.acceptedOn());
    if (!faults.isEmpty()) {
      throw Refusal.notPermitted(faults);
    }
  }

  private void journal(Connection connection, AuditAction action, Dispute dispute, Instant now)
      throws SQLException {
    audit.append(
        connection, caller.get(), action, dispute.id(), dispute.organCode(), dispute.version());
    outbox.append(
        connection, Topic.DISPUTES, dispute.id().toString(), dispute.version(), dispute.state(now));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private String json(Dispute dispute) {
    try {
      return json.writeValueAsString(dispute);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Refusal differs(UUID other) {
    return Refusal.conflict(
        "source-reference-taken",
        new Text("来源编号已被使用", "Source reference taken"),
        new Text(
            "该来源编号已登记了内容不同的案件。", "A case with other content was recorded under this reference."),
        List.of(RegisterFault.takenByCase(other)));
  }
}
