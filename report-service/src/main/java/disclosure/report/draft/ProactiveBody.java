package disclosure.report.draft;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** The figures of section two as they are sent: each is required, since a gap is not a zero. */
record ProactiveBody(
    @NotNull @Valid DocumentFiguresBody regulations,
    @NotNull @Valid DocumentFiguresBody normativeDocuments,
    @NotNull @Min(0) @Max(MAX_FIGURE) Long administrativeLicences,
    @NotNull @Min(0) @Max(MAX_FIGURE) Long administrativePenalties,
    @NotNull @Min(0) @Max(MAX_FIGURE) Long administrativeCoercion,
    @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 6)
        BigDecimal administrativeFees10kYuan) {

  static final long MAX_FIGURE = 999_999_999_999L;

  ProactiveFigures figures() {
    return new ProactiveFigures(
        regulations.figures(),
        normativeDocuments.figures(),
        administrativeLicences,
        administrativePenalties,
        administrativeCoercion,
        administrativeFees10kYuan);
  }

  /** The three figures of one kind of document. */
  record DocumentFiguresBody(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long issued,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long repealed,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long inForce) {

    DocumentFigures figures() {
      return new DocumentFigures(issued, repealed, inForce);
    }
  }
}
