package disclosure.requests.dispute;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as a client sends it.
 *
 * @param organCode the organ whose act is disputed
 * @param sourceReference the client's own number for it; with client and organ the natural key
 * @param kind the group of table four
 * @param acceptedOn the day on which the case was accepted
 * @param applicationId the application that the case is about, when it is in the register
 * @param result how the case ended; only together with {@code closedOn}
 * @param closedOn the day on which it ended
 * @param forum 复议机关 or 法院 that has the case
 * @param caseNumber 案号 there
 */
public record DisputeRequest(
    @NotNull OrganCode organCode,
    @NotBlank @Size(max = 128) String sourceReference,
    @NotNull DisputeKind kind,
    @NotNull LocalDate acceptedOn,
    Optional<UUID> applicationId,
    Optional<DisputeResult> result,
    Optional<LocalDate> closedOn,
    Optional<@Size(min = 1, max = 200) String> forum,
    Optional<@Size(min = 1, max = 100) String> caseNumber) {

  /**
   * Looks at what the fields say together.
   *
   * @throws Refusal 400, naming each field at fault
   */
  void check(LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (!DisputeDates.isPlausible(acceptedOn, today)) {
      faults.add(DisputeDates.implausible("acceptedOn", today));
    }
    if (result.isPresent() != closedOn.isPresent()) {
      faults.add(
          RegisterFault.RESULT_AND_CLOSING_TOGETHER.at(result.isPresent() ? "closedOn" : "result"));
    }
    if (faults.isEmpty() && closedOn.isPresent()) {
      faults.addAll(DisputeDates.closing(closedOn.get(), acceptedOn, today));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
