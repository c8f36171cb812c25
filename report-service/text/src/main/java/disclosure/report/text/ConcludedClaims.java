package disclosure.report.text;

import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;

/** What one sentence says was concluded: of all, or of some of which no table tells. */
final class ConcludedClaims {

  private final List<Claim.Figure> concluded = new ArrayList<>();
  private final Flow flow = new Flow();

  /** Whether it says so of some as well. */
  private boolean some;

  void add(Claim.Figure claim) {
    flow.add(claim);
    if (claim.either().get(0).equals(Told.row(FormRow.CONCLUDED, List.of()))) {
      concluded.add(claim);
    }
  }

  void ofSome() {
    some = true;
  }

  /** Where several numbers of one sentence are concluded, each is of something of its own. */
  void settle(List<Claim> claims) {
    if (some || concluded.stream().map(Claim.Figure::said).distinct().count() > 1) {
      claims.removeAll(concluded);
    }
    concluded.stream().filter(flow::isOfReceived).forEach(claims::remove);
    flow.clear();
    concluded.clear();
    some = false;
  }
}
