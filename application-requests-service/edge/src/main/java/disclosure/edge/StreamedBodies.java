package disclosure.edge;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Gives operations that read their body as a stream one that has to come at a minimum rate. A
 * request waits for the beginning of its body without a thread and without a place.
 */
@ApplicationScoped
class StreamedBodies {

  private final Vertx vertx;
  private final EdgeSettings settings;

  StreamedBodies(Vertx vertx, EdgeSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  /**
   * Waits for the first of the body.
   *
   * @return ends when something has come; fails with 408, after which the connection is closed
   */
  @ServerRequestFilter(priority = Priorities.USER + 5)
  public Uni<Void> receive(
      ResourceInfo resource, ContainerRequestContext context, RoutingContext routing) {
    Method method = resource.getResourceMethod();
    HttpServerRequest request = routing.request();
    if (method == null || !readsStream(method) || request.isEnded()) {
      return Uni.createFrom().voidItem();
    }
    BodyStream body = new BodyStream(request, pace());
    context.setEntityStream(body);
    return Uni.createFrom().emitter(begun -> begin(body, routing, begun));
  }

  private static boolean readsStream(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(InputStream.class);
  }

  private BodyPace pace() {
    Duration timeout = settings.bodyTimeout();
    return new BodyPace(
        List.of(
            new BodyPace.Stretch(
                Math.max(1, settings.bodyMinRate().asLongValue() * timeout.toMillis() / 1000),
                timeout),
            new BodyPace.Stretch(
                settings.bodyLongStretch().asLongValue(), settings.bodyLongTimeout())));
  }

  private void begin(BodyStream body, RoutingContext routing, UniEmitter<? super Void> begun) {
    HttpServerRequest request = routing.request();
    AtomicBoolean waiting = new AtomicBoolean(true);
    long timer =
        vertx.setTimer(
            settings.bodyTimeout().toMillis(),
            late -> {
              if (waiting.compareAndSet(true, false)) {
                request.response().putHeader("Connection", "close");
                begun.fail(StatusTexts.refusal(408));
              }
            });
    Runnable some =
        () -> {
          if (waiting.compareAndSet(true, false)) {
            vertx.cancelTimer(timer);
            begun.complete(null);
          }
        };
    closeWhenCutOff(body, routing);
    request
        .handler(
            chunk -> {
              body.take(chunk);
              some.run();
            })
        .endHandler(
            end -> {
              body.end();
              some.run();
            })
        .exceptionHandler(
            gone -> {
              body.fail(gone);
              some.run();
            });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  /** What else comes of the body is nobody's; for a while it is taken in and dropped. */
  private void closeWhenCutOff(BodyStream body, RoutingContext routing) {
    routing.addHeadersEndHandler(
        headers -> {
          if (body.isCutOff()) {
            routing.response().putHeader("Connection", "close");
          }
        });
    routing.addEndHandler(
        ended -> {
          body.abandon();
          if (body.isCutOff()) {
            routing.request().connection().close();
          } else if (!body.isOver()) {
            vertx.setTimer(
                settings.bodyTimeout().toMillis(),
                late -> {
                  if (!body.isOver()) {
                    routing.request().connection().close();
                  }
                });
          }
        });
  }
}
