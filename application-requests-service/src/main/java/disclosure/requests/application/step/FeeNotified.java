package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 收费通知 (《条例》第四十二条、国办函〔2020〕109号): payable within 20 working days from the day after delivery.
 *
 * @param on the day the notice went out
 * @param deliveredOn the day the applicant got it; without it nobody can be late with paying
 * @param basis by item or by page
 * @param quantity how many items or pages; when known, the amount must be what the tariff makes of
 *     them
 * @param amount more than nothing
 */
public record FeeNotified(
    LocalDate on,
    Optional<LocalDate> deliveredOn,
    FeeBasis basis,
    Optional<Integer> quantity,
    Yuan amount)
    implements Step {

  /** Nothing is null. */
  public FeeNotified {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(deliveredOn, "deliveredOn");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(amount, "amount");
  }

  @Override
  public StepType type() {
    return StepType.FEE_NOTIFIED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.feeNotified(this);
  }
}
