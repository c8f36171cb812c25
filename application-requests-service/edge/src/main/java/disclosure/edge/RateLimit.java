package disclosure.edge;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
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
  public void check(ResourceInfo resource, HttpServerRequest request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    quotas
        .take(subject(method, caller, request))
        .map(Duration::toMillis)
        .ifPresent(
            millis -> {
              throw Refusal.tooManyRequests(1 + millis / 1000);
            });
  }

  /** Whose request it is. */
  static String subject(Method method, CurrentCaller caller, HttpServerRequest request) {
    return needsToken(method) ? "client " + caller.clientId() : "address " + address(request);
  }

  private static boolean needsToken(Method method) {
    return method.isAnnotationPresent(RolesAllowed.class)
        || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class)
            && method.getAnnotation(jakarta.annotation.security.PermitAll.class) == null;
  }

  static String address(HttpServerRequest request) {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }
}
