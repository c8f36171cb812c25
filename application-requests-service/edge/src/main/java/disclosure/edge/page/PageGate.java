package disclosure.edge.page;

import disclosure.edge.AllowedMethods;
import io.quarkus.vertx.http.security.HttpSecurity;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What comes before anybody is known. Sessions are for pages and tokens for the API: neither sees
 * the other, since a session that gave rights there could be used by any page of the browser, and
 * the name of a session's cookie alone would have the API answer as pages do.
 */
@ApplicationScoped
class PageGate {

  /** After what every request has to have, before everything else. */
  private static final int EARLY = Integer.MIN_VALUE + 2;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final String POLICY_HEADER = "Content-Security-Policy";

  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'%s;"
          + " frame-ancestors 'none'";

  private final WebPages pages;
  private final KeptForms forms;
  private final SignIn signIn;
  private final AllowedMethods methods;

  PageGate(WebPages pages, KeptForms forms, SignIn signIn, AllowedMethods methods) {
    this.methods = methods;
    this.pages = pages;
    this.forms = forms;
    this.signIn = signIn;
  }

  void register(@Observes Router router) {
    router.route().order(EARLY).handler(this::handle);
  }

  /** Without this nobody would ask for the sign-in that a callback ends. */
  void secure(@Observes HttpSecurity security) {
    pages
        .client()
        .ifPresent(
            client -> {
              security.path(client.path("static/*")).permit();
              security.path(client.prefix(), client.path("*")).authenticated();
            });
  }

  private void handle(RoutingContext request) {
    String path = WebPages.path(request);
    Optional<PageClient> shown = pages.client().filter(client -> client.holds(path));
    if (pages.isPublic(request)) {
      String prefix = pages.publicPrefix();
      PageLanguage.settle(request, prefix);
      // Whoever asks is nobody here, so that everybody is answered the same but for the language.
      request.request().headers().remove(HttpHeaders.COOKIE).remove(HttpHeaders.AUTHORIZATION);
      request.addHeadersEndHandler(complete -> protect(request, ""));
      if (PageLanguage.isChosen(request, path, prefix)) {
        choose(request, prefix);
      } else {
        request.next();
      }
      return;
    }
    if (shown.isEmpty()) {
      request.request().headers().remove(HttpHeaders.COOKIE);
      request.next();
      return;
    }
    PageClient client = shown.get();
    PageLanguage.settle(request, client.prefix());
    request.addHeadersEndHandler(complete -> protect(request, client));
    request.request().headers().remove(HttpHeaders.AUTHORIZATION);
    boolean isSafe = isSafe(request);
    boolean signsOut = pages.signsOut(request);
    if (PageLanguage.isChosen(request, path, client.prefix())) {
      choose(request, client.prefix());
    } else if (isSafe && !signsOut) {
      request.next();
    } else if (!isSafe && !request.request().method().equals(HttpMethod.POST)) {
      refuseMethod(request, path);
    } else if (!isOfThePages(request)) {
      refuseForeign(request, client, isSafe);
    } else if (signsOut && !WebPages.bearsSession(request)) {
      // Whose session has ended would be led to sign in, so as to sign out; the issuer's may go on.
      lead(request, signIn.signOut(request).orElse(SignIn.HOME));
    } else if (signsOut) {
      request.next();
    } else if (forms.isUpload(request, path)) {
      forms.receiveFile(request);
    } else {
      forms.receive(request);
    }
  }

  /** Whether it only asks for something. */
  static boolean isSafe(RoutingContext request) {
    return SAFE.contains(request.request().method());
  }

  /** Browsers know no other methods: whatever comes with one is no form. */
  private void refuseMethod(RoutingContext request, String path) {
    SortedSet<String> allowed = methods.of(path);
    if (allowed.isEmpty()) {
      pages.refuse(request, 404);
    } else {
      request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
      pages.refuse(request, 405);
    }
  }

  /** Who signs in where he was signing out comes back by a link of the issuer's. */
  private void refuseForeign(RoutingContext request, PageClient client, boolean isSafe) {
    if (isSafe) {
      lead(request, client.prefix());
    } else {
      pages.refuse(request, 403);
    }
  }

  /** Leads back to where a language was chosen; no other site chooses for anybody. */
  private void choose(RoutingContext request, String prefix) {
    if (isOfThePages(request)) {
      PageLanguage.kept(request, signIn.isSecure())
          .ifPresent(cookie -> request.response().putHeader(HttpHeaders.SET_COOKIE, cookie));
    }
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    lead(request, PageLanguage.back(request, prefix));
  }

  private static void lead(RoutingContext request, String path) {
    request
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, path)
        .end()
        .onFailure(request::fail);
  }

  private void protect(RoutingContext request, PageClient client) {
    MultiMap headers = request.response().headers();
    protect(request, " " + signIn.origins());
    if (!client.isAsset(WebPages.path(request))) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /** What answers with a policy of its own, such as a document, keeps it. */
  private static void protect(RoutingContext request, String origins) {
    MultiMap headers = request.response().headers();
    if (!headers.contains(POLICY_HEADER)) {
      headers.set(POLICY_HEADER, String.format(Locale.ROOT, POLICY, origins));
      PageLanguage.tell(request);
    }
    headers.set("X-Content-Type-Options", "nosniff").set("Referrer-Policy", "same-origin");
  }

  /**
   * Whether one of our own pages sent it. Browsers say so; who is none has no session of somebody
   * else's to misuse.
   */
  private static boolean isOfThePages(RoutingContext request) {
    return isOfThePages(
        request.request().getHeader("Sec-Fetch-Site"),
        request.request().getHeader(HttpHeaders.ORIGIN),
        String.valueOf(request.request().authority()));
  }

  static boolean isOfThePages(String site, String origin, String authority) {
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    if (origin == null) {
      return true;
    }
    try {
      return authority.equals(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException noOrigin) {
      return false;
    }
  }
}
