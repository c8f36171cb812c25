package disclosure.report.publication;

import disclosure.edge.Text;
import disclosure.report.check.Result;
import disclosure.report.check.YearReview;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.form.AnnualReport;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * A report at the moment that it was published.
 *
 * @param id which report
 * @param edition the edition of the form
 * @param draftVersion the version of the draft that was published
 * @param content what was entered, its texts as they are printed
 * @param matrix table three
 * @param disputes table four
 * @param handling what the register's steps said
 * @param checks how each check came out, with the reason for which it was passed over
 * @param children the reports that it is the sum of; empty for an organ's own
 */
public record FrozenReport(
    ReportId id,
    String edition,
    long draftVersion,
    DraftContent content,
    Matrix matrix,
    DisputeTable disputes,
    Optional<YearReview> handling,
    List<CheckOutcome> checks,
    List<AddedRevision> children) {

  /** Defensive copies are kept. */
  public FrozenReport {
    checks = List.copyOf(checks);
    children = List.copyOf(children);
  }

  /** What is printed. */
  public AnnualReport printed() {
    return AnnualReport.of(
        matrix.organName(), id.year(), id.scope(), content, matrix.rows(), disputes.rows());
  }

  /**
   * How one check came out.
   *
   * @param number its number
   * @param result how
   * @param findings what it found
   * @param reason why the report was published all the same
   */
  public record CheckOutcome(
      int number, Result result, List<Text> findings, Optional<String> reason) {

    /** Defensive copies are kept. */
    public CheckOutcome {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A report that was added up.
   *
   * @param organ whose
   * @param name the organ's name in it
   * @param scope over which organs it is itself
   * @param revision which revision
   */
  public record AddedRevision(OrganCode organ, String name, ReportScope scope, int revision) {}
}
