package disclosure.requests.application.step;

import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * 重新答复: the new answer after a reconsideration or a judgment that corrected the first one (《行政复议法》,
 * 《行政诉讼法》). By the policy FIGURES_STAY it moves no figure: the application keeps the outcome and
 * the day of its conclusion, for a published report is of its year, and table four tells of the
 * dispute.
 *
 * @param on the day the new answer went out
 * @param outcome what was answered now
 * @param dispute the id of the dispute that it follows from
 */
public record AnsweredAgain(LocalDate on, Outcome outcome, UUID dispute) implements Step {

  /** Nothing is null. */
  public AnsweredAgain {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(dispute, "dispute");
  }

  @Override
  public StepType type() {
    return StepType.ANSWERED_AGAIN;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.answeredAgain(this);
  }
}
