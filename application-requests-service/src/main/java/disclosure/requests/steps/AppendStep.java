package disclosure.requests.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Fault;
import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.application.StepRefused;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.dispute.CorrectedAnswers;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.store.Applications;
import disclosure.requests.store.Journal;
import disclosure.requests.store.Receipts;
import disclosure.requests.store.Recorder;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.state.ApplicationAnswer;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.state.ReceiptValues;
import disclosure.requests.store.state.Transfers;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.requests.transfer.HandOver;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Appends one step. A client that got no answer may send the step again: with the Idempotency-Key
 * of the first try it always gets the first answer; without one it does so as long as the step is
 * still the last. Two steps that are really alike are told apart by different keys, or by an
 * If-Match that names the version after the first.
 */
@ApplicationScoped
public class AppendStep {

  private final Applications applications;
  private final StepKeys keys;
  private final Receipts receipts;
  private final KnownOrgans organs;
  private final CorrectedAnswers disputes;
  private final HandOver handOver;
  private final DueDates dueDates;
  private final Journal journal;
  private final WriterTransaction transaction;
  private final ObjectMapper json;

  AppendStep(
      Applications applications,
      StepKeys keys,
      Receipts receipts,
      KnownOrgans organs,
      CorrectedAnswers disputes,
      HandOver handOver,
      DueDates dueDates,
      Journal journal,
      WriterTransaction transaction,
      ObjectMapper json) {
    this.applications = applications;
    this.keys = keys;
    this.receipts = receipts;
    this.organs = organs;
    this.disputes = disputes;
    this.handOver = handOver;
    this.dueDates = dueDates;
    this.journal = journal;
    this.transaction = transaction;
    this.json = json;
  }

  /**
   * What the client is told.
   *
   * @param version for the ETag
   * @param answer the body
   * @param replayed whether the step had been recorded before, and nothing was stored now
   */
  public record Appended(long version, String answer, boolean replayed) {}

  /**
   * Appends what a client sends.
   *
   * @param idempotencyKey the client's name for this very request
   * @param expected the version that the client has seen
   * @throws Refusal 400 for attributes that the kind of step lacks or doesn't have, 404 for an
   *     application that the recorder does not act for, 409 for a key that was used for another
   *     step, 412 for another version, 422 for what the Regulation forbids
   */
  public Appended append(
      UUID id,
      StepRequest request,
      Recorder recorder,
      Optional<String> idempotencyKey,
      IfMatch expected) {
    List<Fault> faults = new ArrayList<>();
    Optional<NewStep> step = StepReader.read(request, "", faults);
    return append(
        id,
        step.orElseThrow(() -> Refusal.invalid(faults)),
        request.values(),
        recorder,
        request.onBehalfOf(),
        idempotencyKey.map(RequestHeaders::idempotencyKey),
        expected);
  }

  private Appended append(
      UUID id,
      NewStep step,
      ReceiptValues values,
      Recorder recorder,
      Optional<String> onBehalfOf,
      Optional<String> idempotencyKey,
      IfMatch expected) {
    return transaction.runByKeys(
        recorder.reach(),
        connection ->
            append(connection, id, step, values, recorder, onBehalfOf, idempotencyKey, expected));
  }

  /** Appends steps in the transaction at hand, in their order. */
  public void appendAll(Connection connection, UUID id, List<NewStep> steps, Recorder recorder)
      throws SQLException {
    for (NewStep step : steps) {
      append(
          connection,
          id,
          step,
          ReceiptValues.NONE,
          recorder,
          Optional.empty(),
          Optional.empty(),
          IfMatch.of(Optional.empty()));
    }
  }

  /**
   * Looks whether steps can be appended, and appends none.
   *
   * @param places where each stands in what the client sent
   * @throws Refusal 422 for what the Regulation forbids
   */
  public void check(
      StoredApplication stored, List<NewStep> steps, List<String> places, Recorder recorder) {
    Application application = stored.application();
    for (int i = 0; i < steps.size(); i++) {
      String place = places.get(i);
      try {
        application = with(application, steps.get(i), stored.organCode(), recorder);
      } catch (Refusal refusal) {
        throw Refusal.notPermitted(
            refusal.faults().stream().map(fault -> fault.within(place)).toList());
      }
    }
  }

  private Appended append(
      Connection connection,
      UUID id,
      NewStep step,
      ReceiptValues values,
      Recorder recorder,
      Optional<String> onBehalfOf,
      Optional<String> idempotencyKey,
      IfMatch expected)
      throws SQLException {
    StoredApplication stored =
        applications
            .lock(connection, id)
            .filter(found -> recorder.reach().includes(found.organCode()))
            .orElseThrow(Refusal::notFound);
    Optional<Appended> earlier =
        earlier(connection, stored, step, values, recorder, idempotencyKey, expected);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    expected.require(Optional.of(stored.version()));
    if (step.step() instanceof Transferred transfer && !recorder.reach().includes(transfer.to())) {
      throw Refusal.outOfScope("toOrgan");
    }
    requireDispute(connection, stored, step);
    Application application = with(stored.application(), step, stored.organCode(), recorder);
    DerivedState derived = dueDates.derive(application, recorder.now());
    long version = stored.version() + 1;
    RecordedStep recorded = application.steps().get(application.steps().size() - 1);
    applications.append(
        connection,
        id,
        version,
        application,
        step.step() instanceof ReceiptCorrected ? Receipts.before(stored) : Map.of(),
        derived,
        recorder.recording(onBehalfOf));
    if (step.step() instanceof ReceiptCorrected correction) {
      requireOrgan(connection, application.receipt());
      receipts.correct(
          connection, stored, recorded.sequence(), correction, application.receipt(), values);
    }
    Transfers transfers = stored.transfers();
    if (step.step() instanceof Transferred transfer) {
      transfers =
          handOver.handOver(connection, stored, transfer, derived, recorder.recording(onBehalfOf));
    }
    journal.write(
        connection,
        recorder.recording(onBehalfOf).by(),
        AuditAction.APPLICATION_STEP_APPENDED,
        id,
        version,
        application.receipt(),
        derived,
        recorder.now());
    String answer =
        answer(
            stored,
            values.sourceReference().orElse(stored.sourceReference()),
            version,
            application,
            derived,
            transfers);
    if (idempotencyKey.isPresent()) {
      keys.keep(
          connection,
          id,
          recorder.clientId(),
          idempotencyKey.get(),
          new StepKeys.Kept(recorded.sequence(), version, answer));
    }
    return new Appended(version, answer, false);
  }

  private Optional<Appended> earlier(
      Connection connection,
      StoredApplication stored,
      NewStep step,
      ReceiptValues values,
      Recorder recorder,
      Optional<String> idempotencyKey,
      IfMatch expected)
      throws SQLException {
    if (idempotencyKey.isEmpty()) {
      // Who has seen the step that is the last one means another.
      return !expected.names(stored.version())
              && stored.endsWith(step, recorder.clientId())
              && receipts.stand(stored, values)
          ? Optional.of(
              new Appended(
                  stored.version(),
                  answer(
                      stored,
                      stored.sourceReference(),
                      stored.version(),
                      stored.application(),
                      dueDates.derive(stored.application(), recorder.now()),
                      stored.transfers()),
                  true))
          : Optional.empty();
    }
    Optional<StepKeys.Kept> kept =
        keys.find(connection, stored.id(), recorder.clientId(), idempotencyKey.get());
    if (kept.isPresent()
        && !(stored.has(step, kept.get().sequence())
            && receipts.stood(connection, stored, kept.get().sequence(), values))) {
      throw RequestHeaders.idempotencyKeyTaken();
    }
    return kept.map(first -> new Appended(first.version(), first.answer(), true));
  }

  /**
   * A new answer follows from a dispute about this very application that went against the organ.
   */
  private void requireDispute(Connection connection, StoredApplication stored, NewStep step)
      throws SQLException {
    if (step.step() instanceof AnsweredAgain again
        && !disputes.corrected(connection, again.dispute(), stored.id())) {
      throw Refusal.notPermitted(RegisterFault.NO_CORRECTING_DISPUTE.at("dispute"));
    }
  }

  private Application with(
      Application application, NewStep step, OrganCode organ, Recorder recorder) {
    try {
      return application.append(step, dueDates.deadlines(organ), dueDates.today(recorder.now()));
    } catch (StepRefused refused) {
      throw LegalRefusals.ofStep(refused);
    }
  }

  private void requireOrgan(Connection connection, Receipt receipt) throws SQLException {
    OrganCode organ = receipt.organCode();
    if (!organs.find(connection, Set.of(organ)).get(organ).on(receipt.receivedOn())) {
      throw Refusal.notPermitted(RegisterFault.ORGAN_NOT_THERE_ON_RECEIPT.at("receivedOn"));
    }
  }

  private String answer(
      StoredApplication stored,
      String sourceReference,
      long version,
      Application application,
      DerivedState derived,
      Transfers transfers) {
    try {
      return json.writeValueAsString(
          ApplicationAnswer.of(
              stored.id(), version, sourceReference, application, derived, transfers));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
