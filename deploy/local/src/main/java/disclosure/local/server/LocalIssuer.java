package disclosure.local.server;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OIDC issuer inside this JVM, with discovery, JWKS and the client-credentials grant. Its tokens
 * have the shape that Keycloak gives with the realm under {@code deploy/compose}.
 */
public final class LocalIssuer implements AutoCloseable {

  /** The audience of every token, and the only one that the services accept. */
  public static final String AUDIENCE = "disclosure";

  private static final String ISSUER = "disclosure";
  private static final long LIFETIME_SECONDS = 3600;

  private final MockOAuth2Server server;

  private LocalIssuer(MockOAuth2Server server) {
    this.server = server;
  }

  /** Starts an issuer that knows the given clients and refuses all others. */
  public static LocalIssuer start(int port, List<LocalClient> clients) throws Exception {
    Map<String, LocalClient> byId =
        clients.stream().collect(Collectors.toMap(LocalClient::id, Function.identity()));
    MockOAuth2Server server =
        new MockOAuth2Server(
            new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                java.util.Set.of(new KnownClients(byId))));
    server.start(InetAddress.getByName("127.0.0.1"), port);
    return new LocalIssuer(server);
  }

  /** The issuer's URL, below which discovery is found. */
  public String url() {
    return server.issuerUrl(ISSUER).toString();
  }

  /** Where a client exchanges its credentials for a token. */
  public String tokenEndpoint() {
    return server.tokenEndpointUrl(ISSUER).toString();
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /** Gives a known client with the right secret its own claims, and nobody else anything. */
  private record KnownClients(Map<String, LocalClient> byId) implements OAuth2TokenCallback {

    @Override
    public String issuerId() {
      return ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
      return authenticated(request).id();
    }

    @Override
    public String typeHeader(TokenRequest request) {
      return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
      return List.of(AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
      LocalClient client = authenticated(request);
      return Map.of(
          "azp", client.id(),
          "client_id", client.id(),
          "organs", client.organs(),
          "realm_access", Map.of("roles", client.roles()));
    }

    @Override
    public long tokenExpiry() {
      return LIFETIME_SECONDS;
    }

    private LocalClient authenticated(TokenRequest request) {
      ClientAuthentication authentication = request.getClientAuthentication();
      if (authentication instanceof PlainClientSecret secret) {
        LocalClient client = byId.get(authentication.getClientID().getValue());
        if (client != null && same(client.secret(), secret.getClientSecret().getValue())) {
          return client;
        }
      }
      throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "unknown client or wrong secret");
    }

    private static boolean same(String expected, String given) {
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
  }
}
