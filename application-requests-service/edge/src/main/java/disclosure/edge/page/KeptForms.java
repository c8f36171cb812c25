package disclosure.edge.page;

import disclosure.edge.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Forms that are sent when the session has ended. A sign-in leads back without what was filled in:
 * so the page that says what has happened bears it, to be sent again.
 */
@ApplicationScoped
class KeptForms {

  private static final long MAX_BYTES = 128 << 10;

  private final WebPages pages;

  KeptForms(WebPages pages) {
    this.pages = pages;
  }

  /** Lets a form go on when there is a session, and it is no longer than forms are. */
  void receive(RoutingContext request) {
    Optional<Long> length = length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    if (length.filter(bytes -> bytes <= MAX_BYTES).isEmpty()) {
      pages.refuse(request, 413);
    } else if (WebPages.bearsSession(request)) {
      request.next();
    } else {
      keep(request);
    }
  }

  /** No browser sends a form without saying how long it is. */
  private static Optional<Long> length(String header) {
    return Optional.ofNullable(header)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(Long::parseLong);
  }

  private void keep(RoutingContext request) {
    Buffer body = Buffer.buffer();
    request
        .request()
        .handler(body::appendBuffer)
        .endHandler(end -> answer(request, body.toString(StandardCharsets.UTF_8)))
        .exceptionHandler(gone -> {})
        .resume();
  }

  private void answer(RoutingContext request, String body) {
    try {
      pages.expired(request, PostedForm.of(body).stream().toList());
    } catch (Refusal malformed) {
      pages.answer(request, malformed.status());
    }
  }
}
