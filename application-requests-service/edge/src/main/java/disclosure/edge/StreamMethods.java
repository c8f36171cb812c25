package disclosure.edge;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A stream has a head only with its content: asked for alone, it would never end. */
class StreamMethods {

  /**
   * Looks at the method.
   *
   * @throws Refusal 405 for HEAD on a stream
   */
  @ServerRequestFilter
  public void check(ResourceInfo resource, ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.HEAD)
        && resource.getResourceMethod().getReturnType() == Multi.class) {
      throw StatusTexts.refusal(405);
    }
  }
}
