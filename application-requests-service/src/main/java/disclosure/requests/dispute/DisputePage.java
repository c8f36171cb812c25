package disclosure.requests.dispute;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A part of an organ's cases.
 *
 * @param next where the following part is; null in JSON after the last one
 */
record DisputePage(List<Dispute> items, Optional<URI> next) {}
