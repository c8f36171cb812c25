package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who applies beside the first applicant, or for him (《条例》第二十九条). Stored as one encrypted value.
 *
 * @param jointApplicants 共同申请人
 * @param agent 代理人
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OtherPersons(List<Person> jointApplicants, Optional<Person> agent) {

  /** Nobody. */
  public static final OtherPersons NONE = new OtherPersons(List.of(), Optional.empty());

  /** More than ever sign one application. */
  public static final int MAX_JOINT_APPLICANTS = 50;

  private static final String JOINT_APPLICANTS = "jointApplicants";
  private static final String AGENT = "agent";

  /** A later release may keep more. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A defensive copy is kept; an absent list is an empty one. */
  public OtherPersons {
    jointApplicants = jointApplicants == null ? List.of() : List.copyOf(jointApplicants);
    agent = agent == null ? Optional.empty() : agent;
  }

  /**
   * Somebody.
   *
   * @param name 姓名或者名称
   * @param identityNumber 身份证明
   * @param contact 联系方式
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Person(
      @NotBlank @Size(max = 200) String name,
      Optional<@Size(min = 1, max = 64) String> identityNumber,
      Optional<@Size(min = 1, max = 500) String> contact) {

    /** Without the person: such a text ends up in logs. */
    @Override
    public String toString() {
      return "Person";
    }
  }

  /** Without the persons: such a text ends up in logs. */
  @Override
  public String toString() {
    return "OtherPersons";
  }

  /** What is to be encrypted; nothing when there is nobody. */
  Optional<byte[]> bytes() {
    try {
      return equals(NONE) ? Optional.empty() : Optional.of(JSON.writeValueAsBytes(this));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("persons can't be written");
    }
  }

  /**
   * What is to be encrypted in place of what was decrypted; of whoever stays as he was, with all
   * that was kept of him.
   */
  Optional<byte[]> bytesOver(Optional<byte[]> before) {
    try {
      ObjectNode kept =
          before.isPresent()
              ? JSON.readValue(new String(before.get(), UTF_8), ObjectNode.class)
              : JSON.createObjectNode();
      List<JsonNode> known = new ArrayList<>();
      kept.path(JOINT_APPLICANTS).forEach(known::add);
      ArrayNode joint = JSON.createArrayNode();
      for (Person person : jointApplicants) {
        joint.add(kept(person, known));
      }
      kept.set(JOINT_APPLICANTS, joint);
      if (jointApplicants.isEmpty()) {
        kept.remove(JOINT_APPLICANTS);
      }
      if (agent.isPresent()) {
        kept.set(AGENT, kept(agent.get(), List.of(kept.path(AGENT))));
      } else {
        kept.remove(AGENT);
      }
      return kept.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsBytes(kept));
    } catch (IOException altered) {
      throw new IllegalStateException("persons can't be written");
    }
  }

  private static JsonNode kept(Person person, List<JsonNode> known) throws IOException {
    for (JsonNode one : known) {
      if (one.isObject() && person.equals(JSON.treeToValue(one, Person.class))) {
        return one;
      }
    }
    return JSON.valueToTree(person);
  }

  /** What was decrypted. */
  static OtherPersons of(byte[] json) {
    try {
      return JSON.readValue(new String(json, UTF_8), OtherPersons.class);
    } catch (IOException altered) {
      throw new IllegalStateException("persons can't be read");
    }
  }
}
