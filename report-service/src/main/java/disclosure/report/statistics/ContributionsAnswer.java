package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Some of the organs that a table is made of, as the statistics answer. */
record ContributionsAnswer(
    @JsonProperty(required = true) List<CountedOrgan> items, Optional<URI> next) {

  boolean hasNext() {
    return next != null && next.isPresent();
  }
}
