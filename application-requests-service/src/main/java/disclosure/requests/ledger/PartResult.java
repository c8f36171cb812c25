package disclosure.requests.ledger;

import disclosure.edge.Fault;
import disclosure.requests.ledger.reading.Headings;
import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.requests.ledger.reading.LedgerRow;
import disclosure.requests.ledger.result.DoneRows.Done;
import disclosure.requests.repetition.RowResult;
import java.util.ArrayList;
import java.util.List;

/** What became of the rows of a part. */
final class PartResult {

  private int registered;
  private int repeated;
  private int appended;
  private int differing;
  private int setAside;
  private final Headings headings;
  private final List<LedgerProblem> refusals = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();

  PartResult(Headings headings) {
    this.headings = headings;
  }

  void add(LedgerRow row, RowResult result) {
    done.add(Done.of(row.sheet(), row.row(), row.reference(), result.change()));
    switch (result.change()) {
      case ADDED -> registered++;
      case UNCHANGED -> repeated++;
      case STEPS_APPENDED -> appended++;
      case DIFFERS -> {
        differing++;
        tell(row, result);
      }
      case SET_ASIDE -> {
        setAside++;
        tell(row, result);
      }
      case REFUSED -> tell(row, result);
    }
  }

  private void tell(LedgerRow row, RowResult result) {
    for (Fault fault : result.faults()) {
      refusals.add(headings.problem(row, fault));
    }
  }

  int appended() {
    return appended;
  }

  int differing() {
    return differing;
  }

  int setAside() {
    return setAside;
  }

  int registered() {
    return registered;
  }

  int repeated() {
    return repeated;
  }

  List<Done> done() {
    return List.copyOf(done);
  }

  List<LedgerProblem> refusals() {
    return List.copyOf(refusals);
  }
}
