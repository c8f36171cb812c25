package disclosure.edge;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Bearer tokens as OpenID Connect has them verified, but not anew with each request; and tickets,
 * which stand in place of one where a stream is opened.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

  private static final int MAX_TICKETS_OF_AN_ADDRESS = 8;
  private static final int MAX_TICKETS_AT_A_TIME = 16;

  private final OidcAuthenticationMechanism oidc;
  private final Clock clock;
  private final StreamTickets tickets;
  private final ClientAddresses addresses;
  private final VerifiedTokens verified = new VerifiedTokens();

  /** Whoever shows a ticket may be anybody, and has the database asked. */
  private final Bulkhead looking = new Bulkhead(MAX_TICKETS_OF_AN_ADDRESS, MAX_TICKETS_AT_A_TIME);

  BearerAuthentication(
      OidcAuthenticationMechanism oidc,
      StreamTickets tickets,
      ClientAddresses addresses,
      Clock clock) {
    this.oidc = oidc;
    this.tickets = tickets;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String credentials = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (credentials == null) {
      return tickets
          .shown(request)
          .map(ticket -> holder(ticket, request))
          .orElseGet(() -> oidc.authenticate(request, identities));
    }
    Optional<SecurityIdentity> known = verified.bearer(credentials, clock.instant());
    return known.isPresent()
        ? Uni.createFrom().item(known.get())
        : oidc.authenticate(request, identities)
            .invoke(
                bearer ->
                    Optional.ofNullable(bearer)
                        .filter(somebody -> !somebody.isAnonymous())
                        .ifPresent(
                            somebody ->
                                verified.keep(
                                    credentials, withoutRequest(somebody), clock.instant())));
  }

  private Uni<SecurityIdentity> holder(String ticket, RoutingContext request) {
    return Uni.createFrom()
        .completionStage(
            () ->
                request
                    .vertx()
                    .executeBlocking(() -> take(ticket, request), false)
                    .toCompletionStage());
  }

  private SecurityIdentity take(String ticket, RoutingContext request) {
    Bulkhead.Place place = looking.enter(addresses.of(request.request()));
    try {
      TicketHolder holder =
          tickets.take(ticket, request).orElseThrow(AuthenticationFailedException::new);
      return QuarkusSecurityIdentity.builder()
          .setPrincipal(new QuarkusPrincipal(holder.caller().clientId()))
          .addRoles(holder.roles())
          .addAttributes(CurrentCaller.attributes(holder))
          .build();
    } finally {
      place.close();
    }
  }

  /** What is held must not hold the request that it came with. */
  private static SecurityIdentity withoutRequest(SecurityIdentity bearer) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(bearer.getPrincipal())
        .addRoles(bearer.getRoles())
        .addCredentials(bearer.getCredentials())
        .addAttributes(
            bearer.getPrincipal() instanceof JsonWebToken token
                ? CurrentCaller.attributes(token)
                : Map.of())
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return oidc.getChallenge(request);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return oidc.getCredentialTransport(request);
  }
}
