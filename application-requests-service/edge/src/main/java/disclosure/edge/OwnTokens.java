package disclosure.edge;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The tokens with which a service asks another one as itself (RFC 6749, 4.4). The issuer is asked
 * when the first one is needed, and not before: a service starts while it is away. What it doesn't
 * answer in time is given up and asked anew, over connections of its own.
 */
public final class OwnTokens {

  private static final Logger LOG = Logger.getLogger(OwnTokens.class);

  /** Who asks waits no longer than this for an issuer that refuses. */
  private static final Duration DISCOVERY = Duration.ofSeconds(1);

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final OidcClients clients;
  private final OidcClientConfig config;
  private Optional<Source> present = Optional.empty();

  /** A client, once it is made, and the token that it has or waits for. */
  private record Source(Uni<OidcClient> client, TokensHelper tokens) {

    Uni<String> token() {
      return client.flatMap(tokens::getTokens).map(Tokens::getAccessToken);
    }
  }

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

  /**
   * One that holds for at least half a minute; fails as the issuer does, and with a {@link
   * TimeoutException} after ten seconds.
   */
  public Uni<String> token() {
    return Uni.createFrom()
        .deferred(
            () -> {
              Source source = source();
              return source
                  .token()
                  .ifNoItem()
                  .after(TIMEOUT)
                  .fail()
                  .onFailure(TimeoutException.class)
                  .invoke(() -> giveUp(source));
            });
  }

  private synchronized Source source() {
    if (present.isEmpty()) {
      present =
          Optional.of(
              new Source(
                  Uni.createFrom()
                      .deferred(() -> clients.newClient(config))
                      .onFailure()
                      .invoke(this::forget)
                      .memoize()
                      .indefinitely(),
                  new TokensHelper()));
    }
    return present.get();
  }

  private synchronized void forget() {
    present = Optional.empty();
  }

  /** Whoever waits for the same answer asks anew, too. */
  private void giveUp(Source source) {
    synchronized (this) {
      if (!present.equals(Optional.of(source))) {
        return;
      }
      present = Optional.empty();
    }
    source.client().subscribe().with(OwnTokens::close, failure -> {});
  }

  private static void close(OidcClient client) {
    try {
      client.close();
    } catch (IOException failure) {
      LOG.debugf(failure, "A client was not closed");
    }
  }
}
