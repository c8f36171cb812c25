package disclosure.report.run;

import disclosure.report.document.DocumentFormat;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A year-end run.
 *
 * @param id its id
 * @param organ the organ whose subtree it goes over
 * @param year the year reported on
 * @param kind what is done with each report
 * @param formats the documents that are drawn; empty for checks
 * @param requestedBy the client that asked for it
 * @param requestedAt when
 * @param plannedAt when all its items were known
 * @param finishedAt when the last was finished
 */
record Run(
    UUID id,
    OrganCode organ,
    int year,
    Kind kind,
    List<DocumentFormat> formats,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> plannedAt,
    Optional<Instant> finishedAt) {

  /** What is done with each report. */
  enum Kind {
    /** The 21 checks are run. */
    CHECK,
    /** Documents are drawn, or taken as they were published. */
    DOCUMENTS
  }
}
