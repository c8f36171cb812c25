package disclosure.edge;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * The tokens with which a service asks another one as itself (RFC 6749, 4.4). The issuer is asked
 * when the first one is needed, and not before: a service starts while it is away.
 */
public final class OwnTokens {

  private static final Duration DISCOVERY = Duration.ofSeconds(5);
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final OidcClients clients;
  private final OidcClientConfig config;
  private final TokensHelper tokens = new TokensHelper();
  private Optional<Uni<OidcClient>> client = Optional.empty();

  /**
   * @param issuer the issuer's URL, below which its metadata are found
   * @param id the service's client
   * @param secret the client's secret
   */
  public OwnTokens(OidcClients clients, String issuer, String id, String secret) {
    this.clients = clients;
    this.config =
        OidcClientConfig.authServerUrl(issuer)
            .id("own")
            .clientId(id)
            .credentials(secret)
            .connectionDelay(DISCOVERY)
            .refreshTokenTimeSkew(SKEW)
            .build();
  }

  /** One that holds for at least half a minute; fails as the issuer does. */
  public Uni<String> token() {
    return client().flatMap(tokens::getTokens).map(Tokens::getAccessToken);
  }

  private synchronized Uni<OidcClient> client() {
    if (client.isEmpty()) {
      client =
          Optional.of(
              Uni.createFrom()
                  .deferred(() -> clients.newClient(config))
                  .onFailure()
                  .invoke(this::forget)
                  .memoize()
                  .indefinitely());
    }
    return client.get();
  }

  private synchronized void forget() {
    client = Optional.empty();
  }
}
