package disclosure.edge.page;

import disclosure.edge.Problem;
import java.util.List;

/** How a service's pages look when something is refused. */
public interface ErrorPage {

  /**
   * A value of a form.
   *
   * @param name of its field
   */
  record Value(String name, String value) {

    /** Without the value, which may be about a person. */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * The whole page.
   *
   * @param home where the pages begin that it belongs to
   * @param signedIn whether the person has a session, which he may want to end
   */
  String html(Problem problem, String home, boolean signedIn);

  /**
   * The whole page that keeps what was filled in where the service could do nothing with it just
   * now.
   *
   * @param address where the form was sent to
   * @param values what was filled in
   */
  String unsent(Problem problem, String address, List<Value> values);

  /**
   * The whole page that keeps what was filled in by somebody whose session had ended.
   *
   * @param address where the form was sent to
   * @param values what was filled in
   */
  String expired(String address, List<Value> values);
}
