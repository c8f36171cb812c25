package disclosure.edge.page;

import disclosure.edge.Problem;

/** How a service's pages look when something is refused. */
@FunctionalInterface
public interface ErrorPage {

  /** The whole page. */
  String html(Problem problem);
}
