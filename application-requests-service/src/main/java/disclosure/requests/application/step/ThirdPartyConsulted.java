package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 征求第三方意见 (《条例》第三十二条): the third party has 15 working days from delivery; that time is not counted
 * (第三十三条第三款).
 *
 * @param on the day the letter went out
 * @param deliveredOn the day the third party got it; until it is known the day of sending stands
 *     for it
 */
public record ThirdPartyConsulted(LocalDate on, Optional<LocalDate> deliveredOn) implements Step {

  /** Nothing is null. */
  public ThirdPartyConsulted {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(deliveredOn, "deliveredOn");
  }

  @Override
  public StepType type() {
    return StepType.THIRD_PARTY_CONSULTED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.thirdPartyConsulted(this);
  }
}
