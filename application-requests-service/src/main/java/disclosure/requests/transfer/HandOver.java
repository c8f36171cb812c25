package disclosure.requests.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import disclosure.edge.Refusal;
import disclosure.edge.trace.Traces;
import disclosure.requests.application.Application;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.StepRefused;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.clock.ClockWarning;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.lookup.SearchKeys;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.store.Applications;
import disclosure.requests.store.Journal;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.Receipts;
import disclosure.requests.store.Recording;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.store.UuidV7;
import disclosure.requests.store.state.ApplicationAnswer;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.state.Transfers;
import disclosure.requests.store.state.Transfers.Counterpart;
import disclosure.requests.store.submission.ContentDigest;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.RecordedSubmissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes the application of the organ that it is handed to, in the transaction that ends it with the
 * other one: it is never in neither of them, and never in both.
 */
@ApplicationScoped
public class HandOver {

  private final Counterparts counterparts;
  private final Applications applications;
  private final RecordedSubmissions submissions;
  private final KnownOrgans organs;
  private final DueDates dueDates;
  private final Journal journal;
  private final PersonalDataCipher cipher;
  private final ObjectMapper json;
  private final Traces traces;

  HandOver(
      Counterparts counterparts,
      Applications applications,
      RecordedSubmissions submissions,
      KnownOrgans organs,
      DueDates dueDates,
      Journal journal,
      PersonalDataCipher cipher,
      ObjectMapper json,
      Traces traces) {
    this.counterparts = counterparts;
    this.applications = applications;
    this.submissions = submissions;
    this.organs = organs;
    this.dueDates = dueDates;
    this.journal = journal;
    this.cipher = cipher;
    this.json = json;
    this.traces = traces;
  }

  /**
   * Registers the application with the receiving organ, and links both.
   *
   * @param stored as it stood before the step; its row is locked
   * @param ended what follows from the step for it
   * @return both other sides of the application that was handed over
   * @throws Refusal 409 when the number is taken, 422 when the organ isn't there
   */
  public Transfers handOver(
      Connection connection,
      StoredApplication stored,
      Transferred step,
      DerivedState ended,
      Recording recording)
      throws SQLException {
    NewApplication received = received(connection, stored, step, ended, recording);
    if (!applications.insertHandedOver(connection, received)) {
      throw Receipts.numberTaken(holder(connection, received.key()));
    }
    counterparts.link(connection, stored, received);
    journal.registered(connection, List.of(received));
    return new Transfers(
        stored.transfers().from(), Optional.of(new Counterpart(received.id(), step.to())));
  }

  /** Who hands it over may record for the receiving organ, and sees what it has. */
  private UUID holder(Connection connection, NaturalKey taken) throws SQLException {
    return submissions.find(connection, List.of(taken)).get(taken).applicationId();
  }

  private NewApplication received(
      Connection connection,
      StoredApplication stored,
      Transferred step,
      DerivedState ended,
      Recording recording)
      throws SQLException {
    UUID id = UuidV7.at(recording.at());
    NaturalKey key =
        new NaturalKey(
            recording.clientId(),
            step.to(),
            step.sourceReference().orElse(stored.sourceReference()));
    Receipt before = stored.application().receipt();
    Application application =
        received(
            new Receipt(
                step.to(),
                ended.applicantType(),
                before.channel(),
                receivedOn(connection, stored, step, ended),
                before.imported()),
            recording);
    requireOrgan(connection, application.receipt());
    DerivedState derived = dueDates.derive(application, recording.at());
    FullApplicant applicant = open(stored);
    return new NewApplication(
        id,
        key,
        digest(connection, stored, key),
        application,
        derived,
        stored.applicant().copied(stored.id(), id, cipher),
        SearchKeys.of(
            new SearchKeys.Said(
                key.sourceReference(),
                applicant.name(),
                applicant.identityNumber(),
                applicant.contact(),
                stored.subject()),
            cipher),
        stored.notes(),
        stored.subject(),
        answer(id, key, application, derived, stored),
        recording.onBehalfOf(),
        recording.person(),
        Optional.empty(),
        List.of(),
        recording.at(),
        traces.current());
  }

  /**
   * What it is compared with when its number is posted: what comes back under its number is what
   * the same client had posted first, which may be posted again.
   */
  private ContentDigest digest(Connection connection, StoredApplication stored, NaturalKey key)
      throws SQLException {
    return counterparts
        .posted(connection, stored.id(), key)
        .flatMap(this::open)
        .orElseGet(
            () ->
                ContentDigest.of(
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("transferredFrom", stored.id().toString())));
  }

  private Optional<ContentDigest> open(Counterparts.Posted posted) {
    try {
      return Optional.of(
          new ContentDigest(
              cipher.decrypt(posted.contentDigest(), RecordedSubmissions.cell(posted.id()))));
    } catch (UnreadablePersonalData told) {
      return Optional.empty();
    }
  }

  /**
   * The day on which it was handed over; but a time that ran out stays the one that ran out, and an
   * organ that has it back has it from the day on which it had it first.
   */
  private LocalDate receivedOn(
      Connection connection, StoredApplication stored, Transferred step, DerivedState ended)
      throws SQLException {
    boolean late =
        ended.warnings().stream()
            .anyMatch(warning -> warning.code().equals(ClockWarning.LATE_TRANSFER.name()));
    Optional<LocalDate> before = counterparts.receivedBefore(connection, stored.id(), step.to());
    LocalDate first = stored.facts().receivedOn();
    return late
        ? before.filter(earlier -> earlier.isBefore(first)).orElse(first)
        : before.orElse(step.on());
  }

  private Application received(Receipt receipt, Recording recording) {
    try {
      return Application.received(
          receipt,
          List.of(),
          dueDates.deadlines(receipt.organCode()),
          dueDates.today(recording.at()));
    } catch (StepRefused impossible) {
      throw new IllegalStateException("a step that was accepted is no day of receipt", impossible);
    }
  }

  /** It counts from the day of receipt, on which an organ that was founded since counts nothing. */
  private void requireOrgan(Connection connection, Receipt receipt) throws SQLException {
    OrganCode organ = receipt.organCode();
    KnownOrgans.Existence existence = organs.find(connection, Set.of(organ)).get(organ);
    if (existence == null) {
      throw Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at("toOrgan"));
    }
    if (!existence.on(receipt.receivedOn())) {
      throw Refusal.notPermitted(RegisterFault.ORGAN_NOT_THERE_ON_RECEIPT.at("toOrgan"));
    }
  }

  private FullApplicant open(StoredApplication stored) {
    try {
      return stored.applicant().open(stored.id(), cipher);
    } catch (UnreadablePersonalData told) {
      throw UnreadableRecord.refusal();
    }
  }

  private String answer(
      UUID id,
      NaturalKey key,
      Application application,
      DerivedState derived,
      StoredApplication stored) {
    Counterpart from = new Counterpart(stored.id(), stored.organCode());
    try {
      return json.writeValueAsString(
          ApplicationAnswer.of(
              id,
              NewApplication.FIRST_VERSION,
              key.sourceReference(),
              application,
              derived,
              new Transfers(Optional.of(from), Optional.empty())));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
