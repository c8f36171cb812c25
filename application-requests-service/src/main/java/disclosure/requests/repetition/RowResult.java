package disclosure.requests.repetition;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import java.util.List;

/**
 * What became of a row of a ledger, or would become of it.
 *
 * @param faults why it is refused or set aside, how it differs, or what is appended; else empty
 */
public record RowResult(Change change, List<Fault> faults) {

  /** A defensive copy is kept. */
  public RowResult {
    faults = List.copyOf(faults);
  }

  /** One that is not taken. */
  public static RowResult refused(Refusal refusal) {
    return new RowResult(
        Change.REFUSED,
        refusal.faults().isEmpty()
            ? List.of(RegisterFault.NOT_REGISTERED_JUST_NOW.at(""))
            : refusal.faults());
  }

  /** Whether it is not taken. */
  public boolean isRefused() {
    return change == Change.REFUSED;
  }
}
