package disclosure.report.statistics;

import disclosure.report.check.YearReview;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import java.util.Optional;

/**
 * The counted figures of one organ's year.
 *
 * @param matrix table three
 * @param disputes table four
 * @param tally the register's recount of table three; empty while the register can't be asked, or
 *     isn't
 * @param handling what the register's steps say; empty while the register can't be asked, or isn't
 */
public record AnnualFigures(
    Matrix matrix, DisputeTable disputes, Optional<Tally> tally, Optional<YearReview> handling) {}
