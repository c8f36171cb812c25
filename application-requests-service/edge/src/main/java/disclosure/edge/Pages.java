package disclosure.edge;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The pages of a service for people: what its API takes and answers, and what its problems mean.
 */
@ApplicationScoped
class Pages {

  void register(@Observes Router router) {
    router.get("/docs").handler(context -> context.reroute("/docs/index.html"));
    router.get("/problems").handler(context -> context.reroute("/problems/index.html"));
    router
        .getWithRegex("/problems/(?<type>[a-z0-9-]+)")
        .handler(
            context ->
                context
                    .response()
                    .setStatusCode(303)
                    .putHeader("Location", "/problems#" + context.pathParam("type"))
                    .end());
  }
}
