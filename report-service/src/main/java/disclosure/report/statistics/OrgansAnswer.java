package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A part of the directory, as the register answers. */
record OrgansAnswer(@JsonProperty(required = true) List<DirectoryOrgan> items, Optional<URI> next) {

  boolean hasNext() {
    return next != null && next.isPresent() && !items.isEmpty();
  }
}
