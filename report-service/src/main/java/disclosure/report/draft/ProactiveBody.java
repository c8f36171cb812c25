package disclosure.report.draft;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Optional;

/** The figures of section two as far as they are sent; a gap stays one, and is no zero. */
record ProactiveBody(
    Optional<@Valid DocumentFiguresBody> regulations,
    Optional<@Valid DocumentFiguresBody> normativeDocuments,
    Optional<@Min(0) @Max(MAX_FIGURE) Long> administrativeLicences,
    Optional<@Min(0) @Max(MAX_FIGURE) Long> administrativePenalties,
    Optional<@Min(0) @Max(MAX_FIGURE) Long> administrativeCoercion,
    Optional<@PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal>
        administrativeFees10kYuan) {

  static final long MAX_FIGURE = 999_999_999_999L;

  ProactiveFigures figures() {
    return new ProactiveFigures(
        regulations.map(DocumentFiguresBody::figures).orElse(DocumentFigures.EMPTY),
        normativeDocuments.map(DocumentFiguresBody::figures).orElse(DocumentFigures.EMPTY),
        administrativeLicences,
        administrativePenalties,
        administrativeCoercion,
        administrativeFees10kYuan,
        Optional.empty());
  }

  /** The three figures of one kind of document. */
  record DocumentFiguresBody(
      Optional<@Min(0) @Max(MAX_FIGURE) Long> issued,
      Optional<@Min(0) @Max(MAX_FIGURE) Long> repealed,
      Optional<@Min(0) @Max(MAX_FIGURE) Long> inForce) {

    DocumentFigures figures() {
      return new DocumentFigures(issued, repealed, inForce);
    }
  }
}
