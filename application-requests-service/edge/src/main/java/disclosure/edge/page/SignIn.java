package disclosure.edge.page;

import disclosure.edge.Links;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How people sign in to the pages: by the code flow, as a tenant of its own, so that the API goes
 * on with tokens alone. Their roles and organs are those of the access token, as everywhere.
 */
@ApplicationScoped
class SignIn implements JavaScriptRequestChecker {

  /** No path ends with it: where one does, it would choose the tenant as well. */
  static final String TENANT = "pages.session";

  /** Where a sign-out leads in the end. */
  static final String HOME = "/";

  /** How long a session waits for its renewal after its tokens have ended. */
  private static final Duration REST = Duration.ofMinutes(30);

  private final WebPages pages;
  private final Links links;
  private final Instance<TenantConfigBean> tenants;
  private final String issuer;
  private final String audience;
  private final String roles;
  private final Duration patience;

  SignIn(
      WebPages pages,
      Links links,
      Instance<TenantConfigBean> tenants,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
      @ConfigProperty(name = "quarkus.oidc.token.audience") String audience,
      @ConfigProperty(name = "quarkus.oidc.roles.role-claim-path") String roles,
      @ConfigProperty(name = "quarkus.oidc.connection-delay") Duration patience) {
    this.pages = pages;
    this.links = links;
    // It is made while tenants are offered, below.
    this.tenants = tenants;
    this.issuer = issuer;
    this.audience = audience;
    this.roles = roles;
    this.patience = patience;
  }

  /**
   * The origins that a form which signs out may be led on to, for the policy of forms: the issuer's
   * as it is asked, and as browsers know it.
   */
  String origins() {
    return Stream.concat(Stream.of(issuer), endSession().stream())
        .map(SignIn::origin)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /**
   * Where the issuer's own session ends of somebody whose session here can't be read, or has ended:
   * nothing tells the issuer who he is, so that it may ask him. Empty where the issuer has no such
   * place.
   */
  Optional<String> signOut(RoutingContext request) {
    return pages
        .client()
        .flatMap(
            client ->
                endSession()
                    .flatMap(
                        place ->
                            home(request)
                                .map(
                                    home ->
                                        place
                                            + (place.contains("?") ? "&" : "?")
                                            + "client_id="
                                            + encoded(client.id())
                                            + "&post_logout_redirect_uri="
                                            + encoded(home))));
  }

  private Optional<String> endSession() {
    return Optional.ofNullable(tenants.get().getStaticTenant(TENANT))
        .map(TenantConfigContext::getOidcMetadata)
        .map(OidcConfigurationMetadata::getEndSessionUri);
  }

  /** As the framework names it where it leads there. */
  private Optional<String> home(RoutingContext request) {
    try {
      URI asked = URI.create(request.request().absoluteURI());
      String scheme = isSecure() ? "https" : asked.getScheme();
      return Optional.of(scheme + "://" + asked.getRawAuthority() + HOME);
    } catch (IllegalArgumentException noHost) {
      return Optional.empty();
    }
  }

  /** Whether the services are known by an address with TLS. */
  boolean isSecure() {
    return links.to("/").startsWith("https:");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String origin(String address) {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  void offer(@Observes Oidc oidc) {
    pages.client().ifPresent(client -> oidc.create(tenant(client)));
  }

  /** A stream without a session is refused, and the page says so; it can't be led anywhere. */
  @Override
  public boolean isJavaScriptRequest(RoutingContext request) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    return (accepted != null && accepted.contains("text/event-stream"))
        || "empty".equals(request.request().getHeader("Sec-Fetch-Dest"));
  }

  private OidcTenantConfig tenant(PageClient client) {
    boolean secure = isSecure();
    return OidcTenantConfig.authServerUrl(issuer)
        .tenantId(TENANT)
        .tenantPaths(client.prefix(), client.path("*"))
        .connectionDelay(patience)
        .applicationType(ApplicationType.WEB_APP)
        .clientId(client.id())
        .credentials(client.secret())
        .roles()
        .source(Source.accesstoken)
        .roleClaimPath(roles)
        .end()
        .token()
        // The ID token is for the client, the access token for the services.
        .audience(List.of(client.id(), audience))
        .refreshExpired()
        .end()
        .authentication()
        .pkceRequired()
        .stateSecret(client.sessionSecret())
        .redirectPath(client.path(PageClient.CALLBACK))
        .restorePathAfterRedirect()
        .forceRedirectHttpsScheme(secure)
        .cookieForceSecure(secure)
        .cookiePath("/")
        .cookieSameSite(CookieSameSite.LAX)
        .javaScriptAutoRedirect(false)
        .sessionAgeExtension(REST)
        .end()
        .tokenStateManager()
        .encryptionSecret(client.sessionSecret())
        .end()
        .logout()
        .path(client.path("logout"))
        .postLogoutPath(HOME)
        .end()
        .build();
  }
}
