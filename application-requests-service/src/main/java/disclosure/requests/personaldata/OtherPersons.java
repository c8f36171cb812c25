package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
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

  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

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

  /** What was decrypted. */
  static OtherPersons of(byte[] json) {
    try {
      return JSON.readValue(new String(json, UTF_8), OtherPersons.class);
    } catch (IOException altered) {
      throw new IllegalStateException("persons can't be read");
    }
  }
}
