package disclosure.requests.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * How a receiver answered to a test.
 *
 * @param eventId the id of the event that it was sent
 * @param taken whether it took it
 * @param cause why it didn't
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TestDelivery(String eventId, boolean taken, Optional<String> cause) {}
