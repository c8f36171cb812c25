package disclosure.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * What no resource answers is a problem too, not the server's HTML page; nor does any resource see
 * an address that is too long.
 */
@ApplicationScoped
class UnmatchedRoutes {

  private static final int MAX_ADDRESS_LENGTH = 8_000;

  private final ObjectMapper mapper;

  UnmatchedRoutes(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void register(@Observes Router router) {
    router
        .route()
        .order(Integer.MIN_VALUE + 1)
        .handler(
            context -> {
              if (context.request().uri().length() > MAX_ADDRESS_LENGTH) {
                answer(context, 414);
              } else {
                context.next();
              }
            });
    router.route().last().handler(context -> answer(context, 404));
    for (int status : new int[] {400, 404, 405, 406, 413, 414, 415}) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  private void answer(RoutingContext context, int status) {
    if (context.response().ended()) {
      return;
    }
    var language = Language.of(Optional.ofNullable(context.request().getHeader("Accept-Language")));
    try {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .putHeader("Content-Language", language.getLanguage())
          .end(mapper.writeValueAsString(StatusTexts.refusal(status).problem(language)))
          .onFailure(context::fail);
    } catch (JsonProcessingException impossible) {
      context.fail(impossible);
    }
  }
}
