package disclosure.local.server;

import java.util.List;
import java.util.Optional;

/**
 * A client that the local issuer knows.
 *
 * @param id its client id
 * @param secret its client secret
 * @param roles the roles that its tokens carry
 * @param organs the organs that it acts for, each with all below it; {@code *} stands for all
 * @param person who signs in with it; absent for a system that acts for itself
 */
public record LocalClient(
    String id, String secret, List<String> roles, List<String> organs, Optional<String> person) {

  /** A system that acts for itself. */
  public LocalClient(String id, String secret, List<String> roles, List<String> organs) {
    this(id, secret, roles, organs, Optional.empty());
  }
}
