package disclosure.report.check;

import disclosure.report.draft.DraftContent;
import disclosure.report.draft.ProactiveFigures;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;
import java.util.Optional;

/**
 * All that the checks look at.
 *
 * @param year the year reported on
 * @param content what an editor entered
 * @param matrix table three, with the organ's name
 * @param disputes table four
 * @param recount table three as the register counts it, 25 rows; empty when it can't be had
 * @param lastYear table two of the year before; empty when there is no such report
 */
public record CheckedReport(
    int year,
    DraftContent content,
    Matrix matrix,
    DisputeTable disputes,
    Optional<List<MatrixRow>> recount,
    Optional<ProactiveFigures> lastYear) {}
