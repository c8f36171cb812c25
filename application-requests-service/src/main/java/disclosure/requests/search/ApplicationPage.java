package disclosure.requests.search;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next where the following part is; null in JSON after the last one
 */
public record ApplicationPage(List<FoundApplication> items, Optional<URI> next) {}
