package disclosure.edge;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
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

/** Bearer tokens as OpenID Connect has them verified, but not anew with each request. */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

  private final OidcAuthenticationMechanism oidc;
  private final Clock clock;
  private final VerifiedTokens verified = new VerifiedTokens();

  BearerAuthentication(OidcAuthenticationMechanism oidc, Clock clock) {
    this.oidc = oidc;
    this.clock = clock;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String credentials = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (credentials == null) {
      return oidc.authenticate(request, identities);
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
