package disclosure.edge;

import java.util.Optional;

/**
 * The client that sent the request.
 *
 * @param clientId the client's id at the issuer (claim {@code azp})
 * @param scope the organs that it acts for
 * @param person who signed in, as the issuer names him; absent when a system acts for itself.
 *     Staff, not applicants: kept where it is told who did what, and never in an event
 */
public record Caller(String clientId, CallerScope scope, Optional<String> person) {

  /** A system that acts for itself. */
  public Caller(String clientId, CallerScope scope) {
    this(clientId, scope, Optional.empty());
  }

  /** By which one who acts is told from another: the person, or else the client. */
  public String actor() {
    return person.orElse(clientId);
  }
}
