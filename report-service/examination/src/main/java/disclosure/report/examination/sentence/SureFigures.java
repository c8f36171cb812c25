package disclosure.report.examination.sentence;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.text.Cell;
import disclosure.report.text.Figures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The figures that a sentence may be held against: those that were read surely. A cell that is
 * blank, marked, doubtful or not there has none.
 */
public record SureFigures(
    ProactiveFigures proactive, ApplicationsFigures applications, DisputesFigures disputes)
    implements Figures {

  private static final int YUAN_DIGITS = 4;

  @Override
  public Optional<BigDecimal> at(Cell cell) {
    Optional<BigDecimal> figure =
        reading(cell)
            .filter(reading -> reading.confidence() == Confidence.SURE)
            .flatMap(Reading::value);
    if (cell instanceof Cell.Proactive told && told.item() == Cell.ProactiveItem.CHARGES_YUAN) {
      return figure.flatMap(this::yuan);
    }
    return figure.filter(number -> number.stripTrailingZeros().scale() <= 0);
  }

  /** Where the cell stands; {@link Place#NONE} when it isn't there. */
  Place place(Cell cell) {
    return reading(cell).map(Reading::place).orElse(Place.NONE);
  }

  private Optional<BigDecimal> yuan(BigDecimal charges) {
    return proactive
        .feeUnit()
        .flatMap(
            unit ->
                switch (unit) {
                  case "万元" -> Optional.of(charges.movePointRight(YUAN_DIGITS));
                  case "元" -> Optional.of(charges);
                  default -> Optional.empty();
                });
  }

  private Optional<Reading> reading(Cell cell) {
    if (cell instanceof Cell.Application told) {
      return applications
          .row(told.row())
          .map(
              row ->
                  row.cell(
                      Arrays.stream(Column.values())
                          .filter(column -> column.type().equals(told.column()))
                          .findFirst()
                          .orElseThrow()));
    }
    if (cell instanceof Cell.Dispute told) {
      return disputes.group(told.kind()).map(results -> results.get(told.column().ordinal()));
    }
    return proactive.edition() == Edition.FORM_2021
        ? proactive(((Cell.Proactive) cell).item())
        : Optional.empty();
  }

  private Optional<Reading> proactive(Cell.ProactiveItem item) {
    return switch (item) {
      case REGULATIONS_ISSUED -> proactive(ProactiveRow.REGULATIONS, 0);
      case REGULATIONS_REPEALED -> proactive(ProactiveRow.REGULATIONS, 1);
      case REGULATIONS_IN_FORCE -> proactive(ProactiveRow.REGULATIONS, 2);
      case NORMATIVE_ISSUED -> proactive(ProactiveRow.NORMATIVE_DOCUMENTS, 0);
      case NORMATIVE_REPEALED -> proactive(ProactiveRow.NORMATIVE_DOCUMENTS, 1);
      case NORMATIVE_IN_FORCE -> proactive(ProactiveRow.NORMATIVE_DOCUMENTS, 2);
      case LICENCES -> proactive(ProactiveRow.LICENCES, 0);
      case PENALTIES -> proactive(ProactiveRow.PENALTIES, 0);
      case COERCION -> proactive(ProactiveRow.COERCION, 0);
      case CHARGES_YUAN -> proactive(ProactiveRow.FEES, 0);
    };
  }

  private Optional<Reading> proactive(ProactiveRow row, int column) {
    return proactive
        .row(row)
        .filter(cells -> cells.size() > column)
        .map(cells -> cells.get(column));
  }
}
