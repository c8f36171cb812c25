package disclosure.requests.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.reading.LedgerProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The import of a ledger.
 *
 * @param total its rows
 * @param registered how many were registered so far
 * @param repeated how many had been registered before, and say the same
 * @param appended to how many that had been registered steps were appended
 * @param differing how many say otherwise what is registered; that was left as it is
 * @param setAside how many were not taken and can be imported again: not compared, since their
 *     client differed too often, or held back, since another client has registered their number
 * @param refused how many were refused though they had been found sound
 * @param parked how many rows are in parts that couldn't be registered, and wait for a retry
 * @param finishedAt present when nothing is left but what is parked
 * @param cancelledAt present when it was called off: the rows that waited are not taken over
 * @param rowsDroppedAt present when it is told no more what was done with each row
 * @param skipped how many of its file's rows and sheets hold no application, such as sums and notes
 * @param ignoredHeadings headings of its file that mean nothing here; the first hundreds
 * @param problems why rows were refused or set aside, and how others differ
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LedgerImport(
    UUID id,
    OrganCode organCode,
    Instant orderedAt,
    int total,
    int registered,
    int repeated,
    int appended,
    int differing,
    int setAside,
    int refused,
    int parked,
    Optional<Instant> finishedAt,
    Optional<Instant> cancelledAt,
    Optional<Instant> rowsDroppedAt,
    int skipped,
    List<String> ignoredHeadings,
    List<LedgerProblem.View> problems) {

  /** A defensive copy is kept. */
  public LedgerImport {
    ignoredHeadings = List.copyOf(ignoredHeadings);
    problems = List.copyOf(problems);
  }
}
