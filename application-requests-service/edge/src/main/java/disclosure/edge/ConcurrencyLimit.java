package disclosure.edge;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Bounds what is under way at a time, of all requests and of those to an operation that says so
 * ({@link Concurrency}). What occupies no thread while it waits is not counted.
 */
@ApplicationScoped
class ConcurrencyLimit {

  private final Bulkhead threads;
  private final Map<Method, Optional<Bulkhead>> operations = new ConcurrentHashMap<>();
  private final Subjects subjects;

  ConcurrencyLimit(ConcurrencySettings settings, Subjects subjects) {
    this.threads = new Bulkhead(settings.perClient(), settings.total());
    this.subjects = subjects;
  }

  /**
   * Takes the request's places, which it gives back when it has ended, however it ends: the answer,
   * and the work for it too, which goes on for a while when the client hangs up.
   *
   * @throws Refusal 429 or 503
   */
  @ServerRequestFilter(priority = Priorities.USER + 10)
  public void enter(ResourceInfo resource, RoutingContext request) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    String subject = subjects.of(method, request);
    operations
        .computeIfAbsent(method, ConcurrencyLimit::bulkhead)
        .ifPresent(operation -> hold(operation.enter(subject), method, request));
    if (occupiesThread(method)) {
      hold(threads.enter(subject), method, request);
    }
  }

  private static boolean occupiesThread(Method method) {
    return !method.isAnnotationPresent(NonBlocking.class) && method.getReturnType() != Multi.class;
  }

  private static void hold(Bulkhead.Place place, Method method, RoutingContext request) {
    if (!occupiesThread(method)) {
      request.addEndHandler(ended -> place.close());
      return;
    }
    AtomicInteger open = new AtomicInteger(2);
    Runnable end =
        () -> {
          if (open.decrementAndGet() == 0) {
            place.close();
          }
        };
    request.addEndHandler(ended -> end.run());
    CurrentRequestManager.get().registerCompletionCallback(ended -> end.run());
  }

  private static Optional<Bulkhead> bulkhead(Method method) {
    return Optional.ofNullable(method.getAnnotation(Concurrency.class))
        .map(limit -> new Bulkhead(limit.perClient(), limit.total()));
  }
}
