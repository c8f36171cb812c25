package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Objects;

/**
 * 缴纳费用 (国办函〔2020〕109号第七条): once all is paid, the time for the answer starts anew on the next day.
 *
 * @param on the day of payment
 * @param amount more than nothing; several payments add up to the amount of the notice
 */
public record FeePaid(LocalDate on, Yuan amount) implements Step {

  /** Nothing is null. */
  public FeePaid {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(amount, "amount");
  }

  @Override
  public StepType type() {
    return StepType.FEE_PAID;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.feePaid(this);
  }
}
