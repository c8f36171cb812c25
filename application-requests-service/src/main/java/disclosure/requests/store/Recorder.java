package disclosure.requests.store;

import disclosure.edge.Caller;
import disclosure.requests.transaction.Reach;
import java.time.Instant;
import java.util.Optional;

/**
 * Who records, and when.
 *
 * @param caller the client
 * @param reach the organs that it acts for
 * @param now the moment of the request, or of the batch's chunk
 */
public record Recorder(Caller caller, Reach reach, Instant now) {

  public Recording recording(Optional<String> onBehalfOf) {
    return new Recording(clientId(), onBehalfOf, caller.person(), now);
  }

  public String clientId() {
    return caller.clientId();
  }
}
