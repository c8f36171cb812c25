package disclosure.requests.store.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.StepVisitor;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import java.util.Optional;

/** Adds to a JSON object what a step holds beside its type and day; what is absent is left out. */
record StepAttributes(ObjectNode json) implements StepVisitor<ObjectNode> {

  @Override
  public ObjectNode correctionRequested(CorrectionRequested step) {
    return put("deadline", step.deadline());
  }

  @Override
  public ObjectNode correctionReceived(CorrectionReceived step) {
    return json;
  }

  @Override
  public ObjectNode thirdPartyConsulted(ThirdPartyConsulted step) {
    return put("deliveredOn", step.deliveredOn());
  }

  @Override
  public ObjectNode thirdPartyReplied(ThirdPartyReplied step) {
    return putNumber("consultation", step.consultation());
  }

  @Override
  public ObjectNode otherOrganConsulted(OtherOrganConsulted step) {
    json.put("coProducer", step.coProducer());
    return put("deliveredOn", step.deliveredOn());
  }

  @Override
  public ObjectNode otherOrganReplied(OtherOrganReplied step) {
    return putNumber("consultation", step.consultation());
  }

  @Override
  public ObjectNode extended(Extended step) {
    json.put("workingDays", step.workingDays());
    return put("approvedBy", step.approvedBy());
  }

  @Override
  public ObjectNode reasonsRequested(ReasonsRequested step) {
    return json;
  }

  @Override
  public ObjectNode reasonsGiven(ReasonsGiven step) {
    return put("deferredTo", step.deferredTo());
  }

  @Override
  public ObjectNode feeNotified(FeeNotified step) {
    put("deliveredOn", step.deliveredOn());
    putNumber("quantity", step.quantity());
    return json.put("basis", step.basis().name()).put("amount", step.amount().amount());
  }

  @Override
  public ObjectNode feePaid(FeePaid step) {
    return json.put("amount", step.amount().amount());
  }

  @Override
  public ObjectNode concluded(Concluded step) {
    json.put("outcome", step.outcome().name());
    put("consultationWaivedReason", step.consultationWaivedReason());
    put("specialLaw", step.specialLaw());
    return put("notServedReason", step.notServedReason());
  }

  @Override
  public ObjectNode answeredAgain(AnsweredAgain step) {
    return json.put("outcome", step.outcome().name()).put("dispute", step.dispute().toString());
  }

  @Override
  public ObjectNode reclassified(Reclassified step) {
    return json.put("applicantType", step.applicantType().name()).put("reason", step.reason());
  }

  @Override
  public ObjectNode voided(Voided step) {
    return json.put("reason", step.reason());
  }

  @Override
  public ObjectNode receiptCorrected(ReceiptCorrected step) {
    put("receivedOn", step.receivedOn());
    put("channel", step.channel());
    put("applicantType", step.applicantType());
    put("submittedOn", step.notes().submittedOn());
    step.notes().oral().ifPresent(oral -> json.put("oral", oral));
    put("requestedForm", step.notes().form());
    put("requestedWay", step.notes().way());
    step.details().stream()
        .map(Enum::name)
        .sorted()
        .forEach(detail -> json.withArray("/details").add(detail));
    step.removed().stream()
        .map(Enum::name)
        .sorted()
        .forEach(detail -> json.withArray("/removed").add(detail));
    return json.put("reason", step.reason());
  }

  @Override
  public ObjectNode transferred(Transferred step) {
    json.put("toOrgan", step.to().value());
    put("sourceReference", step.sourceReference());
    return json.put("reason", step.reason());
  }

  private ObjectNode put(String name, Optional<?> value) {
    value.ifPresent(present -> json.put(name, present.toString()));
    return json;
  }

  private ObjectNode putNumber(String name, Optional<Integer> value) {
    value.ifPresent(present -> json.put(name, present));
    return json;
  }
}
