package disclosure.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Links to what this service answers. They begin with the address that the service is configured to
 * be known by, or with the path when it has none: what a request calls the host is the client's
 * word, and in an answer it would lead others there.
 */
@ApplicationScoped
public class Links {

  private final String address;

  Links(EdgeSettings settings) {
    this.address = settings.publicUrl().map(url -> url.toString().replaceAll("/+$", "")).orElse("");
  }

  /**
   * Where something is, as a header says it.
   *
   * @param path from the root, such as {@code /organs/1}
   */
  public String to(String path) {
    return address + path;
  }

  /** Where the request goes, as a header says it. */
  public String toSelf(UriInfo request) {
    return to(path(request.getRequestUri()));
  }

  /** The same request with another value of a parameter, such as for the next part of a list. */
  public URI with(UriInfo request, String parameter, Object value) {
    URI other = request.getRequestUriBuilder().replaceQueryParam(parameter, value).build();
    return URI.create(to(path(other) + "?" + other.getRawQuery()));
  }

  /** What begins with two slashes would name a host. */
  private static String path(URI request) {
    return "/" + request.getRawPath().replaceFirst("^/+", "");
  }
}
