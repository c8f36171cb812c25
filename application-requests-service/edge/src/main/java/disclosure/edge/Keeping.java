package disclosure.edge;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Whatever an operation doesn't say of its answer, nobody keeps it: it may hold what others must
 * not see, or what is otherwise a moment later.
 */
class Keeping {

  /** What is said of an answer that nobody may keep. */
  static final String BY_NOBODY = "no-store";

  /** Completes the answer's headers. */
  @ServerResponseFilter
  public void complete(ContainerResponseContext answer) {
    if (!answer.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, BY_NOBODY);
    }
  }
}
