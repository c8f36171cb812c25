package disclosure.edge.page;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What somebody is answered whose session doesn't hold. */
@ApplicationScoped
public class LostSessions {

  private static final Text ISSUER_AWAY =
      new Text(
          "登录服务暂时无法访问。您的登录仍然保留，请稍后重试。",
          "The sign-in service can't be reached for now. The session is kept; try again later.");

  private final WebPages pages;
  private final SignIn signIn;

  LostSessions(WebPages pages, SignIn signIn) {
    this.pages = pages;
    this.signIn = signIn;
  }

  /**
   * Why a page can't be shown of which only the issuer can say for whom it is, and it is away: the
   * session is as good as before, once it is back. Empty in any other case.
   */
  public Optional<Refusal> issuerAway(RoutingContext request, Throwable failure) {
    return pages.holds(request) && IssuerFailures.isBehind(failure)
        ? Optional.of(Refusal.unavailable(ISSUER_AWAY, failure))
        : Optional.empty();
  }

  /**
   * The answer to somebody whose session can't be read any more, such as after another secret was
   * set: all of it is dropped, since it would be shown again with each request, and he begins anew.
   * A page is asked for once more and leads to the sign-in; a form comes back with what was filled
   * in. Who signs out is led to where the issuer's own session ends: nobody shall be signed in as
   * him without a password. Empty when no session was shown to a page.
   */
  public Optional<Response> dropped(RoutingContext request) {
    if (!pages.holds(request) || !WebPages.bearsSession(request)) {
      return Optional.empty();
    }
    Response.ResponseBuilder answer;
    if (pages.signsOut(request)) {
      answer = led(303, signIn.signOut(request).orElse(SignIn.HOME));
    } else if (PageGate.isSafe(request)) {
      answer = led(302, address(request));
    } else {
      answer =
          Response.status(401)
              .type(WebPages.HTML)
              .entity(
                  KeptForms.kept(request)
                      .flatMap(values -> pages.expired(request, values))
                      .or(() -> refused(request))
                      .orElse(""));
    }
    request.request().cookies().stream()
        .map(Cookie::getName)
        .filter(WebPages::isOfSession)
        .forEach(name -> answer.header(HttpHeaders.SET_COOKIE.toString(), dropped(name)));
    return Optional.of(answer.build());
  }

  private Optional<String> refused(RoutingContext request) {
    return pages.problem(request, Refusal.byStatus(401).problem(WebPages.language(request)));
  }

  private static Response.ResponseBuilder led(int status, String address) {
    return Response.status(status).header(HttpHeaders.LOCATION.toString(), address);
  }

  private static String dropped(String cookie) {
    return cookie + "=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly";
  }

  /** Of the same service, whatever the request's first line names. */
  private static String address(RoutingContext request) {
    String query = request.request().query();
    return request.normalizedPath() + (query == null ? "" : "?" + query);
  }
}
