package disclosure.requests.ledger;

import disclosure.edge.Fault;
import disclosure.requests.registration.Intake;
import java.util.ArrayList;
import java.util.List;

/** What became of the rows of a part. */
final class PartResult {

  private int registered;
  private int repeated;
  private final List<LedgerProblem> refusals = new ArrayList<>();

  void add(LedgerRow row, Intake.Result result) {
    if (result.isRefused()) {
      for (Fault fault : result.faults()) {
        refusals.add(new LedgerProblem(row.sheet(), row.row(), "", fault.field(), fault.message()));
      }
    } else if (result.created()) {
      registered++;
    } else {
      repeated++;
    }
  }

  int registered() {
    return registered;
  }

  int repeated() {
    return repeated;
  }

  List<LedgerProblem> refusals() {
    return List.copyOf(refusals);
  }
}
