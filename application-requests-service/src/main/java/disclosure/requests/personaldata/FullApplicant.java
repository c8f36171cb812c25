package disclosure.requests.personaldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * The applicant in full. Only ever the body of an answer, and never stored, logged or published.
 *
 * @param name 姓名或者名称
 * @param identityNumber 身份证明
 * @param contact 联系方式
 * @param others who applies beside him, or for him
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FullApplicant(
    Optional<String> name,
    Optional<String> identityNumber,
    Optional<String> contact,
    @JsonUnwrapped OtherPersons others) {

  @Override
  public String toString() {
    return "FullApplicant";
  }
}
