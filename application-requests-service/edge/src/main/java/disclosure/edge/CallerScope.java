package disclosure.edge;

import disclosure.requests.contract.OrganCode;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
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

  /**
   * Reads the claim {@code organs}. A token without it acts for no organ; one that the issuer was
   * set up wrongly for is refused, so that whoever sets it up sees that.
   *
   * @throws Refusal 403 when the claim is no array of organ codes and {@code *}
   */
  static CallerScope ofClaim(Object claim) {
    if (claim == null) {
      return of(List.of());
    }
    if (!(claim instanceof Collection<?> entries)) {
      throw malformed();
    }
    List<String> organs = entries.stream().map(CallerScope::text).toList();
    if (!organs.stream().allMatch(organ -> organ.equals(ALL) || OrganCode.isValid(organ))) {
      throw malformed();
    }
    return of(organs);
  }

  private static String text(Object entry) {
    if (entry instanceof JsonString string) {
      return string.getString();
    }
    return entry instanceof String string ? string : "";
  }

  private static Refusal malformed() {
    return new Refusal(
        403,
        "organs-claim-malformed",
        new Text("令牌中的organs声明有误", "The token's claim organs is malformed"),
        new Text(
            "organs应为数组，每一项是十八位统一社会信用代码或者“*”。请联系身份认证系统的管理员更正该客户端的设置。",
            "organs must be an array whose entries are organ codes of 18 characters or \"*\"."
                + " Have the issuer's administrator correct how the client is set up."),
        List.of());
  }

  /** Takes the named organs; an entry that is no organ code stands for nothing. */
  public static CallerScope of(Collection<String> claim) {
    return new CallerScope(
        claim.contains(ALL),
        claim.stream()
            .filter(OrganCode::isValid)
            .map(OrganCode::new)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The entries of a claim that says the same. */
  public Set<String> claim() {
    return everywhere
        ? Set.of(ALL)
        : roots.stream().map(OrganCode::value).collect(Collectors.toUnmodifiableSet());
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
