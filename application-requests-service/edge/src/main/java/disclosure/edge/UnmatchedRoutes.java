package disclosure.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.page.WebPages;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * What no resource answers is a problem too, not the server's HTML page; nor does any resource see
 * an address that is too long, or a request that names no host or several. Every answer says that
 * it is nothing else than its type, and where nobody else does, that it loads and frames nothing.
 */
@ApplicationScoped
class UnmatchedRoutes {

  private static final int MAX_ADDRESS_LENGTH = 8_000;
  private static final String POLICY = "Content-Security-Policy";

  private final ObjectMapper mapper;
  private final WebPages pages;

  UnmatchedRoutes(ObjectMapper mapper, WebPages pages) {
    this.mapper = mapper;
    this.pages = pages;
  }

  void register(@Observes Router router) {
    router
        .route()
        .order(Integer.MIN_VALUE + 1)
        .handler(
            context -> {
              // Called last, when pages and documents have said what is theirs.
              context.addHeadersEndHandler(complete -> protect(context.response().headers()));
              if (context.request().uri().length() > MAX_ADDRESS_LENGTH) {
                answer(context, 414);
              } else if (!isAddressed(context.request())) {
                answer(context, 400);
              } else if (pages.hides(context)) {
                answer(context, 404);
              } else {
                context.next();
              }
            })
        .failureHandler(
            context -> {
              // What the router itself can't make out, such as a request without a host or a path.
              if (context.statusCode() == 400 || context.statusCode() == 404) {
                answer(context, context.statusCode());
              } else {
                context.next();
              }
            });
    router.route().last().handler(context -> answer(context, 404));
    for (int status : new int[] {400, 404, 405, 406, 413, 414, 415}) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  /** Nobody is to take an answer for something else, or to show it inside something else. */
  private static void protect(MultiMap headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.contains(POLICY)) {
      headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** Whether it names one host, as RFC 9112 demands: without, nothing could be routed by it. */
  private static boolean isAddressed(HttpServerRequest request) {
    return request.authority() != null && request.headers().getAll(HttpHeaders.HOST).size() == 1;
  }

  private void answer(RoutingContext context, int status) {
    if (context.response().ended() || pages.answer(context, status)) {
      return;
    }
    var language = Language.of(Optional.ofNullable(context.request().getHeader("Accept-Language")));
    try {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .putHeader("Content-Language", language.getLanguage())
          .putHeader("Cache-Control", Keeping.BY_NOBODY)
          .end(mapper.writeValueAsString(StatusTexts.refusal(status).problem(language)))
          .onFailure(context::fail);
    } catch (JsonProcessingException impossible) {
      context.fail(impossible);
    }
  }
}
