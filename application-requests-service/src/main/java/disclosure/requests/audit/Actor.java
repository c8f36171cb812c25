package disclosure.requests.audit;

import disclosure.edge.Caller;
import java.util.Optional;

/**
 * Who did something.
 *
 * @param clientId the client that sent the request
 * @param person who signed in at the client, by the token
 * @param onBehalfOf for whom a client said that it acts: its own word, not the issuer's
 */
public record Actor(String clientId, Optional<String> person, Optional<String> onBehalfOf) {

  /** Whoever sent a request that names nobody else. */
  public static Actor of(Caller caller) {
    return new Actor(caller.clientId(), caller.person(), Optional.empty());
  }
}
