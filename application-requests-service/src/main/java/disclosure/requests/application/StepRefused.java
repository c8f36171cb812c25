package disclosure.requests.application;

import java.util.List;
import java.util.stream.Collectors;

/** The history would break a rule of the Regulation; nothing was recorded. */
public final class StepRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<StepFault> faults;

  StepRefused(List<StepFault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.sequence() + "." + fault.field() + " " + fault.fault())
            .collect(Collectors.joining(", ")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault found, in the order of the steps; at least one. */
  public List<StepFault> faults() {
    return faults;
  }
}
