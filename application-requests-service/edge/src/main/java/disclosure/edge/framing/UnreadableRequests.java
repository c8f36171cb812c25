package disclosure.edge.framing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Problem;
import disclosure.edge.Refusal;
import disclosure.edge.page.WebPages;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * Says in words why a request is refused that nothing behind the decoder gets to see, where the
 * server itself would send a bare status. Nothing more is read of its connection.
 */
@ApplicationScoped
class UnreadableRequests implements Handler<HttpServerRequest> {

  private final ObjectMapper mapper;
  private final WebPages pages;

  UnreadableRequests(ObjectMapper mapper, WebPages pages) {
    this.mapper = mapper;
    this.pages = pages;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Locale language = pages.language(request);
    Problem problem = Refusal.byStatus(status(request.decoderResult().cause())).problem(language);
    Optional<String> page = pages.problem(request, problem);
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, page.isPresent() ? WebPages.HTML : Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(
            "Content-Security-Policy",
            (page.isPresent() ? "default-src 'self'" : "default-src 'none'")
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(page.orElseGet(() -> json(problem)))
        .onComplete(sent -> request.connection().close());
  }

  private static int status(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return 414;
    }
    return cause instanceof TooLongHttpHeaderException ? 431 : 400;
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
