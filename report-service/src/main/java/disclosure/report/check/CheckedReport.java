package disclosure.report.check;

import disclosure.report.content.DraftContent;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;
import java.util.Optional;

/**
 * All that the checks look at.
 *
 * @param year the year reported on
 * @param kind what the organ is; empty when it can't be had
 * @param content what an editor entered, its texts as they are printed
 * @param matrix table three, with the organ's name
 * @param disputes table four
 * @param recount table three as the register counts it, 25 rows; empty when it can't be had
 * @param handling what the register's steps say; empty when it can't be had
 * @param lastYear the report on the year before
 * @param rollUp what the report is the sum of; empty for an organ's own
 * @param coverage of each organ with applications, the published reports that have them; of an own
 *     report, only where others have them
 */
public record CheckedReport(
    int year,
    Optional<OrganKind> kind,
    DraftContent content,
    Matrix matrix,
    DisputeTable disputes,
    Optional<List<MatrixRow>> recount,
    Optional<YearReview> handling,
    LastYear lastYear,
    Optional<RollUp> rollUp,
    List<OrganCoverage> coverage) {

  /** A defensive copy is kept. */
  public CheckedReport {
    coverage = List.copyOf(coverage);
  }
}
