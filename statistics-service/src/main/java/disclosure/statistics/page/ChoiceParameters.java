package disclosure.statistics.page;

import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the dashboard, as they came; null when absent. */
public class ChoiceParameters {

  /** The code of the organ. */
  @RestQuery String organ;

  /** A year. */
  @RestQuery String year;

  /** The first day of a period instead. */
  @RestQuery String from;

  /** Its last day. */
  @RestQuery String to;

  /** Which organs are counted. */
  @RestQuery String scope;

  /** What is looked for among the organs. */
  @RestQuery String find;

  Choice choice(View view) {
    return new Choice(
        view,
        Optional.ofNullable(organ),
        Optional.ofNullable(year),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(scope),
        Optional.ofNullable(find));
  }
}
