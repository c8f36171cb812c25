package disclosure.requests.application.step;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;

/**
 * 更正申请人类型: the application counts in another column from now on.
 *
 * @param on the day of the decision
 * @param applicantType the right column
 * @param reason why, for the file; not blank
 */
public record Reclassified(LocalDate on, ApplicantType applicantType, String reason)
    implements Step {

  /** Nothing is null. */
  public Reclassified {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(applicantType, "applicantType");
    Objects.requireNonNull(reason, "reason");
  }

  @Override
  public StepType type() {
    return StepType.RECLASSIFIED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.reclassified(this);
  }
}
