package disclosure.requests.store;

import disclosure.requests.audit.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Who recorded an application or a step, and when.
 *
 * @param clientId the client that sent it
 * @param onBehalfOf the office, unit or clerk that the client named
 * @param person who signed in at the client, by the token
 * @param at the moment of recording
 */
public record Recording(
    String clientId, Optional<String> onBehalfOf, Optional<String> person, Instant at) {

  /** Who did it. */
  public Actor by() {
    return new Actor(clientId, person, onBehalfOf);
  }
}
