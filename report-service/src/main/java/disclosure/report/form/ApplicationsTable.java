package disclosure.report.form;

import static disclosure.report.form.FormTable.CellKind.FIGURE;
import static disclosure.report.form.FormTable.CellKind.GROUP;
import static disclosure.report.form.FormTable.CellKind.HEADING;
import static disclosure.report.form.FormTable.CellKind.LABEL;

import disclosure.report.content.FormEdition;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.MatrixRow;
import java.util.Arrays;
import java.util.List;

/**
 * The table of section three: 25 rows of figures under three rows of headings. In the edition of
 * 2019 the outcomes of 其他处理 are one row, and the rows 23.
 */
final class ApplicationsTable {

  private static final String NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
  private static final int HEADINGS = 3;
  private static final int FIRST_FIGURE = 3;
  private static final FormRow FIRST_OTHER_HANDLING = FormRow.of(Outcome.CORRECTION_OVERDUE);

  private final FormTable.Builder table =
      new FormTable.Builder(
          "收到和处理政府信息公开申请情况", HEADINGS, 7.2, 10, 30.3, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5);

  private final boolean former;

  private ApplicationsTable(FormEdition edition) {
    this.former =
        switch (edition) {
          case FORM_2019 -> true;
          case FORM_2021 -> false;
        };
  }

  static FormTable of(List<MatrixRow> rows, FormEdition edition) {
    ApplicationsTable form = new ApplicationsTable(edition);
    return form.headings().body(form.former ? otherHandlingInOne(rows) : rows).table.build();
  }

  private static List<MatrixRow> otherHandlingInOne(List<MatrixRow> rows) {
    Counts all =
        rows.stream()
            .filter(row -> isOtherHandling(row.code()))
            .map(MatrixRow::counts)
            .reduce(Counts.ZERO, Counts::plus);
    return rows.stream()
        .filter(row -> !isOtherHandling(row.code()) || row.code() == FIRST_OTHER_HANDLING)
        .map(row -> row.code() == FIRST_OTHER_HANDLING ? MatrixRow.of(row.code(), all) : row)
        .toList();
  }

  private static boolean isOtherHandling(FormRow row) {
    return row.outcome().map(outcome -> outcome.category() == OutcomeCategory.OTHER).orElse(false);
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
    int results = line(FormRow.DISCLOSED);
    table.cell(results, 0, line(FormRow.CARRIED_OUT) - results, 1, "三、\n本年度\n办理\n结果", GROUP);
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
    if (outcomes.size() > 1 && !isOneRow(category)) {
      table.cell(
          line(FormRow.of(outcomes.get(0))),
          1,
          outcomes.size(),
          1,
          category.number() + "\n" + category.label(),
          GROUP);
    }
  }

  private boolean isOneRow(OutcomeCategory category) {
    return former && category == OutcomeCategory.OTHER;
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
    if (isOneRow(outcome.category())) {
      String label = outcome.category().number() + outcome.category().label();
      table.cell(line, 1, 1, 2, label, LABEL);
    } else if (outcome.ordinalInCategory() == 0) {
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

  private int line(FormRow row) {
    int line = HEADINGS + row.ordinal();
    int last = FormRow.of(Outcome.OTHER_HANDLING).ordinal();
    return former && row.ordinal() > last ? line - last + FIRST_OTHER_HANDLING.ordinal() : line;
  }
}
