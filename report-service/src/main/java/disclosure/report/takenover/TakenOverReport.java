package disclosure.report.takenover;

import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * A report that its organ published elsewhere, as it was taken over.
 *
 * @param id which report
 * @param edition the edition of the form that its tables are made by, as its enum names it
 * @param organName the organ's name as the report has it, or its code
 * @param organConfirmed whether that is none of the organ's names, and somebody said that the
 *     report is the organ's all the same
 * @param otherHandlingInOne whether table three has （六）其他处理 in one row: its figures stand in the
 *     last of the three rows then, and the others are 0
 * @param content the texts as they were read, and table two
 * @param applications the 25 rows of table three, in the order of the form
 * @param disputes the three groups of table four, in the order of the form
 * @param figures every figure of the tables, and which of them were confirmed
 */
public record TakenOverReport(
    ReportId id,
    String edition,
    String organName,
    boolean organConfirmed,
    boolean otherHandlingInOne,
    DraftContent content,
    List<MatrixRow> applications,
    List<DisputeRow> disputes,
    List<TakenFigure> figures) {

  /** Defensive copies are kept. */
  public TakenOverReport {
    applications = List.copyOf(applications);
    disputes = List.copyOf(disputes);
    figures = List.copyOf(figures);
  }

  /** The given row of table three. */
  public MatrixRow row(FormRow row) {
    return applications.get(row.ordinal());
  }

  /** The given group of table four. */
  public DisputeRow group(DisputeKind kind) {
    return disputes.get(kind.ordinal());
  }

  /** Table three as others tell it; of merged organs and of how it was counted nothing is known. */
  Matrix matrix(OrganCode organ, Instant takenOverAt) {
    return new Matrix(
        organ,
        organName,
        LocalDate.of(id.year(), Month.JANUARY, 1),
        LocalDate.of(id.year(), Month.DECEMBER, 31),
        switch (id.scope()) {
          case OWN -> Scope.OWN;
          case LEVEL -> Scope.LEVEL;
          case REGION -> Scope.SUBTREE;
        },
        takenOverAt,
        List.of(),
        applications,
        List.of(),
        List.of());
  }
}
