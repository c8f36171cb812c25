package disclosure.requests.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the transitions ask of the statutory clock. */
public interface Deadlines {

  /**
   * The last day for the answer, as the given steps leave it on the given day.
   *
   * @param effectiveSteps as {@link Application#effectiveSteps()} gives them
   * @return empty while the clock waits for somebody outside
   */
  Optional<LocalDate> dueOn(Receipt receipt, List<RecordedStep> effectiveSteps, LocalDate asOf);

  /** The last day to pay a fee whose notice was delivered on the given day. */
  LocalDate payBy(LocalDate feeNoticeDeliveredOn);
}
