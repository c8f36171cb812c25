package disclosure.edge;

import io.github.bucket4j.TimeMeter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what a client asks beyond its quota. It is asked once the token is verified, so that
 * nobody uses up another one's quota; who needs no token is known by the address it asks from. A
 * batch counts as one request.
 */
@ApplicationScoped
class RateLimit {

  private final Quotas quotas;
  private final Subjects subjects;

  RateLimit(RateLimitSettings settings, Subjects subjects) {
    this.quotas = new Quotas(settings.perSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME);
    this.subjects = subjects;
  }

  /**
   * Looks at the quota.
   *
   * @throws Refusal 429
   */
  @ServerRequestFilter
  public void check(ResourceInfo resource, RoutingContext request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    quotas
        .take(subjects.of(method, request))
        .map(Duration::toMillis)
        .ifPresent(
            millis -> {
              throw Refusal.tooManyRequests(1 + millis / 1000);
            });
  }
}
