package disclosure.report.form;

import static disclosure.report.form.FormTable.Kind.FIGURE;
import static disclosure.report.form.FormTable.Kind.GROUP;
import static disclosure.report.form.FormTable.Kind.HEADING;
import static disclosure.report.form.FormTable.Kind.LABEL;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.statistics.contract.MatrixRow;
import java.util.Arrays;
import java.util.List;

/** The table of section three: 25 rows of figures under three rows of headings. */
final class ApplicationsTable {

  private static final String NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
  private static final int HEADINGS = 3;
  private static final int FIRST_FIGURE = 3;

  private final FormTable.Builder table =
      new FormTable.Builder(
          "收到和处理政府信息公开申请情况", HEADINGS, 7.2, 10, 30.3, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5);

  private ApplicationsTable() {}

  static FormTable of(List<MatrixRow> rows) {
    return new ApplicationsTable().headings().body(rows).table.build();
  }

  private ApplicationsTable headings() {
    table
        .cell(0, 0, HEADINGS, FIRST_FIGURE, NOTE, HEADING)
        .cell(0, FIRST_FIGURE, 1, 7, "申请人情况", HEADING);
    int column = FIRST_FIGURE;
    for (ApplicantType type : ApplicantType.values()) {
      if (type.isOrganization()) {
        table.cell(2, column, inPairs(type.label()), HEADING);
      } else {
        table.cell(1, column, 2, 1, type.label(), HEADING);
      }
      column++;
    }
    table.cell(1, FIRST_FIGURE + 1, 1, 5, "法人或其他组织", HEADING).cell(1, column, 2, 1, "总计", HEADING);
    return this;
  }

  private ApplicationsTable body(List<MatrixRow> rows) {
    int results = HEADINGS + FormRow.DISCLOSED.ordinal();
    table.cell(
        results,
        0,
        FormRow.CARRIED_OUT.ordinal() - FormRow.DISCLOSED.ordinal(),
        1,
        "三、\n本年度\n办理\n结果",
        GROUP);
    for (OutcomeCategory category : OutcomeCategory.values()) {
      group(category);
    }
    for (MatrixRow row : rows) {
      label(row.code());
      figures(row);
    }
    return this;
  }

  /** A category with several outcomes is a merged cell beside them. */
  private void group(OutcomeCategory category) {
    List<Outcome> outcomes =
        Arrays.stream(Outcome.values()).filter(outcome -> outcome.category() == category).toList();
    if (outcomes.size() > 1) {
      table.cell(
          line(FormRow.of(outcomes.get(0))),
          1,
          outcomes.size(),
          1,
          category.number() + "\n" + category.label(),
          GROUP);
    }
  }

  private void label(FormRow row) {
    int line = line(row);
    if (row.outcome().isPresent()) {
      outcomeLabel(line, row.outcome().get());
    } else if (row == FormRow.CONCLUDED) {
      table.cell(line, 1, 1, 2, "（七）" + row.label(), LABEL);
    } else {
      table.cell(line, 0, 1, 3, row.number() + "、" + row.label(), LABEL);
    }
  }

  private void outcomeLabel(int line, Outcome outcome) {
    if (outcome.ordinalInCategory() == 0) {
      table.cell(line, 1, 1, 2, outcome.category().number() + outcome.label(), LABEL);
    } else {
      table.cell(line, 2, outcome.ordinalInCategory() + "." + outcome.label(), LABEL);
    }
  }

  private void figures(MatrixRow row) {
    int column = FIRST_FIGURE;
    for (long count : row.counts().byType().values()) {
      table.cell(line(row.code()), column++, Long.toString(count), FIGURE);
    }
    table.cell(line(row.code()), column, Long.toString(row.total()), FIGURE);
  }

  /** Two characters a line, as many as fit a narrow column. */
  private static String inPairs(String label) {
    return label.replaceAll("(..)(?=.)", "$1\n");
  }

  private static int line(FormRow row) {
    return HEADINGS + row.ordinal();
  }
}
