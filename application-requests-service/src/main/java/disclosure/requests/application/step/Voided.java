package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;

/**
 * 作废: the application counts nowhere any more, for example because it was registered twice. As a
 * correction ({@code NewStep.corrects}) it strikes only the step that it names, as if that had
 * never been recorded.
 *
 * @param on the day of the decision
 * @param reason why, for the file; not blank
 */
public record Voided(LocalDate on, String reason) implements Step {

  /** Nothing is null. */
  public Voided {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public StepType type() {
    return StepType.VOIDED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.voided(this);
  }
}
