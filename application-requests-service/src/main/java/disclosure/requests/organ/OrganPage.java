package disclosure.requests.organ;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A part of the directory.
 *
 * @param next where the following part is; null in JSON after the last one
 */
record OrganPage(List<OrganView> items, Optional<URI> next) {}
