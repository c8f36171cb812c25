package disclosure.requests.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Caller;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.Topic;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.outbox.Outbox;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Appends a step to a case. One that the last step says already, sent again by its client, is
 * answered as it stands.
 */
@ApplicationScoped
public class AppendDisputeStep {

  private final Disputes disputes;
  private final DisputeSteps steps;
  private final KnownOrgans organs;
  private final DisputedApplication applications;
  private final WriterTransaction transaction;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final ObjectMapper json;
  private final Clock clock;

  AppendDisputeStep(
      Disputes disputes,
      DisputeSteps steps,
      KnownOrgans organs,
      DisputedApplication applications,
      WriterTransaction transaction,
      Outbox outbox,
      AuditTrail audit,
      ObjectMapper json,
      Clock clock) {
    this.disputes = disputes;
    this.steps = steps;
    this.organs = organs;
    this.applications = applications;
    this.transaction = transaction;
    this.outbox = outbox;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param expected the version that the client has read
   * @throws Refusal 400 naming the field, 404, 412 when the case has another version, or 422 for
   *     what can't be
   */
  public Dispute append(
      UUID id, DisputeStepRequest request, IfMatch expected, Caller caller, Reach reach) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    request.check(LocalDate.now(clock));
    return transaction.run(
        reach,
        connection -> {
          Dispute dispute =
              disputes
                  .lock(connection, id)
                  .filter(found -> reach.includes(found.organCode()))
                  .orElseThrow(Refusal::notFound);
          List<DisputeStep> recorded = steps.of(connection, id);
          String content = json(request);
          if (!expected.names(dispute.version()) && isLast(recorded, dispute, content, caller)) {
            return dispute;
          }
          expected.require(Optional.of(dispute.version()));
          Dispute after = dispute.after(request);
          check(connection, request, dispute, after);
          DisputeStep step =
              new DisputeStep(
                  id,
                  recorded.size() + 1,
                  request.type(),
                  request.on(),
                  request.on(),
                  content,
                  json(dispute),
                  caller.clientId(),
                  caller.person(),
                  now);
          steps.append(connection, step, after, now);
          audit.append(
              connection,
              caller,
              AuditAction.DISPUTE_STEP_APPENDED,
              id,
              after.organCode(),
              after.version());
          outbox.append(
              connection, Topic.DISPUTES, id.toString(), after.version(), after.state(now));
          return after;
        });
  }

  /** Whether this very step made the case what it is now, and nothing changed it since. */
  private boolean isLast(
      List<DisputeStep> recorded, Dispute dispute, String content, Caller caller) {
    if (recorded.isEmpty()) {
      return false;
    }
    DisputeStep last = recorded.get(recorded.size() - 1);
    return last.content().equals(content)
        && last.recordedBy().equals(caller.clientId())
        && versionIn(last.before()) + 1 == dispute.version();
  }

  private long versionIn(String dispute) {
    try {
      return json.readTree(dispute).path("version").asLong();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored case is no JSON", impossible);
    }
  }

  private void check(
      Connection connection, DisputeStepRequest request, Dispute before, Dispute after)
      throws SQLException {
    List<Fault> faults = new ArrayList<>();
    if (before.countsNowhere()) {
      faults.add(RegisterFault.DISPUTE_VOIDED.at("type"));
    } else {
      checkDays(request, before, after, faults);
      checkOrgan(connection, after, faults);
      faults.addAll(
          applications.faults(
              connection, after.applicationId(), after.organCode(), after.acceptedOn()));
    }
    if (!faults.isEmpty()) {
      throw Refusal.notPermitted(faults);
    }
  }

  private static void checkDays(
      DisputeStepRequest request, Dispute before, Dispute after, List<Fault> faults) {
    if (!before.next().contains(request.type())) {
      faults.add(RegisterFault.DISPUTE_NOT_CLOSED.at("type"));
    }
    if (request.type().goesOn() && before.closedOn().filter(request.on()::isBefore).isPresent()) {
      faults.add(
          RegisterFault.BEFORE_CLOSING.at("on", Expected.atLeast(before.closedOn().orElseThrow())));
    }
    if (request.on().isBefore(after.acceptedOn())) {
      faults.add(RegisterFault.BEFORE_ACCEPTANCE.at("on", Expected.atLeast(after.acceptedOn())));
    }
    if (after.closedOn().filter(after.acceptedOn()::isAfter).isPresent()) {
      faults.add(
          RegisterFault.ACCEPTED_AFTER_CLOSING.at(
              "acceptedOn", Expected.atMost(after.closedOn().orElseThrow())));
    }
  }

  private void checkOrgan(Connection connection, Dispute after, List<Fault> faults)
      throws SQLException {
    KnownOrgans.Existence existence =
        organs.find(connection, Set.of(after.organCode())).get(after.organCode());
    if (!existence.on(after.acceptedOn())) {
      faults.add(RegisterFault.ORGAN_NOT_THERE_ON_ACCEPTANCE.at("acceptedOn"));
    }
  }

  private String json(Record said) {
    try {
      return json.writeValueAsString(said);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
