package disclosure.requests.store.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.Concluded;
import disclosure.requests.application.CorrectionReceived;
import disclosure.requests.application.CorrectionRequested;
import disclosure.requests.application.Extended;
import disclosure.requests.application.FeeNotified;
import disclosure.requests.application.FeePaid;
import disclosure.requests.application.OtherOrganConsulted;
import disclosure.requests.application.OtherOrganReplied;
import disclosure.requests.application.ReasonsGiven;
import disclosure.requests.application.ReasonsRequested;
import disclosure.requests.application.ReceiptCorrected;
import disclosure.requests.application.Reclassified;
import disclosure.requests.application.StepVisitor;
import disclosure.requests.application.ThirdPartyConsulted;
import disclosure.requests.application.ThirdPartyReplied;
import disclosure.requests.application.Voided;
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
    step.details().stream()
        .map(Enum::name)
        .sorted()
        .forEach(detail -> json.withArray("/details").add(detail));
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
