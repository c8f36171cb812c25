package disclosure.statistics.reconcile;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the daily counts are from a recount of the states, and the sums over subtrees from the
 * daily counts. Each organ's are of one snapshot, which others have later.
 *
 * @param checkedAt the moment of the first snapshot
 * @param applications how many states were recounted
 * @param wrongCells how many daily cells differ; 0 when all is well
 * @param examples some of them
 * @param wrongSums organs over whose subtrees a sum differs; empty when all is well
 */
record Drift(
    Instant checkedAt,
    long applications,
    long wrongCells,
    List<WrongCell> examples,
    List<String> wrongSums) {

  private static final int MAX_EXAMPLES = 100;

  /** Both together, of other organs each. */
  Drift plus(Drift more) {
    return new Drift(
        checkedAt,
        applications + more.applications,
        wrongCells + more.wrongCells,
        Stream.concat(examples.stream(), more.examples.stream()).limit(MAX_EXAMPLES).toList(),
        wrongSums);
  }

  Drift withWrongSums(List<String> roots) {
    return new Drift(checkedAt, applications, wrongCells, examples, List.copyOf(roots));
  }

  /**
   * A daily number that is not what the states say.
   *
   * @param counted the number held
   * @param recounted what it should be
   */
  @Schema(name = "WrongDailyCell")
  record WrongCell(
      OrganCode organ,
      LocalDate day,
      FormRow row,
      ApplicantType type,
      long counted,
      long recounted) {}
}
