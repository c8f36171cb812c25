package disclosure.requests.application.step;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 移送: the application is handed to the organ whose it is, which has it as an application of its own
 * from now on; here it counts nowhere any more (compare 《条例》第三十六条第五项).
 *
 * @param on the day on which it is handed over
 * @param to the organ whose it is
 * @param sourceReference the receiving organ's own number; absent: the same as here
 * @param reason why, for the file; not blank
 */
public record Transferred(
    LocalDate on, OrganCode to, Optional<String> sourceReference, String reason) implements Step {

  /** Nothing is null. */
  public Transferred {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(sourceReference, "sourceReference");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public StepType type() {
    return StepType.TRANSFERRED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.transferred(this);
  }
}
