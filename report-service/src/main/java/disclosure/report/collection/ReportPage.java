package disclosure.report.collection;

import disclosure.edge.Links;
import disclosure.edge.Parameters;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which of the reports of a sum are asked for, by their places: which reports there are, and in
 * which order, is settled by the year that is over. Parameters are as they came, null when absent.
 */
public class ReportPage {

  private static final int MAX_LIMIT = 500;

  @RestQuery
  @Parameter(description = "how many reports stand before the page")
  String after;

  @RestQuery
  @Parameter(description = "1 to 500")
  String limit;

  /** The reports that are asked for. */
  <T> List<T> of(List<T> all) {
    int from = Math.min(place(), all.size());
    return all.subList(from, Math.min(all.size(), from + size()));
  }

  /** Where those after them are. */
  Optional<URI> next(List<?> all, Links links, UriInfo uri) {
    return isLast(all) ? Optional.empty() : Optional.of(links.with(uri, "after", place() + size()));
  }

  boolean isLast(List<?> all) {
    return place() + size() >= all.size();
  }

  private int place() {
    return Parameters.number("after", Optional.ofNullable(after), 0, 1_000_000, 0);
  }

  private int size() {
    return Parameters.number("limit", Optional.ofNullable(limit), 1, MAX_LIMIT, MAX_LIMIT);
  }
}
