package disclosure.report.takenover;

import disclosure.report.content.DraftContent;
import disclosure.report.publication.FrozenReport;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.Matrix;
import java.util.List;

/**
 * What is known of a report that is published: here, or elsewhere and taken over.
 *
 * @param matrix table three
 * @param disputes the three groups of table four
 * @param content table two and the texts
 * @param takenOver whether it was published elsewhere
 * @param otherHandlingInOne whether its table three has （六）其他处理 in one row
 */
public record EarlierReport(
    Matrix matrix,
    List<DisputeRow> disputes,
    DraftContent content,
    boolean takenOver,
    boolean otherHandlingInOne) {

  /** A defensive copy is kept. */
  public EarlierReport {
    disputes = List.copyOf(disputes);
  }

  static EarlierReport of(FrozenReport report) {
    return new EarlierReport(
        report.matrix(), report.disputes().rows(), report.content(), false, false);
  }

  static EarlierReport of(TakenOver taken) {
    TakenOverReport report = taken.report();
    return new EarlierReport(
        report.matrix(report.id().organ(), taken.takenOverAt()),
        report.disputes(),
        report.content(),
        true,
        report.otherHandlingInOne());
  }
}
