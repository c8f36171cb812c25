package disclosure.requests.limit;

import disclosure.requests.problem.Refusal;
import disclosure.requests.security.CurrentCaller;
import io.github.bucket4j.TimeMeter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what a client asks beyond its quota. It is asked once the token is verified, so that
 * nobody uses up another one's quota. A batch counts as one request.
 */
@ApplicationScoped
class RateLimit {

  private final Quotas quotas;
  private final CurrentCaller caller;

  RateLimit(RateLimitSettings settings, CurrentCaller caller) {
    this.quotas = new Quotas(settings.perSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME);
    this.caller = caller;
  }

  /**
   * Looks at the quota.
   *
   * @throws Refusal 429
   */
  @ServerRequestFilter
  public void check(ResourceInfo resource) {
    if (resource.getResourceMethod() == null
        || !resource.getResourceMethod().isAnnotationPresent(RolesAllowed.class)) {
      return;
    }
    quotas
        .take(caller.get().clientId())
        .map(Duration::toMillis)
        .ifPresent(
            millis -> {
              throw Refusal.tooManyRequests(1 + millis / 1000);
            });
  }
}
