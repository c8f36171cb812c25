package disclosure.report.collection;

import disclosure.report.check.YearReview;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.Publication;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;
import java.util.Optional;

/** What a sum needs of a published report: its figures, and none of its text. */
record PublishedFigures(
    int revision,
    ProactiveFigures proactive,
    List<MatrixRow> applications,
    List<DisputeRow> disputes,
    Optional<YearReview> handling) {

  static PublishedFigures of(Publication publication) {
    FrozenReport report = publication.report();
    return new PublishedFigures(
        publication.revision(),
        report.content().proactive(),
        report.matrix().rows(),
        report.disputes().rows(),
        report.handling());
  }
}
