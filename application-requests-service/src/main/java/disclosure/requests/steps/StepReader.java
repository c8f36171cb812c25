package disclosure.requests.steps;

import disclosure.edge.Fault;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.note.RightNotes;
import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionReceived;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.ReasonsRequested;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a step of the domain from a request, and names the attributes it lacks or should not have.
 */
public final class StepReader {

  private final StepRequest request;
  private final Set<String> known = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();

  private StepReader(StepRequest request) {
    this.request = request;
  }

  /**
   * @param path where the step stands in what the client sent; empty for the body
   * @param faults takes what is wrong
   * @return empty when anything is
   */
  public static Optional<NewStep> read(StepRequest request, String path, List<Fault> faults) {
    StepReader reader = new StepReader(request);
    Optional<Step> step = reader.step();
    StepNotes notes = reader.notes();
    reader.refuseOthers();
    reader.faults.forEach(fault -> faults.add(fault.within(path)));
    return step.filter(sound -> reader.faults.isEmpty())
        .map(sound -> new NewStep(sound, request.corrects(), notes));
  }

  private Optional<Step> step() {
    LocalDate on = request.on();
    return switch (request.type()) {
      case CORRECTION_REQUESTED ->
          Optional.of(new CorrectionRequested(on, optional("deadline", request.deadline())));
      case CORRECTION_RECEIVED -> Optional.of(new CorrectionReceived(on));
      case THIRD_PARTY_CONSULTED ->
          Optional.of(new ThirdPartyConsulted(on, optional("deliveredOn", request.deliveredOn())));
      case THIRD_PARTY_REPLIED ->
          Optional.of(new ThirdPartyReplied(on, optional("consultation", request.consultation())));
      case OTHER_ORGAN_CONSULTED -> otherOrganConsulted(on);
      case OTHER_ORGAN_REPLIED ->
          Optional.of(new OtherOrganReplied(on, optional("consultation", request.consultation())));
      case EXTENDED -> extended(on);
      case REASONS_REQUESTED -> Optional.of(new ReasonsRequested(on));
      case REASONS_GIVEN ->
          Optional.of(new ReasonsGiven(on, optional("deferredTo", request.deferredTo())));
      case FEE_NOTIFIED -> feeNotified(on);
      case FEE_PAID ->
          required("amount", request.amount()).map(amount -> new FeePaid(on, new Yuan(amount)));
      case CONCLUDED -> concluded(on);
      case ANSWERED_AGAIN -> answeredAgain(on);
      case RECLASSIFIED -> reclassified(on);
      case VOIDED -> required("reason", request.reason()).map(reason -> new Voided(on, reason));
      case RECEIPT_CORRECTED -> receiptCorrected(on);
      case TRANSFERRED -> transferred(on);
    };
  }

  private StepNotes notes() {
    return switch (request.type()) {
      case CONCLUDED, ANSWERED_AGAIN ->
          new StepNotes(
              optional("documentNumber", request.documentNumber()),
              optional("servedOn", request.servedOn()),
              optional("servedBy", request.servedBy()),
              optional("namedOrgan", request.namedOrgan()),
              optional("otherReason", request.otherReason()),
              Optional.empty(),
              Optional.empty());
      case THIRD_PARTY_REPLIED ->
          new StepNotes(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              optional("opinion", request.opinion()),
              optional("opinionReason", request.opinionReason()));
      default -> StepNotes.NONE;
    };
  }

  private Optional<Step> otherOrganConsulted(LocalDate on) {
    boolean coProducer = optional("coProducer", request.coProducer()).orElse(false);
    return Optional.of(
        new OtherOrganConsulted(on, coProducer, optional("deliveredOn", request.deliveredOn())));
  }

  private Optional<Step> extended(LocalDate on) {
    Optional<String> approvedBy = optional("approvedBy", request.approvedBy());
    return required("workingDays", request.workingDays())
        .map(days -> new Extended(on, days, approvedBy));
  }

  private Optional<Step> feeNotified(LocalDate on) {
    Optional<LocalDate> deliveredOn = optional("deliveredOn", request.deliveredOn());
    Optional<Integer> quantity = optional("quantity", request.quantity());
    Optional<Yuan> amount = required("amount", request.amount()).map(Yuan::new);
    return required("basis", request.basis())
        .flatMap(
            basis -> amount.map(yuan -> new FeeNotified(on, deliveredOn, basis, quantity, yuan)));
  }

  private Optional<Step> concluded(LocalDate on) {
    Optional<String> waived =
        optional("consultationWaivedReason", request.consultationWaivedReason());
    Optional<String> specialLaw = optional("specialLaw", request.specialLaw());
    Optional<String> notServed = optional("notServedReason", request.notServedReason());
    return required("outcome", request.outcome())
        .map(outcome -> new Concluded(on, outcome, waived, specialLaw, notServed));
  }

  private Optional<Step> answeredAgain(LocalDate on) {
    Optional<UUID> dispute = required("dispute", request.dispute());
    return required("outcome", request.outcome())
        .flatMap(outcome -> dispute.map(which -> new AnsweredAgain(on, outcome, which)));
  }

  private Optional<Step> reclassified(LocalDate on) {
    Optional<String> reason = required("reason", request.reason());
    return required("applicantType", request.applicantType())
        .flatMap(type -> reason.map(why -> new Reclassified(on, type, why)));
  }

  private Optional<Step> receiptCorrected(LocalDate on) {
    Optional<LocalDate> receivedOn = optional("receivedOn", request.receivedOn());
    Optional<Channel> channel = optional("channel", request.channel());
    Optional<ApplicantType> type =
        optional("applicant", request.applicant()).flatMap(StepRequest.RightApplicant::type);
    known.addAll(Set.of("sourceReference", "subject"));
    RightNotes notes =
        new RightNotes(
            optional("submittedOn", request.submittedOn()),
            optional("oral", request.oral()),
            optional("requestedForm", request.requestedForm()),
            optional("requestedWay", request.requestedWay()));
    Set<ReceiptDetail> details = request.values().details();
    Set<ReceiptDetail> removed = optional("remove", request.remove()).orElse(Set.of());
    if (removed.contains(ReceiptDetail.SOURCE_REFERENCE)) {
      faults.add(RegisterFault.REFERENCE_NOT_REMOVABLE.at("remove"));
    }
    if (removed.stream().anyMatch(details::contains)
        || notes.submittedOn().isPresent() && removed.contains(ReceiptDetail.SUBMITTED_ON)
        || notes.form().isPresent() && removed.contains(ReceiptDetail.REQUESTED_FORM)
        || notes.way().isPresent() && removed.contains(ReceiptDetail.REQUESTED_WAY)) {
      faults.add(RegisterFault.CORRECTED_AND_REMOVED.at("remove"));
    }
    if (receivedOn.isEmpty()
        && channel.isEmpty()
        && type.isEmpty()
        && notes.equals(RightNotes.NONE)
        && details.isEmpty()
        && removed.isEmpty()) {
      faults.add(
          RegisterFault.NOTHING_CORRECTED.needing(
              "type",
              "receivedOn",
              "channel",
              "sourceReference",
              "subject",
              "applicant",
              "submittedOn",
              "oral",
              "requestedForm",
              "requestedWay",
              "remove"));
    }
    return required("reason", request.reason())
        .map(
            reason ->
                new ReceiptCorrected(
                    on, receivedOn, channel, type, notes, details, removed, reason));
  }

  private Optional<Step> transferred(LocalDate on) {
    Optional<String> number = optional("sourceReference", request.sourceReference());
    Optional<OrganCode> to = required("toOrgan", request.toOrgan());
    return required("reason", request.reason())
        .flatMap(why -> to.map(organ -> new Transferred(on, organ, number, why)));
  }

  private <T> Optional<T> optional(String name, Optional<T> value) {
    known.add(name);
    return value;
  }

  private <T> Optional<T> required(String name, Optional<T> value) {
    known.add(name);
    if (value.isEmpty()) {
      faults.add(RegisterFault.REQUIRED_IN_THIS_STEP.at(name));
    }
    return value;
  }

  private void refuseOthers() {
    request.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue().isPresent())
        .filter(attribute -> !known.contains(attribute.getKey()))
        .map(attribute -> attribute.getKey())
        .sorted()
        .map(name -> RegisterFault.FIELD_OF_ANOTHER_STEP.at(name))
        .forEach(faults::add);
  }
}
