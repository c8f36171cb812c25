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

  /** A defensive copy is kept. */
  public Reach {
    organs = Set.copyOf(organs);
  }

  /** Whether the caller acts for the organ. */
  public boolean includes(OrganCode organ) {
    return everywhere || organs.contains(organ);
  }
}
