package disclosure.edge.page;

import disclosure.edge.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a person the problem that a program is sent. */
class PageProblems {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=utf-8");

  private final WebPages pages;

  PageProblems(WebPages pages) {
    this.pages = pages;
  }

  /** Puts a page in the place of a problem, where a page was asked for. */
  @ServerResponseFilter
  public void show(ContainerResponseContext answer, RoutingContext request) {
    if (answer.getEntity() instanceof Problem problem) {
      pages
          .problem(request, problem)
          .ifPresent(
              page -> {
                answer.setEntity(page, answer.getEntityAnnotations(), HTML);
                answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
              });
    }
  }
}
