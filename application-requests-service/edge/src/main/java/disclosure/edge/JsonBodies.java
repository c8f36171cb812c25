package disclosure.edge;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes in a body of JSON, as large and as slow as it may be, before a thread works on the request:
 * however many bodies are under way, nobody else waits for them.
 */
@ApplicationScoped
class JsonBodies {

  private final Vertx vertx;
  private final long maxSize;
  private final Duration timeout;

  JsonBodies(Vertx vertx, EdgeSettings settings) {
    this.vertx = vertx;
    this.maxSize = settings.maxBodySize().asLongValue();
    this.timeout = settings.bodyTimeout();
  }

  /**
   * Waits for the body without a thread.
   *
   * @return ends when it has come; fails with 408 or 413, after which the connection is closed
   */
  @ServerRequestFilter(priority = Priorities.USER + 5)
  public Uni<Void> receive(ContainerRequestContext context, HttpServerRequest request) {
    if (!isJson(context) || request.isEnded()) {
      return Uni.createFrom().voidItem();
    }
    if (saysTooMuch(context)) {
      return Uni.createFrom().failure(closing(request, Refusal.tooLarge()));
    }
    return Uni.createFrom()
        .<Buffer>emitter(body -> new Reception(request, body).begin())
        .invoke(body -> context.setEntityStream(new ByteArrayInputStream(body.getBytes())))
        .replaceWithVoid();
  }

  private static boolean isJson(ContainerRequestContext context) {
    return Optional.ofNullable(context.getHeaderString(HttpHeaders.CONTENT_TYPE))
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON))
        .isPresent();
  }

  /** A length that is no number was refused by the server. */
  private boolean saysTooMuch(ContainerRequestContext context) {
    String length = context.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length != null && Long.parseLong(length) > maxSize;
  }

  /** What else comes of the body is nobody's. */
  private static Refusal closing(HttpServerRequest request, Refusal refusal) {
    request.response().putHeader("Connection", "close");
    return refusal;
  }

  /** A body that is coming in, by the connection's event loop; the timer may be another's. */
  private final class Reception {

    private final HttpServerRequest request;
    private final UniEmitter<? super Buffer> body;
    private final Buffer received = Buffer.buffer();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long timer;

    Reception(HttpServerRequest request, UniEmitter<? super Buffer> body) {
      this.request = request;
      this.body = body;
    }

    void begin() {
      timer = vertx.setTimer(timeout.toMillis(), late -> refuse(StatusTexts.refusal(408)));
      request
          .handler(this::take)
          .endHandler(end -> finish(() -> body.complete(received)))
          .exceptionHandler(gone -> finish(() -> body.fail(StatusTexts.refusal(400))));
      if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
        request.response().writeContinue();
      }
      request.resume();
    }

    private void take(Buffer chunk) {
      if (ended.get()) {
        return;
      }
      if (received.length() + chunk.length() > maxSize) {
        refuse(Refusal.tooLarge());
      } else {
        received.appendBuffer(chunk);
      }
    }

    private void refuse(Refusal refusal) {
      finish(() -> body.fail(closing(request, refusal)));
    }

    /** What comes after is dropped. */
    private void finish(Runnable end) {
      if (ended.compareAndSet(false, true)) {
        vertx.cancelTimer(timer);
        end.run();
      }
    }
  }
}
