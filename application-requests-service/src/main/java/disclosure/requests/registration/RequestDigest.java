package disclosure.requests.registration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.NewStep;
import disclosure.requests.personaldata.OtherPersons.Person;
import disclosure.requests.registration.ApplicationRequest.Applicant;
import disclosure.requests.store.format.NotesFormat;
import disclosure.requests.store.format.StepFormat;
import disclosure.requests.store.submission.ContentDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a request says, without how it is written: absent and {@code null} fields are the same. */
final class RequestDigest {

  private RequestDigest() {}

  static ContentDigest of(ApplicationRequest request, List<NewStep> steps) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("organCode", request.organCode().value());
    json.put("sourceReference", request.sourceReference());
    json.put("receivedOn", request.receivedOn().toString());
    json.put("channel", request.channel().name());
    json.put("imported", request.isImported());
    put(json, "subject", request.subject());
    put(json, "onBehalfOf", request.onBehalfOf());
    Applicant applicant = request.applicant();
    ObjectNode person = json.putObject("applicant").put("type", applicant.type().name());
    put(person, "name", applicant.name());
    put(person, "identityNumber", applicant.identityNumber());
    put(person, "contact", applicant.contact());
    applicant
        .jointApplicants()
        .forEach(other -> put(person.withArray("/jointApplicants").addObject(), other));
    applicant.agent().ifPresent(agent -> put(person.putObject("agent"), agent));
    put(json, "submittedOn", request.submittedOn().map(LocalDate::toString));
    put(json, "oral", request.oral().filter(oral -> oral).map(String::valueOf));
    put(json, "requestedForm", request.requestedForm().map(Enum::name));
    put(json, "requestedWay", request.requestedWay().map(Enum::name));
    for (int i = 0; i < steps.size(); i++) {
      ObjectNode step = json(steps.get(i));
      put(step, "onBehalfOf", request.steps().get(i).onBehalfOf());
      json.withArray("/steps").add(step);
    }
    return ContentDigest.of(json);
  }

  private static ObjectNode json(NewStep step) {
    ObjectNode json = NotesFormat.write(step.notes(), StepFormat.write(step.step()));
    step.corrects().ifPresent(sequence -> json.put("corrects", sequence));
    return json;
  }

  private static void put(ObjectNode json, Person other) {
    json.put("name", other.name());
    put(json, "identityNumber", other.identityNumber());
    put(json, "contact", other.contact());
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
  }
}
