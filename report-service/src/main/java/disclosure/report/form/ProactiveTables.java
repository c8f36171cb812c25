package disclosure.report.form;

import static disclosure.report.form.FormTable.CellKind.FIGURE;
import static disclosure.report.form.FormTable.CellKind.HEADING;
import static disclosure.report.form.FormTable.CellKind.LABEL;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The four tables of section two. */
final class ProactiveTables {

  private static final String FIRST_COLUMN = "信息内容";
  private static final String DECISIONS = "本年处理决定数量";

  private ProactiveTables() {}

  static List<FormTable> of(ProactiveFigures figures) {
    return figures.former().map(FormerProactiveTables::of).orElseGet(() -> inForce(figures));
  }

  private static List<FormTable> inForce(ProactiveFigures figures) {
    return List.of(
        documents(figures),
        single(
            "第二十条第（五）项",
            DECISIONS,
            List.of(new LabelledFigure("行政许可", count(figures.administrativeLicences())))),
        single(
            "第二十条第（六）项",
            DECISIONS,
            List.of(
                new LabelledFigure("行政处罚", count(figures.administrativePenalties())),
                new LabelledFigure("行政强制", count(figures.administrativeCoercion())))),
        single(
            "第二十条第（八）项",
            "本年收费金额（单位：万元）",
            List.of(new LabelledFigure("行政事业性收费", amount(figures.administrativeFees10kYuan())))));
  }

  /** As it is printed; blank, and never 0, until it is entered. */
  static String count(Optional<Long> figure) {
    return figure.map(known -> known.toString()).orElse("");
  }

  /** The same of an amount. */
  static String amount(Optional<BigDecimal> figure) {
    return figure.map(BigDecimal::toPlainString).orElse("");
  }

  private static FormTable documents(ProactiveFigures figures) {
    FormTable.Builder table =
        new FormTable.Builder("第二十条第（一）项", 2, 34, 22, 22, 22)
            .cell(0, 0, 1, 4, "第二十条第（一）项", HEADING)
            .cell(1, 0, FIRST_COLUMN, HEADING)
            .cell(1, 1, "本年制发件数", HEADING)
            .cell(1, 2, "本年废止件数", HEADING)
            .cell(1, 3, "现行有效件数", HEADING);
    line(table, 2, "规章", figures.regulations());
    line(table, 3, "行政规范性文件", figures.normativeDocuments());
    return table.build();
  }

  private static void line(
      FormTable.Builder table, int row, String label, DocumentFigures documents) {
    table
        .cell(row, 0, label, LABEL)
        .cell(row, 1, count(documents.issued()), FIGURE)
        .cell(row, 2, count(documents.repealed()), FIGURE)
        .cell(row, 3, count(documents.inForce()), FIGURE);
  }

  private record LabelledFigure(String label, String figure) {}

  private static FormTable single(String item, String heading, List<LabelledFigure> lines) {
    FormTable.Builder table =
        new FormTable.Builder(item, 2, 50, 50)
            .cell(0, 0, 1, 2, item, HEADING)
            .cell(1, 0, FIRST_COLUMN, HEADING)
            .cell(1, 1, heading, HEADING);
    int row = 2;
    for (LabelledFigure line : lines) {
      table.cell(row, 0, line.label(), LABEL).cell(row, 1, line.figure(), FIGURE);
      row++;
    }
    return table.build();
  }
}
