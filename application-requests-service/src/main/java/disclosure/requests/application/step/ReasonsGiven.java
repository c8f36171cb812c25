package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 说明理由 (《条例》第三十五条).
 *
 * @param on the day the reasons arrived
 * @param deferredTo the later day for the answer that the organ set and told the applicant, when
 *     the reasons are sound but the usual time is too short
 */
public record ReasonsGiven(LocalDate on, Optional<LocalDate> deferredTo) implements Step {

  /** Nothing is null. */
  public ReasonsGiven {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(deferredTo, "deferredTo");
  }

  @Override
  public StepType type() {
    return StepType.REASONS_GIVEN;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.reasonsGiven(this);
  }
}
