package disclosure.requests.search;

import disclosure.edge.Links;
import disclosure.edge.Parameters;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Parts of lists, of which one line more than wanted was read. */
final class Pages {

  private Pages() {}

  /** How many lines a part has. */
  static int size(Optional<String> limit) {
    return Parameters.number("limit", limit, 1, 200, 50);
  }

  static List<FoundApplication> items(List<FoundApplication> found, int size) {
    return List.copyOf(found.subList(0, Math.min(size, found.size())));
  }

  static Optional<URI> next(
      List<FoundApplication> found, int size, Order order, Links links, UriInfo uri) {
    if (found.size() <= size) {
      return Optional.empty();
    }
    return Optional.of(links.with(uri, "after", found.get(size - 1).pageToken(order).token()));
  }
}
