package disclosure.report.form;

import static disclosure.report.form.FormTable.CellKind.FIGURE;
import static disclosure.report.form.FormTable.CellKind.HEADING;
import static disclosure.report.form.FormTable.CellKind.LABEL;

import disclosure.report.content.FormerProactive;
import java.util.List;
import java.util.Optional;

/** The five tables of section two in the edition of 2019. */
final class FormerProactiveTables {

  private static final String FIRST_COLUMN = "信息内容";
  private static final String LAST_YEAR = "上一年项目数量";
  private static final String CHANGE = "本年增/减";

  private FormerProactiveTables() {}

  private record LabelledFigures(String label, List<String> figures) {}

  static List<FormTable> of(FormerProactive figures) {
    List<String> decided = List.of(LAST_YEAR, CHANGE, "处理决定数量");
    return List.of(
        table(
            "第二十条第（一）项",
            List.of("本年新制作数量", "本年新公开数量", "对外公开总数量"),
            documents("规章", figures.regulations()),
            documents("规范性文件", figures.normativeDocuments())),
        table(
            "第二十条第（五）项",
            decided,
            decisions("行政许可", figures.administrativeLicences()),
            decisions("其他对外管理服务事项", figures.otherServices())),
        table(
            "第二十条第（六）项",
            decided,
            decisions("行政处罚", figures.administrativePenalties()),
            decisions("行政强制", figures.administrativeCoercion())),
        table(
            "第二十条第（八）项",
            List.of(LAST_YEAR, CHANGE),
            line(
                "行政事业性收费",
                List.of(
                    figures.administrativeFees().lastYear(),
                    figures.administrativeFees().change()))),
        table(
            "第二十条第（九）项",
            List.of("采购项目数量", "采购总金额"),
            new LabelledFigures(
                "政府集中采购",
                List.of(
                    ProactiveTables.count(figures.procurement().projects()),
                    ProactiveTables.amount(figures.procurement().amount())))));
  }

  private static LabelledFigures documents(
      String label, FormerProactive.IssuedDocuments documents) {
    return line(
        label, List.of(documents.made(), documents.published(), documents.publishedInAll()));
  }

  private static LabelledFigures decisions(String label, FormerProactive.DecidedItems items) {
    return line(label, List.of(items.lastYear(), items.change(), items.decisions()));
  }

  private static LabelledFigures line(String label, List<Optional<Long>> figures) {
    return new LabelledFigures(label, figures.stream().map(ProactiveTables::count).toList());
  }

  private static FormTable table(String item, List<String> headings, LabelledFigures... lines) {
    double rest = 66.0 / headings.size();
    FormTable.Builder table =
        headings.size() == 3
            ? new FormTable.Builder(item, 2, 34, rest, rest, rest)
            : new FormTable.Builder(item, 2, 34, rest, rest);
    table.cell(0, 0, 1, headings.size() + 1, item, HEADING).cell(1, 0, FIRST_COLUMN, HEADING);
    for (int column = 0; column < headings.size(); column++) {
      table.cell(1, column + 1, headings.get(column), HEADING);
    }
    for (int row = 0; row < lines.length; row++) {
      table.cell(row + 2, 0, lines[row].label(), LABEL);
      for (int column = 0; column < headings.size(); column++) {
        table.cell(row + 2, column + 1, lines[row].figures().get(column), FIGURE);
      }
    }
    return table.build();
  }
}
