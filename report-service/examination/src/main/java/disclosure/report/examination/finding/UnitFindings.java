package disclosure.report.examination.finding;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amounts of money in another unit than the form's. */
final class UnitFindings {

  private UnitFindings() {}

  /** Of table two. */
  static List<Finding> of(ProactiveFigures proactive) {
    List<Finding> findings = new ArrayList<>();
    if (proactive.edition() == Edition.FORM_2021
        && proactive.feeUnit().isPresent()
        && !proactive.feeUnit().get().equals("万元")) {
      findings.add(
          Finding.of(
              Finding.Kind.UNIT,
              Severity.WRONG,
              proactive.row(ProactiveRow.FEES).map(row -> row.get(0).place()).orElse(Place.NONE),
              Filled.of("表二“行政事业性收费”的单位为“%s”，应为“万元”。", proactive.feeUnit().get()),
              Filled.of(
                  "The fees of table two are in %s; the form wants 万元.",
                  proactive.feeUnit().get())));
    }
    Optional<String> unit =
        proactive
            .feeUnit()
            .or(
                () ->
                    proactive.edition() == Edition.FORM_2021
                        ? Optional.of("万元")
                        : Optional.empty());
    for (NamedCell cell : NamedCell.of(proactive)) {
      if (unit.isPresent() && cell.name().contains("金额")) {
        amount(cell.name(), cell.reading(), unit.get()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** An amount with another unit than its column's: it was read as the same amount in that. */
  private static Optional<Finding> amount(String name, Reading cell, String unit) {
    if (cell.isValue()
        && FigureText.read(cell.text()) instanceof CellText.Amount amount
        && !unit.equals(amount.unit())
        && !unit.equals(amount.unit() + "元")) {
      String same = cell.value().get().toPlainString();
      return Optional.of(
          Finding.of(
              Finding.Kind.UNIT,
              Severity.WRONG,
              cell.place(),
              Filled.of("表二%s填写为“%s”，该列单位为“%s”，应填写%s。", name, cell.text(), unit, same),
              Filled.of(
                  "Table two, %s: “%s” stands in a column in %s; it should be %s.",
                  name, cell.text(), unit, same)));
    }
    return Optional.empty();
  }
}
