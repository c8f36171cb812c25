package disclosure.edge;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The pages of a service for people: what it is, and what its API takes and answers. */
@ApplicationScoped
class Pages {

  void register(@Observes Router router) {
    router.get("/docs").handler(context -> context.reroute("/docs/index.html"));
  }
}
