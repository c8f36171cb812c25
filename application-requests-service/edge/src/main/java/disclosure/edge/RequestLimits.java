package disclosure.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a JSON body that says of itself that it is too large, before any of it is awaited. */
class RequestLimits {

  private final long maxBodySize;

  RequestLimits(EdgeSettings settings) {
    this.maxBodySize = settings.maxBodySize().asLongValue();
  }

  /** Looks at the length that the request tells; {@link RequestBodyReader} counts what comes. */
  @ServerRequestFilter
  public void check(ContainerRequestContext request) {
    boolean json =
        Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_TYPE))
            .map(type -> type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON))
            .orElse(false);
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (json && length != null && Long.parseLong(length) > maxBodySize) {
      throw Refusal.tooLarge();
    }
  }
}
