package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 延长答复期限 (《条例》第三十三条第二款): approved by the head of the disclosure office, told to the applicant, at
 * most 20 working days.
 *
 * @param on the day the applicant was told
 * @param workingDays 1 to 20; more is against the law and doesn't count
 * @param approvedBy the number of the approval or the office that gave it, without a person's name;
 *     without one the extension doesn't count, unless the history is imported
 */
public record Extended(LocalDate on, int workingDays, Optional<String> approvedBy) implements Step {

  /** Nothing is null. */
  public Extended {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(approvedBy, "approvedBy");
  }

  @Override
  public StepType type() {
    return StepType.EXTENDED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.extended(this);
  }
}
