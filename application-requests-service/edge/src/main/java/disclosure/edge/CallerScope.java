package disclosure.edge;

import disclosure.requests.contract.OrganCode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organs that a token names; the client acts for each of them and for all below it.
 *
 * @param everywhere whether the token stands for all organs
 * @param roots the named organs
 */
public record CallerScope(boolean everywhere, Set<OrganCode> roots) {

  private static final String ALL = "*";

  /** A defensive copy is kept. */
  public CallerScope {
    roots = Set.copyOf(roots);
  }

  /** Reads the claim {@code organs}; an entry that is no organ code stands for nothing. */
  public static CallerScope of(Collection<String> claim) {
    return new CallerScope(
        claim.contains(ALL),
        claim.stream()
            .filter(OrganCode::isValid)
            .map(OrganCode::new)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether the token names the organ itself; an organ below a named one takes the hierarchy to
   * tell.
   */
  public boolean names(OrganCode organ) {
    return everywhere || roots.contains(organ);
  }

  /**
   * Whether the client acts for an organ.
   *
   * @param atOrAbove the codes of the organ and of all that it is or was below
   */
  public boolean isWithin(Set<String> atOrAbove) {
    return everywhere || roots.stream().map(OrganCode::value).anyMatch(atOrAbove::contains);
  }
}
