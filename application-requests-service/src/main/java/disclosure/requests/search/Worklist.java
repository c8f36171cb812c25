package disclosure.requests.search;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list of what is to be done.
 *
 * @param on the present day, by which days are counted
 * @param total how many applications the whole list has
 * @param next where the following part is; null in JSON after the last one
 */
record Worklist(LocalDate on, long total, List<FoundApplication> items, Optional<URI> next) {}
