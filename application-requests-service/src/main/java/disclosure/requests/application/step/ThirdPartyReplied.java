package disclosure.requests.application.step;

import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * 第三方答复 (《条例》第三十二条).
 *
 * @param on the day the opinion arrived
 * @param consultation the sequence number of the consultation answered; the oldest open one if
 *     absent
 */
public record ThirdPartyReplied(LocalDate on, Optional<Integer> consultation) implements Step {

  /** Nothing is null. */
  public ThirdPartyReplied {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(consultation, "consultation");
  }

  @Override
  public StepType type() {
    return StepType.THIRD_PARTY_REPLIED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.thirdPartyReplied(this);
  }
}
