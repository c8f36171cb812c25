package disclosure.requests.subscription;

import disclosure.edge.Caller;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.subscription.Subscriptions.Whose;
import disclosure.requests.transaction.RegisterReader;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Which subscriptions the caller may see and command. */
@ApplicationScoped
class OwnSubscriptions {

  private final Subscriptions subscriptions;
  private final RegisterReader reader;
  private final CurrentCaller caller;
  private final SecurityIdentity identity;

  OwnSubscriptions(
      Subscriptions subscriptions,
      RegisterReader reader,
      CurrentCaller caller,
      SecurityIdentity identity) {
    this.subscriptions = subscriptions;
    this.reader = reader;
    this.caller = caller;
    this.identity = identity;
  }

  /**
   * The one of that id.
   *
   * @throws Refusal 404 when there is none that the caller may see
   */
  Subscription find(UUID id) throws SQLException {
    Whose whose = whose();
    return reader
        .directory(connection -> subscriptions.find(connection, id, whose))
        .orElseThrow(Refusal::notFound);
  }

  /** Who runs the service sees all; everybody else his own. */
  Whose whose() {
    return identity.hasRole(Role.ADMINISTRATOR) && caller.scope().everywhere()
        ? new Whose(Optional.empty())
        : own();
  }

  /** The client's own, also for whoever runs the service. */
  Whose own() {
    return new Whose(Optional.of(system().clientId()));
  }

  /** People share the client of the pages: what is its client's would be everybody's. */
  Caller system() {
    Caller found = caller.get();
    if (found.person().isPresent()) {
      throw new ForbiddenException();
    }
    return found;
  }
}
