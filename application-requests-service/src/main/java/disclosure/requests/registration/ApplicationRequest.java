package disclosure.requests.registration;

import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.OtherPersons;
import disclosure.requests.personaldata.OtherPersons.Person;
import disclosure.requests.steps.StepRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An application as a client sends it.
 *
 * @param organCode the organ that must answer
 * @param sourceReference the client's own number for it; with client and organ the natural key
 * @param receivedOn the day of receipt (《条例》第三十一条)
 * @param channel how it came in
 * @param applicant who applies
 * @param subject what is asked for; stays in the register
 * @param imported whether the history is taken over from another system, and may have gaps
 * @param onBehalfOf the office, unit or clerk for whom the client logs it; no applicant's name
 * @param handler 承办人: the number or name by which the office knows one of its own; no applicant's
 * @param submittedOn the day it was handed in or sent, where it was received later: with ordinary
 *     mail, internet and fax on the day that both sides confirm (《条例》第三十一条)
 * @param oral whether the office wrote down what was said by word of mouth (《条例》第二十九条第一款)
 * @param requestedForm in which form the information is asked for (《条例》第二十九条第二款第三项)
 * @param requestedWay on which way (《条例》第二十九条第二款第三项)
 * @param steps what happened so far, oldest first
 */
public record ApplicationRequest(
    @NotNull OrganCode organCode,
    @NotBlank @Size(max = 128) String sourceReference,
    @NotNull LocalDate receivedOn,
    @NotNull Channel channel,
    @NotNull @Valid Applicant applicant,
    Optional<@Size(min = 1, max = 4000) String> subject,
    Optional<Boolean> imported,
    Optional<@Size(min = 1, max = 100) String> onBehalfOf,
    Optional<@Size(min = 1, max = 100) String> handler,
    Optional<LocalDate> submittedOn,
    Optional<Boolean> oral,
    Optional<InformationForm> requestedForm,
    Optional<DeliveryWay> requestedWay,
    @Size(max = StepRequest.MAX_STEPS) List<@NotNull @Valid StepRequest> steps) {

  /** Without steps the application has only been received. */
  public ApplicationRequest {
    steps = steps == null ? List.of() : Collections.unmodifiableList(steps);
  }

  /** Whether the history is taken over; not unless the client says so. */
  boolean isImported() {
    return imported.orElse(false);
  }

  /**
   * 申请人 (《条例》第二十九条).
   *
   * @param type the column of the form
   * @param name 姓名或者名称
   * @param identityNumber 身份证明: the number of the proof
   * @param contact 联系方式
   * @param jointApplicants 共同申请人: who applies beside him
   * @param agent 代理人: who applies for him
   */
  public record Applicant(
      @NotNull ApplicantType type,
      Optional<@Size(min = 1, max = 200) String> name,
      Optional<@Size(min = 1, max = 64) String> identityNumber,
      Optional<@Size(min = 1, max = 500) String> contact,
      @Size(max = OtherPersons.MAX_JOINT_APPLICANTS) List<@NotNull @Valid Person> jointApplicants,
      Optional<@Valid Person> agent) {

    /** Without others he applies alone. */
    public Applicant {
      jointApplicants =
          jointApplicants == null ? List.of() : Collections.unmodifiableList(jointApplicants);
    }

    /** Without the person: such a text ends up in logs. */
    @Override
    public String toString() {
      return "Applicant[" + type + "]";
    }
  }
}
