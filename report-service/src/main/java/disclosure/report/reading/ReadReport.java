package disclosure.report.reading;

import disclosure.report.collection.RolledUp;
import disclosure.report.content.DraftContent;
import disclosure.report.draft.Draft;
import disclosure.report.form.AnnualReport;
import disclosure.report.reference.References;
import disclosure.report.statistics.AnnualFigures;
import java.util.Optional;

/**
 * A report as it was read: all that a document draws.
 *
 * @param draft what an editor wrote
 * @param written the same with figures in place of references
 * @param content that as it is printed, with what is added of itself
 * @param references what its texts can refer to
 * @param figures the counted tables; of a sum, what its reports add up to
 * @param sum what it is the sum of; empty for an organ's own
 */
public record ReadReport(
    Draft draft,
    DraftContent written,
    DraftContent content,
    References references,
    AnnualFigures figures,
    Optional<RolledUp> sum) {

  /** What is printed. */
  public AnnualReport printed() {
    return AnnualReport.of(
        figures.matrix().organName(),
        draft.id().year(),
        draft.id().scope(),
        content,
        figures.matrix().rows(),
        figures.disputes().rows());
  }
}
