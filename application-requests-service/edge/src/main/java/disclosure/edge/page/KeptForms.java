package disclosure.edge.page;

import disclosure.edge.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forms, kept until they are answered. A sign-in leads back without what was filled in, and an
 * outage is answered without it: so the page that says what has happened bears it, to be sent
 * again.
 */
@ApplicationScoped
class KeptForms {

  private static final String KEPT = KeptForms.class.getName();

  /** How long a form may take to come. */
  private static final long MAX_MILLIS = 30_000;

  /** How many bytes all forms may take that are on their way or being answered. */
  private static final int MAX_BYTES_OF_ALL = 32 << 20;

  /** And those without a session, which nobody else shall wait for. */
  private static final int MAX_BYTES_OF_STRANGERS = 8 << 20;

  private final Semaphore room = new Semaphore(MAX_BYTES_OF_ALL);
  private final Semaphore strangers = new Semaphore(MAX_BYTES_OF_STRANGERS);

  private final WebPages pages;
  private final long maxBytes;
  private final Set<String> uploads;

  KeptForms(WebPages pages, PageSettings settings) {
    this.pages = pages;
    this.uploads = settings.uploads().orElse(Set.of());
    this.maxBytes = settings.maxFormSize().asLongValue();
  }

  /** Lets a form go on when there is a session, and it is no longer than forms are. */
  void receive(RoutingContext request) {
    Optional<Long> length = length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    if (length.filter(bytes -> bytes <= maxBytes).isEmpty()) {
      pages.refuse(request, 413);
    } else {
      collect(request);
    }
  }

  /** Whether it is a form that brings a file, to a page that takes one. */
  boolean isUpload(RoutingContext request, String path) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return uploads.contains(path)
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /**
   * Lets a form with a file go on, unread, when there is a session. One without is told so once its
   * file has come, of which nothing is kept: a browser shows no answer before it has sent all.
   */
  void receiveFile(RoutingContext request) {
    if (WebPages.bearsSession(request)) {
      request.next();
      return;
    }
    long late =
        request.vertx().setTimer(MAX_MILLIS, timer -> request.request().connection().close());
    request
        .request()
        .handler(chunk -> {})
        .endHandler(
            end -> {
              request.vertx().cancelTimer(late);
              pages.answer(request, 401);
            })
        .exceptionHandler(gone -> request.vertx().cancelTimer(late))
        .resume();
  }

  /** What was filled in, of a form that was let on; empty for what is no form. */
  static Optional<List<ErrorPage.Value>> kept(RoutingContext request) {
    try {
      return Optional.<Buffer>ofNullable(request.get(KEPT))
          .map(body -> PostedForm.of(body.toString(StandardCharsets.UTF_8)).stream().toList());
    } catch (Refusal malformed) {
      return Optional.empty();
    }
  }

  /** No browser sends a form without saying how long it is. */
  private static Optional<Long> length(String header) {
    return Optional.ofNullable(header)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Long::parseLong);
  }

  /** What all forms take together is counted as it comes, until each is answered. */
  private void collect(RoutingContext request) {
    Buffer body = Buffer.buffer();
    AtomicInteger taken = new AtomicInteger();
    Semaphore place = WebPages.bearsSession(request) ? room : strangers;
    request.addEndHandler(over -> place.release(taken.get()));
    long late =
        request.vertx().setTimer(MAX_MILLIS, timer -> request.request().connection().close());
    request
        .request()
        .handler(
            chunk -> {
              if (!place.tryAcquire(chunk.length())) {
                request.vertx().cancelTimer(late);
                request.request().pause();
                pages.refuse(request, 503);
              } else {
                taken.addAndGet(chunk.length());
                body.appendBuffer(chunk);
              }
            })
        .endHandler(
            end -> {
              request.vertx().cancelTimer(late);
              goOn(request, body);
            })
        .exceptionHandler(gone -> request.vertx().cancelTimer(late))
        .resume();
  }

  private void goOn(RoutingContext request, Buffer body) {
    if (WebPages.bearsSession(request)) {
      request.put(KEPT, body);
      ((RoutingContextInternal) request).setBody(body);
      request.next();
    } else {
      // A long one takes longer to write out than others shall wait.
      request
          .vertx()
          .executeBlocking(() -> expired(request, body.toString(StandardCharsets.UTF_8)), false)
          .onSuccess(page -> answer(request, page))
          .onFailure(request::fail);
    }
  }

  /** The page that keeps it; empty for what is no form. */
  private Optional<String> expired(RoutingContext request, String body) {
    try {
      return pages.expired(request, PostedForm.of(body).stream().toList());
    } catch (Refusal malformed) {
      return Optional.empty();
    }
  }

  private void answer(RoutingContext request, Optional<String> page) {
    if (page.isPresent()) {
      WebPages.send(request, 401, page.get());
    } else {
      pages.answer(request, 400);
    }
  }
}
