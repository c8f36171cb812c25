package disclosure.requests.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.application.NewStep;
import disclosure.requests.application.Step;
import disclosure.requests.problem.Fault;
import java.util.ArrayList;
import java.util.List;

/** A step as JSON in answers and in the register: the shape of {@link StepRequest}. */
final class StepJson {

  private static final ObjectMapper STORED =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule()).build();

  private StepJson() {}

  /** The step's type, day and attributes. */
  static ObjectNode write(Step step) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", step.type().name()).put("on", step.on().toString());
    return step.accept(new StepAttributes(json));
  }

  /**
   * A step read back from the register.
   *
   * @throws IllegalStateException when the register holds something else
   */
  static Step stored(String json) {
    List<Fault> faults = new ArrayList<>();
    try {
      return StepReader.read(STORED.readValue(json, StepRequest.class), "", faults)
          .map(NewStep::step)
          .orElseThrow(() -> new IllegalStateException("a stored step is incomplete: " + faults));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("a stored step cannot be read", unreadable);
    }
  }
}
