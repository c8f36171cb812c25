package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 征求其他机关意见 (《条例》第三十三条第三款、第三十四条): the time it takes is not counted.
 *
 * @param on the day the letter went out
 * @param coProducer whether the other organ made the information together with this one: it then
 *     has 15 working days from delivery, and silence is consent (第三十四条); otherwise the law sets no
 *     limit
 * @param deliveredOn the day the other organ got it; until it is known the day of sending stands
 *     for it
 */
public record OtherOrganConsulted(LocalDate on, boolean coProducer, Optional<LocalDate> deliveredOn)
    implements Step {

  /** Nothing is null. */
  public OtherOrganConsulted {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(deliveredOn, "deliveredOn");
  }

  @Override
  public StepType type() {
    return StepType.OTHER_ORGAN_CONSULTED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.otherOrganConsulted(this);
  }
}
