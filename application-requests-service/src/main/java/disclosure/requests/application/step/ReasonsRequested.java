package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;

/**
 * 要求说明理由 (《条例》第三十五条): number or frequency are clearly beyond reason.
 *
 * @param on the day the applicant was asked
 */
public record ReasonsRequested(LocalDate on) implements Step {

  /** Nothing is null. */
  public ReasonsRequested {
    Objects.requireNonNull(on, "on");
  }

  @Override
  public StepType type() {
    return StepType.REASONS_REQUESTED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.reasonsRequested(this);
  }
}
