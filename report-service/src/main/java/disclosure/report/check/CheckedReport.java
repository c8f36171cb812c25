package disclosure.report.check;

import disclosure.report.content.DraftContent;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;
import java.util.Optional;

/**
 * All that the checks look at.
 *
 * @param year the year reported on
 * @param content what an editor entered, its texts as they are printed
 * @param matrix table three, with the organ's name
 * @param disputes table four
 * @param recount table three as the register counts it, 25 rows; empty when it can't be had
 * @param handling what the register's steps say; empty when it can't be had
 * @param lastYear the report on the year before
 * @param rollUp what the report is the sum of; empty for an organ's own
 */
public record CheckedReport(
    int year,
    DraftContent content,
    Matrix matrix,
    DisputeTable disputes,
    Optional<List<MatrixRow>> recount,
    Optional<YearReview> handling,
    LastYear lastYear,
    Optional<RollUp> rollUp) {}
