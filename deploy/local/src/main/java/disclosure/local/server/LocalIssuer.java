package disclosure.local.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;

/**
 * An OIDC issuer inside this JVM, with discovery, JWKS and the client-credentials grant. Its tokens
 * have the shape that Keycloak gives with the realm under {@code deploy/compose}.
 */
public final class LocalIssuer implements AutoCloseable {

  /**
   * The audience of a token for which no other is asked, and the only one that the services accept.
   */
  public static final String AUDIENCE = "disclosure";

  private static final String ISSUER = "disclosure";
  private static final String EVERY = "*";
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final MockOAuth2Server server;

  private LocalIssuer(MockOAuth2Server server) {
    this.server = server;
  }

  /** The same with a key of its own, which goes with it. */
  public static LocalIssuer start(int port, List<LocalClient> clients) throws Exception {
    return start(port, clients, newKey());
  }

  /**
   * Starts an issuer that knows the given clients and refuses all others.
   *
   * @param key what it signs with, as {@link #newKey} makes it
   */
  public static LocalIssuer start(int port, List<LocalClient> clients, String key)
      throws Exception {
    return start(port, clients, key, Optional.empty());
  }

  /**
   * The same, at which people sign in too.
   *
   * @param pages where they are led back to
   */
  public static LocalIssuer start(int port, List<LocalClient> clients, String key, Pages pages)
      throws Exception {
    return start(port, clients, key, Optional.of(pages));
  }

  /**
   * Pages for which people sign in.
   *
   * @param client the id of their client, which is one of those that the issuer knows
   * @param origin what their addresses begin with, without a slash at its end
   * @param people who may be chosen
   * @param lifetime how long tokens hold
   * @param away when the issuer answers nobody's question for a token
   */
  public record Pages(
      String client,
      String origin,
      List<LocalPerson> people,
      Duration lifetime,
      BooleanSupplier away) {

    /** Those of an issuer that is always there. */
    public Pages(String client, String origin, List<LocalPerson> people) {
      this(client, origin, people, LIFETIME, () -> false);
    }
  }

  private static LocalIssuer start(
      int port, List<LocalClient> clients, String key, Optional<Pages> pages) throws Exception {
    KeyProvider keys = new KeyProvider(List.of(JWK.parse(key)));
    // Taken now, since an issuer of another name would take it.
    keys.signingKey(ISSUER);
    Map<String, LocalClient> byId =
        clients.stream().collect(Collectors.toMap(LocalClient::id, Function.identity()));
    OAuth2Config config =
        new OAuth2Config(
            pages.isPresent(),
            null,
            null,
            false,
            new OAuth2TokenProvider(keys),
            java.util.Set.of(new KnownClients(byId, pages.map(Pages::lifetime).orElse(LIFETIME))));
    MockOAuth2Server server = new MockOAuth2Server(config, routes(config, pages));
    server.start(InetAddress.getByName("127.0.0.1"), port);
    return new LocalIssuer(server);
  }

  /** What is asked before the server's own: a sign-in begins and ends at the same handler. */
  private static Route[] routes(OAuth2Config config, Optional<Pages> pages) {
    if (pages.isEmpty()) {
      return new Route[0];
    }
    Route standard = new OAuth2HttpRequestHandler(config).getAuthorizationServer();
    Pages signedIn = pages.get();
    return new Route[] {
      new Away(signedIn.away()),
      new SignIn(ISSUER, signedIn.client(), signedIn.origin(), signedIn.people(), standard),
      standard
    };
  }

  /** Makes a key to sign with, as a JSON Web Key; whoever reads it can make any token. */
  public static String newKey() {
    try {
      return new RSAKeyGenerator(RSAKeyGenerator.MIN_KEY_SIZE_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate()
          .toJSONString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
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

  /** In the place of tokens, as from an issuer that starts or is overloaded. */
  private record Away(BooleanSupplier now) implements Route {

    @Override
    public boolean match(OAuth2HttpRequest request) {
      return now.getAsBoolean() && request.getUrl().pathSegments().contains("token");
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      return new OAuth2HttpResponse(Headers.of(), 503, "", null);
    }
  }

  /** Gives a known client with the right secret its own claims, and nobody else anything. */
  private record KnownClients(Map<String, LocalClient> byId, Duration lifetime)
      implements OAuth2TokenCallback {

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
      // Whoever asks for another one gets a token that the services must refuse.
      return Optional.ofNullable(request.getCustomParameter("audience")).orElse(List.of(AUDIENCE));
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
      LocalClient client = authenticated(request);
      Map<String, Object> claims = new HashMap<>();
      claims.put("azp", client.id());
      claims.put("client_id", client.id());
      claims.put("organs", asked(request, "organs", client.organs()));
      claims.put("realm_access", Map.of("roles", asked(request, "roles", client.roles())));
      client.person().ifPresent(person -> claims.put("preferred_username", person));
      String seconds =
          Optional.ofNullable(request.getCustomParameter("seconds")).stream()
              .flatMap(List::stream)
              .findFirst()
              .orElse("");
      if (seconds.matches("[1-9]\\d{0,2}")) {
        claims.put(
            "exp", Date.from(Clock.systemUTC().instant().plusSeconds(Long.parseLong(seconds))));
      }
      return claims;
    }

    /** What the client has, or as much of it as the call names, with spaces between. */
    private static List<String> asked(TokenRequest request, String parameter, List<String> all) {
      List<String> named = request.getCustomParameter(parameter);
      if (named == null) {
        return all;
      }
      List<String> asked =
          named.stream()
              .flatMap(value -> Stream.of(value.split(" ")))
              .filter(value -> !value.isEmpty())
              .toList();
      if (!all.contains(EVERY) && !all.containsAll(asked)) {
        throw new OAuth2Exception(
            OAuth2Error.INVALID_SCOPE, "the client has not all that " + parameter + " names");
      }
      return asked;
    }

    @Override
    public long tokenExpiry() {
      return lifetime.toSeconds();
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
