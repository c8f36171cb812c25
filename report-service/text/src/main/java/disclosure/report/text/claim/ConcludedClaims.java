package disclosure.report.text.claim;

import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;

/** What one sentence says was concluded: of all, or of some of which no table tells. */
public final class ConcludedClaims {

  private final List<Claim.Figure> concluded = new ArrayList<>();
  private final Flow flow = new Flow();

  /** Whether it says so of some as well. */
  private boolean some;

  private final List<Claim.Figure> received = new ArrayList<>();
  private boolean recounted;

  public void add(Claim.Figure claim) {
    flow.add(claim);
    if (claim.either().get(0).equals(Told.row(FormRow.CONCLUDED, List.of()))) {
      concluded.add(claim);
    } else if (claim.either().contains(Told.row(FormRow.NEWLY_RECEIVED, List.of()))) {
      received.add(claim);
    }
  }

  public void ofSome() {
    some = true;
  }

  /** 收到申请表16份，合并为12件: which of the two the table counts isn't told. */
  public void recounted() {
    recounted = true;
  }

  /** Where several numbers of one sentence are concluded, each is of something of its own. */
  public void settle(List<Claim> claims) {
    if (some || concluded.stream().map(Claim.Figure::said).distinct().count() > 1) {
      claims.removeAll(concluded);
    }
    if (recounted) {
      claims.removeAll(received);
    }
    concluded.stream().filter(flow::isOfReceived).forEach(claims::remove);
    flow.clear();
    concluded.clear();
    received.clear();
    some = false;
    recounted = false;
  }
}
