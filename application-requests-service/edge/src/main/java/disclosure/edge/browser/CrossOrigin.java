package disclosure.edge.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Lets browsers show answers to pages of the configured origins (CORS). Nothing is refused here: an
 * answer that names no origin is kept from the page by the browser, and other clients, and pages of
 * the product's own behind a gateway, know of no difference. Tokens alone give rights, never
 * cookies, so credentials are not allowed.
 */
@ApplicationScoped
class CrossOrigin {

  private static final String ORIGIN = "Origin";

  private static final String METHODS = "GET, HEAD, POST, PUT";

  private static final String REQUEST_HEADERS =
      "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
          + " If-None-Match, Last-Event-ID";

  private static final String ANSWER_HEADERS =
      "Allow, Content-Disposition, ETag, Idempotent-Replayed, Link, Location, Retry-After,"
          + " WWW-Authenticate";

  private static final String MAX_AGE_SECONDS = "600";

  private final AllowedOrigins allowed;

  CrossOrigin(BrowserSettings settings) {
    this.allowed = AllowedOrigins.of(settings.origins().orElse(List.of()));
  }

  void register(@Observes Router router) {
    if (!allowed.isEmpty()) {
      router.route().order(Integer.MIN_VALUE).handler(this::handle);
    }
  }

  private void handle(RoutingContext request) {
    HttpServerResponse answer = request.response();
    request.addHeadersEndHandler(complete -> vary(answer.headers()));
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !allowed.allows(origin)) {
      request.next();
      return;
    }
    answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    if (isPreflight(request.request())) {
      answer
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
          .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
          .setStatusCode(204)
          .end()
          .onFailure(request::fail);
    } else {
      answer.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
      request.next();
    }
  }

  /** Asks whether a request would be allowed, and bears no token. */
  private static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** A cache must not give the answer for one origin to a page of another. */
  private static void vary(MultiMap headers) {
    List<String> before = headers.getAll(HttpHeaders.VARY);
    headers.set(
        HttpHeaders.VARY, before.isEmpty() ? ORIGIN : String.join(", ", before) + ", " + ORIGIN);
  }
}
