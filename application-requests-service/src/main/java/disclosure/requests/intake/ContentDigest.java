package disclosure.requests.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.NewStep;
import disclosure.requests.intake.ApplicationRequest.Applicant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 over what a request says, not over how it is written: field order, white space, absent
 * and {@code null} fields and the normal form of texts make no difference.
 *
 * @param bytes 32 bytes
 */
record ContentDigest(byte[] bytes) {

  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

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
    for (int i = 0; i < steps.size(); i++) {
      ObjectNode step = json(steps.get(i));
      put(step, "onBehalfOf", request.steps().get(i).onBehalfOf());
      json.withArray("/steps").add(step);
    }
    return of(json);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentDigest digest && MessageDigest.isEqual(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  private static ObjectNode json(NewStep step) {
    ObjectNode json = StepFormat.write(step.step());
    step.corrects().ifPresent(sequence -> json.put("corrects", sequence));
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
  }

  private static ContentDigest of(ObjectNode json) {
    try {
      byte[] canonical = SORTED.writeValueAsBytes(json);
      return new ContentDigest(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
