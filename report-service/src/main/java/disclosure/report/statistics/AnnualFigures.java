package disclosure.report.statistics;

import disclosure.report.check.YearReview;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import java.util.Optional;
import java.util.Set;

/**
 * The counted figures of one organ's year.
 *
 * @param matrix table three
 * @param disputes table four
 * @param tally the register's recount of table three; empty while the register can't be asked, or
 *     isn't
 * @param handling what the register's steps say; empty while the register can't be asked, or isn't
 * @param kind what the organ is; empty while the register can't be asked, or isn't
 * @param without organs that were merged into this one and are left out of all of that, since they
 *     published reports of their own on the year
 */
public record AnnualFigures(
    Matrix matrix,
    DisputeTable disputes,
    Optional<Tally> tally,
    Optional<YearReview> handling,
    Optional<OrganKind> kind,
    Set<OrganCode> without) {

  /** A defensive copy is kept. */
  public AnnualFigures {
    without = Set.copyOf(without);
  }
}
