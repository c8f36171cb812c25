package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;

/**
 * 收到补正 (《条例》第三十条): the time for the answer starts anew.
 *
 * @param on the day the corrected application was received
 */
public record CorrectionReceived(LocalDate on) implements Step {

  /** Nothing is null. */
  public CorrectionReceived {
    Objects.requireNonNull(on, "on");
  }

  @Override
  public StepType type() {
    return StepType.CORRECTION_RECEIVED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.correctionReceived(this);
  }
}
