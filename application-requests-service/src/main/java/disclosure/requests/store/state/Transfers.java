package disclosure.requests.store.state;

import disclosure.requests.contract.OrganCode;
import java.util.Optional;
import java.util.UUID;

/**
 * The other sides of an application that one organ handed to another.
 *
 * @param from the application that it was before, with the organ that handed it over
 * @param to the application that it is now, with the organ that it was handed to
 */
public record Transfers(Optional<Counterpart> from, Optional<Counterpart> to) {

  public static final Transfers NONE = new Transfers(Optional.empty(), Optional.empty());

  /** An application of another organ. */
  public record Counterpart(UUID id, OrganCode organCode) {}
}
