package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 通知补正 (《条例》第三十条): once only, within 7 working days from receipt.
 *
 * @param on the day the notice went out
 * @param deadline the last day for the applicant to correct; a notice without one doesn't stop the
 *     clock, unless the history is imported
 */
public record CorrectionRequested(LocalDate on, Optional<LocalDate> deadline) implements Step {

  /** Nothing is null. */
  public CorrectionRequested {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(deadline, "deadline");
  }

  @Override
  public StepType type() {
    return StepType.CORRECTION_REQUESTED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.correctionRequested(this);
  }
}
