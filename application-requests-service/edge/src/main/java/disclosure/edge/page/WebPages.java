package disclosure.edge.page;

import disclosure.edge.Language;
import disclosure.edge.Problem;
import disclosure.edge.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which requests are for pages, and how such a one is refused in words. */
@ApplicationScoped
public class WebPages {

  /** The type of a page. */
  public static final String HTML = "text/html; charset=utf-8";

  private static final String SESSION_COOKIE = "q_session";
  private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

  private final Optional<String> prefix;
  private final Optional<String> publicPrefix;
  private final Optional<PageClient> client;
  private final Optional<String> url;
  private final Instance<ErrorPage> shown;

  WebPages(PageSettings settings, Instance<ErrorPage> shown) {
    this.prefix = settings.prefix();
    this.publicPrefix = settings.publicPrefix();
    this.client = PageClient.of(settings);
    this.url = settings.url().map(url -> url.toString().replaceAll("/+$", ""));
    this.shown = shown;
  }

  /** The client with which people sign in; empty where no pages are shown. */
  Optional<PageClient> client() {
    return client;
  }

  /** Whether the request is for a page that is shown here. */
  public boolean holds(RoutingContext request) {
    return client.filter(pages -> pages.holds(path(request))).isPresent();
  }

  /** What whole addresses of pages begin with, without a slash at its end; empty when unknown. */
  public Optional<String> url() {
    return url;
  }

  /** What the paths of pages begin with that everybody sees; empty where there are none. */
  String publicPrefix() {
    return publicPrefix.orElse("");
  }

  /** Whether the request is for a page that everybody sees. */
  boolean isPublic(RoutingContext request) {
    return publicPrefix.filter(begin -> isBelow(begin, path(request))).isPresent();
  }

  static boolean isBelow(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  /** The path as it is matched: what a segment says behind a semicolon isn't looked at. */
  static String path(RoutingContext request) {
    return PARAMETERS.matcher(request.normalizedPath()).replaceAll("");
  }

  /** Whether somebody signed in here; the session may have ended meanwhile. */
  static boolean bearsSession(RoutingContext request) {
    return request.request().cookies().stream().anyMatch(cookie -> isOfSession(cookie.getName()));
  }

  /** Whether a cookie of that name is a session, or a part of one. */
  static boolean isOfSession(String cookie) {
    return cookie.startsWith(SESSION_COOKIE);
  }

  /** Whether somebody signs out. */
  boolean signsOut(RoutingContext request) {
    String path = path(request);
    return client.filter(pages -> path.equals(pages.path("logout"))).isPresent();
  }

  /** Whether the request is for a page that is not shown here. */
  public boolean hides(RoutingContext request) {
    String path = path(request);
    return client.isEmpty() && prefix.filter(begin -> isBelow(begin, path)).isPresent();
  }

  /** A problem as a page; empty when the request wasn't for one. */
  public Optional<String> problem(RoutingContext request, Problem problem) {
    Optional<List<ErrorPage.Value>> kept =
        isPassing(problem.status()) ? KeptForms.kept(request) : Optional.empty();
    if (kept.isPresent()) {
      return shown.stream()
          .findFirst()
          .map(
              page ->
                  PageLanguage.in(
                      request, () -> page.unsent(problem, request.request().uri(), kept.get())));
    }
    boolean isPublic = isPublic(request);
    Optional<String> home = isPublic ? publicPrefix : prefix.filter(begin -> holds(request));
    return home.flatMap(
        begin ->
            shown.stream()
                .findFirst()
                .map(
                    page ->
                        PageLanguage.in(
                            request,
                            () -> page.html(problem, begin, !isPublic && bearsSession(request)))));
  }

  /**
   * The same for a request that nothing could route, by what its address begins with: nobody knows
   * whether its sender has a session.
   */
  public Optional<String> problem(HttpServerRequest request, Problem problem) {
    return home(request)
        .flatMap(
            home ->
                shown.stream()
                    .findFirst()
                    .map(
                        page ->
                            PageLanguage.in(
                                PageLanguage.of(request), () -> page.html(problem, home, false))));
  }

  private Optional<String> home(HttpServerRequest request) {
    String path = Optional.ofNullable(request.path()).orElse("");
    return publicPrefix
        .filter(begin -> isBelow(begin, path))
        .or(() -> prefix.filter(begin -> client.filter(held -> held.holds(path)).isPresent()));
  }

  /** The language in which a request is refused that nothing could route. */
  public Locale language(HttpServerRequest request) {
    return home(request).isPresent()
        ? PageLanguage.of(request)
        : Language.of(Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  /** Whether the same may well be taken later. */
  private static boolean isPassing(int status) {
    return status == 429 || status >= 500;
  }

  /** A page that says that the session had ended, and keeps what was filled in. */
  Optional<String> expired(RoutingContext request, List<ErrorPage.Value> values) {
    return shown.stream()
        .findFirst()
        .map(page -> PageLanguage.in(request, () -> page.expired(request.request().uri(), values)));
  }

  /**
   * Answers with a page that says what the status means.
   *
   * @return whether the request was for a page; if not, nothing was answered
   */
  public boolean answer(RoutingContext request, int status) {
    Optional<String> page = problem(request, Refusal.byStatus(status).problem(language(request)));
    page.ifPresent(html -> send(request, status, html));
    return page.isPresent();
  }

  /** The same for a request whose body nobody reads: the next one needs another connection. */
  void refuse(RoutingContext request, int status) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    answer(request, status);
  }

  static Locale language(RoutingContext request) {
    return PageLanguage.in(request, PageLanguage::current);
  }

  static void send(RoutingContext request, int status, String html) {
    PageLanguage.tell(request.response().headers(), language(request));
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
        .end(html)
        .onFailure(request::fail);
  }
}
