package disclosure.requests.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.trace.TraceParent;
import disclosure.requests.application.Application;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.StepRefused;
import disclosure.requests.application.note.ReceiptNotes;
import disclosure.requests.contract.StepType;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.lookup.SearchKeys;
import disclosure.requests.personaldata.OtherPersons;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.registration.ApplicationRequest.Applicant;
import disclosure.requests.steps.LegalRefusals;
import disclosure.requests.steps.StepReader;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.Recorder;
import disclosure.requests.store.UuidV7;
import disclosure.requests.store.state.ApplicationAnswer;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.state.Transfers;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns a well-formed post into all that will be stored, or says why it can't be. */
@ApplicationScoped
class PrepareApplication {

  private final DueDates dueDates;
  private final PersonalDataCipher cipher;
  private final ObjectMapper json;

  PrepareApplication(DueDates dueDates, PersonalDataCipher cipher, ObjectMapper json) {
    this.dueDates = dueDates;
    this.cipher = cipher;
    this.json = json;
  }

  /**
   * Prepares everything but whether the organ exists, which the directory must be asked for.
   *
   * @throws Refusal 400, 403 or 422, naming every faulty field
   */
  NewApplication prepare(
      ApplicationRequest request, Recorder recorder, Optional<TraceParent> trace) {
    if (!recorder.reach().includes(request.organCode())) {
      throw Refusal.outOfScope("organCode");
    }
    List<NewStep> steps = steps(request);
    Application application = application(request, steps, recorder.now());
    DerivedState derived = dueDates.derive(application, recorder.now());
    UUID id = UuidV7.at(recorder.now());
    return new NewApplication(
        id,
        new NaturalKey(recorder.clientId(), request.organCode(), request.sourceReference()),
        RequestDigest.of(request, steps),
        application,
        derived,
        sealed(request.applicant(), id),
        keys(request),
        notes(request),
        request.subject(),
        answer(id, request, application, derived),
        request.onBehalfOf(),
        recorder.caller().person(),
        request.handler(),
        request.steps().stream()
            .map(step -> recorder.recording(step.onBehalfOf().or(request::onBehalfOf)))
            .toList(),
        recorder.now(),
        trace);
  }

  private SealedApplicant sealed(Applicant applicant, UUID id) {
    return SealedApplicant.of(
        applicant.name(),
        applicant.identityNumber(),
        applicant.contact(),
        new OtherPersons(applicant.jointApplicants(), applicant.agent()),
        id,
        cipher);
  }

  private static ReceiptNotes notes(ApplicationRequest request) {
    ReceiptNotes notes =
        new ReceiptNotes(
            request.submittedOn(),
            request.oral().orElse(false),
            request.requestedForm(),
            request.requestedWay());
    if (notes.isSubmittedAfter(request.receivedOn())) {
      throw Refusal.notPermitted(
          RegisterFault.SUBMITTED_AFTER_RECEIPT.at(
              "submittedOn", Expected.atMost(request.receivedOn())));
    }
    return notes;
  }

  private SearchKeys keys(ApplicationRequest request) {
    Applicant applicant = request.applicant();
    return SearchKeys.of(
        new SearchKeys.Said(
            request.sourceReference(),
            applicant.name(),
            applicant.identityNumber(),
            applicant.contact(),
            request.subject()),
        cipher);
  }

  /**
   * What a request says, also one that can't be stored.
   *
   * @return empty when its steps can't be read
   */
  static Optional<Said> said(ApplicationRequest request) {
    try {
      return Optional.of(new Said(RequestDigest.of(request, steps(request)), receipt(request)));
    } catch (Refusal unreadable) {
      return Optional.empty();
    }
  }

  private static List<NewStep> steps(ApplicationRequest request) {
    List<Fault> faults = new ArrayList<>();
    List<NewStep> steps = new ArrayList<>();
    for (int i = 0; i < request.steps().size(); i++) {
      StepReader.read(request.steps().get(i), "steps[" + i + "]", faults).ifPresent(steps::add);
      if (request.steps().get(i).type() == StepType.RECEIPT_CORRECTED) {
        faults.add(RegisterFault.CORRECTION_AT_REGISTRATION.at("steps[" + i + "].type"));
      }
      if (request.steps().get(i).type() == StepType.TRANSFERRED) {
        faults.add(RegisterFault.TRANSFER_AT_REGISTRATION.at("steps[" + i + "].type"));
      }
      if (request.steps().get(i).type() == StepType.ANSWERED_AGAIN) {
        faults.add(RegisterFault.ANSWER_AGAIN_AT_REGISTRATION.at("steps[" + i + "].type"));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return steps;
  }

  private Application application(ApplicationRequest request, List<NewStep> steps, Instant now) {
    try {
      return Application.received(
          receipt(request), steps, dueDates.deadlines(request.organCode()), dueDates.today(now));
    } catch (StepRefused refused) {
      throw LegalRefusals.ofApplication(refused);
    }
  }

  private static Receipt receipt(ApplicationRequest request) {
    return new Receipt(
        request.organCode(),
        request.applicant().type(),
        request.channel(),
        request.receivedOn(),
        request.isImported());
  }

  private String answer(
      UUID id, ApplicationRequest request, Application application, DerivedState derived) {
    try {
      return json.writeValueAsString(
          ApplicationAnswer.of(
              id,
              NewApplication.FIRST_VERSION,
              request.sourceReference(),
              application,
              derived,
              Transfers.NONE));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
