package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.report.publication.FrozenApplication;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some of the applications behind a cell, as the statistics answer. */
record CellAnswer(@JsonProperty(required = true) List<CellApplication> items, Optional<URI> next) {

  private static final Pattern AFTER = Pattern.compile("[?&]after=([^&]+)");

  record CellApplication(
      @JsonProperty(required = true) UUID applicationId,
      @JsonProperty(required = true) long version,
      @JsonProperty(required = true) ApplicantType applicantType,
      @JsonProperty(required = true) LocalDate receivedOn,
      Optional<Outcome> outcome,
      Optional<LocalDate> concludedOn) {

    FrozenApplication application() {
      return new FrozenApplication(
          applicationId,
          version,
          applicantType,
          receivedOn,
          outcome == null ? Optional.empty() : outcome,
          concludedOn == null ? Optional.empty() : concludedOn);
    }
  }

  /** Where the following page begins; empty after the last one. */
  Optional<String> after() {
    if (next == null || next.isEmpty()) {
      return Optional.empty();
    }
    Matcher after = AFTER.matcher(next.get().toString());
    if (!after.find()) {
      throw new IllegalStateException("the next page doesn't say where it begins");
    }
    return Optional.of(after.group(1));
  }
}
