package disclosure.requests.transaction;

import disclosure.requests.contract.OrganCode;
import java.util.Set;

/**
 * All organs that a caller acts for, as the directory stands.
 *
 * @param everywhere whether they are all there are
 * @param organs them, when they are not
 */
public record Reach(boolean everywhere, Set<OrganCode> organs) {

  /** Everything: for the register's own work, and for counts that the caller may have. */
  public static final Reach EVERYTHING = new Reach(true, Set.of());

  /** A defensive copy is kept. */
  public Reach {
    organs = Set.copyOf(organs);
  }

  /** No more than the organ, and nothing when it isn't included. */
  public Reach narrowedTo(OrganCode organ) {
    return new Reach(false, includes(organ) ? Set.of(organ) : Set.of());
  }

  /** Whether the caller acts for the organ. */
  public boolean includes(OrganCode organ) {
    return everywhere || organs.contains(organ);
  }
}
