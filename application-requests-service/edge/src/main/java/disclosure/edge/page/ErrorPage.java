package disclosure.edge.page;

import disclosure.edge.Problem;

/** How a service's pages look when something is refused. */
@FunctionalInterface
public interface ErrorPage {

  /**
   * The whole page.
   *
   * @param signedIn whether the person has a session, which he may want to end
   */
  String html(Problem problem, boolean signedIn);
}
