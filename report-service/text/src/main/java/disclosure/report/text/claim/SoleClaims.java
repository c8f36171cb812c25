package disclosure.report.text.claim;

import java.util.ArrayList;
import java.util.List;

/** Claims that one number makes alone: beside others like it, it may count some of what they do. */
public final class SoleClaims {

  private final List<Claim> claims = new ArrayList<>();
  private int told;

  /** Whether what all of them count together was told in the sentence, or in one before. */
  private boolean allTold;

  private boolean allToldBefore;

  /** A number of the kind was told, whether or not it claims anything. */
  public void told() {
    told++;
  }

  /** What they count together was told. */
  public void allTold() {
    told++;
    allTold = true;
  }

  public void add(Claim claim) {
    claims.add(claim);
  }

  /** At the beginning of a sentence: what was told before any claim is of something else. */
  public void begin() {
    told = claims.isEmpty() ? 0 : told;
  }

  /** At the end of a sentence, or of a paragraph. */
  public void settle(List<Claim> all) {
    if (told > 1 || allToldBefore) {
      all.removeAll(claims);
    }
    claims.clear();
    told = 0;
    allToldBefore |= allTold;
    allTold = false;
  }
}
