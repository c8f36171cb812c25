package disclosure.requests.registration.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.store.Recording;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.StoredStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Recorded steps as they are shown: the names of the first stored format are those of the
 * interface, and what this release doesn't know is shown as it is stored.
 */
final class StepView {

  private StepView() {}

  /** Every step ever recorded, with its number, what it corrects, who recorded it and when. */
  static List<ObjectNode> of(StoredApplication stored) {
    List<ObjectNode> steps = new ArrayList<>();
    for (int i = 0; i < stored.steps().size(); i++) {
      steps.add(of(stored.steps().get(i), stored.stepRecordings().get(i)));
    }
    return steps;
  }

  private static ObjectNode of(StoredStep step, Recording recording) {
    ObjectNode json = step.content().deepCopy();
    json.put("sequence", step.sequence());
    step.corrects().ifPresent(sequence -> json.put("corrects", sequence));
    json.put("recordedBy", recording.clientId());
    recording.onBehalfOf().ifPresent(whom -> json.put("onBehalfOf", whom));
    recording.person().ifPresent(who -> json.put("person", who));
    json.put("recordedAt", recording.at().toString());
    // Stored as text, like all that stood before.
    if (json.path("before").path("oral").isTextual()) {
      ObjectNode before = (ObjectNode) json.get("before");
      before.put("oral", Boolean.parseBoolean(before.get("oral").asText()));
    }
    return json;
  }
}
