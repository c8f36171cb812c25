package disclosure.requests.dispute;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.contract.DisputeKind;
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
 * A step of a case as a client sends it.
 *
 * @param type what happened
 * @param on the day on which it did; also taken as {@code happenedOn}
 * @param reason why, for the file
 * @param kind the right group of table four; CORRECTED
 * @param acceptedOn the right day of acceptance; CORRECTED
 * @param applicationId the application that the case is rightly about; CORRECTED
 * @param forum 复议机关 or 法院 that has the case; CORRECTED, SENT_BACK, APPEALED
 * @param caseNumber 案号 there; CORRECTED, SENT_BACK, APPEALED
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DisputeStepRequest(
    @NotNull DisputeStepType type,
    @NotNull @JsonAlias("happenedOn") LocalDate on,
    @NotBlank @Size(max = 2000) String reason,
    Optional<DisputeKind> kind,
    Optional<LocalDate> acceptedOn,
    Optional<UUID> applicationId,
    Optional<@Size(min = 1, max = 200) String> forum,
    Optional<@Size(min = 1, max = 100) String> caseNumber) {

  /**
   * Looks at what the fields say together.
   *
   * @throws Refusal 400, naming each field at fault
   */
  void check(LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (!DisputeDates.isPlausible(on, today)) {
      faults.add(DisputeDates.implausible("on", today));
    }
    if (acceptedOn.filter(day -> !DisputeDates.isPlausible(day, today)).isPresent()) {
      faults.add(DisputeDates.implausible("acceptedOn", today));
    }
    if (type == DisputeStepType.CORRECTED && values().stream().noneMatch(Value::isGiven)) {
      faults.add(
          RegisterFault.NOTHING_CORRECTED.needing(
              "type", (Object[]) values().stream().map(Value::name).toArray(String[]::new)));
    }
    values().stream()
        .filter(value -> value.isGiven() && !type.takes(value.name()))
        .forEach(value -> faults.add(RegisterFault.FIELD_OF_ANOTHER_STEP.at(value.name())));
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private record Value(String name, boolean isGiven) {}

  private List<Value> values() {
    return List.of(
        new Value("kind", kind.isPresent()),
        new Value("acceptedOn", acceptedOn.isPresent()),
        new Value("applicationId", applicationId.isPresent()),
        new Value("forum", forum.isPresent()),
        new Value("caseNumber", caseNumber.isPresent()));
  }
}
