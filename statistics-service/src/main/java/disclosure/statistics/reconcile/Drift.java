package disclosure.statistics.reconcile;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How far the daily counts are from a recount of the states, and the sums over subtrees from the
 * daily counts, in one snapshot.
 *
 * @param checkedAt the moment of the snapshot
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

  /**
   * A daily number that is not what the states say.
   *
   * @param counted the number held
   * @param recounted what it should be
   */
  record WrongCell(
      OrganCode organ,
      LocalDate day,
      FormRow row,
      ApplicantType type,
      long counted,
      long recounted) {}
}
