package disclosure.report.text.claim;

import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one sentence says came in and is still open. 收到86件，答复82件，未到期4件 tells what became of the 86;
 * what was carried in, and is concluded too, isn't told of.
 */
public final class Flow {

  private final List<BigDecimal> received = new ArrayList<>();
  private final List<BigDecimal> open = new ArrayList<>();
  private boolean carriedIn;

  public void clear() {
    received.clear();
    open.clear();
    carriedIn = false;
  }

  public void add(Claim.Figure claim) {
    Told told = claim.either().get(0);
    if (told.equals(Told.row(FormRow.NEWLY_RECEIVED, List.of()))) {
      received.add(claim.said());
    } else if (told.equals(Told.row(FormRow.CARRIED_OUT, List.of()))) {
      open.add(claim.said());
    }
    carriedIn |=
        told.equals(Told.row(FormRow.CARRIED_IN, List.of()))
            || told.equals(Told.handled(List.of()));
  }

  /** Whether one number is said to be left open. */
  public boolean isOpenTold() {
    return open.size() == 1;
  }

  /** Whether it tells what came in and what is left of it, and nothing of the year before. */
  public boolean mayBeOfReceived() {
    return !carriedIn && !received.isEmpty() && isOpenTold();
  }

  /** Whether what is concluded and what is open are all that was received. */
  public boolean isOfReceived(Claim.Figure concluded) {
    return !carriedIn
        && open.stream()
            .map(concluded.said()::add)
            .anyMatch(sum -> received.stream().anyMatch(all -> all.compareTo(sum) == 0));
  }
}
