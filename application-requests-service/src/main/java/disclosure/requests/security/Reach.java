package disclosure.requests.security;

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

  /** Whether the caller acts for the organ. */
  public boolean includes(OrganCode organ) {
    return everywhere || organs.contains(organ);
  }
}
