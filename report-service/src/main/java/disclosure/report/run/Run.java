package disclosure.report.run;

import disclosure.report.document.DocumentFormat;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A year-end run.
 *
 * @param id its id
 * @param organ the organ whose subtree it goes over
 * @param year the year reported on
 * @param kind what is done with each report
 * @param formatNames the short names of the documents that are drawn, separated by commas; empty
 *     for checks
 * @param requestedBy the client that asked for it
 * @param requestedAt when
 * @param plannedAt when all its items were known
 * @param finishedAt when the last was finished
 * @param problem why it does not get on just now
 */
public record Run(
    UUID id,
    OrganCode organ,
    int year,
    Kind kind,
    String formatNames,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> plannedAt,
    Optional<Instant> finishedAt,
    Optional<String> problem) {

  /** What is done with each report. */
  @Schema(name = "RunKind")
  public enum Kind {
    /** Every check is run. */
    CHECK,
    /** Documents are drawn, or taken as they were published. */
    DOCUMENTS
  }

  /** The documents that are drawn. */
  public List<DocumentFormat> formats() {
    return Arrays.stream(formatNames.split(","))
        .flatMap(name -> DocumentFormat.named(name).stream())
        .toList();
  }

  /** Organs as a run names them. */
  static Optional<String> codes(Optional<Set<OrganCode>> organs) {
    return organs.map(
        named -> named.stream().map(OrganCode::value).sorted().collect(Collectors.joining(",")));
  }

  /** Documents as a run names them. */
  static String names(List<DocumentFormat> formats) {
    return formats.stream().map(DocumentFormat::extension).collect(Collectors.joining(","));
  }
}
