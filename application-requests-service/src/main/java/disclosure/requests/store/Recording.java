package disclosure.requests.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Who recorded an application or a step, and when.
 *
 * @param clientId the client that sent it
 * @param onBehalfOf the office, unit or clerk that the client named
 * @param at the moment of recording
 */
public record Recording(String clientId, Optional<String> onBehalfOf, Instant at) {}
