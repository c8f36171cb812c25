package disclosure.edge;

import io.quarkus.micrometer.runtime.export.handlers.PrometheusHandler;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells the metrics from a thread of their own. The framework would take one of those that work on
 * requests, so that nothing was known of a service just when all of them are taken.
 */
@ApplicationScoped
class Metrics {

  private static final String PATH = "/q/metrics";
  private static final int MAX_WAITING = 8;

  private final PrometheusHandler told = new PrometheusHandler(false, Optional.empty());
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MAX_WAITING),
          telling -> {
            Thread named = new Thread(telling, "metrics");
            named.setDaemon(true);
            return named;
          });

  void serve(@Observes ManagementInterface management) {
    management.router().get(PATH).order(Integer.MIN_VALUE).handler(this::tell);
  }

  @PreDestroy
  void stop() {
    thread.shutdown();
  }

  private void tell(RoutingContext request) {
    try {
      thread.execute(() -> told.handle(request));
    } catch (RejectedExecutionException tooMany) {
      request.response().setStatusCode(503).end();
    }
  }
}
