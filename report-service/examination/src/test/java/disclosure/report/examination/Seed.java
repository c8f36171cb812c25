package disclosure.report.examination;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import java.util.ArrayList;
import java.util.List;

/** The figures and words from which the corpus's reports are made. */
final class Seed {

  static final String ORGAN = "青河县人民政府";

  /** Each row as published, with the total last; it adds up. */
  static final int[][] FIGURES = new int[FormRow.values().length][7];

  static final int[] DISPUTES = {1, 2, 0, 3, 6, 0, 1, 0, 0, 1, 2, 0, 0, 1, 3};

  static {
    outcome(FormRow.DISCLOSED, 11, 2, 0, 1, 0, 0);
    outcome(FormRow.PARTIALLY_DISCLOSED, 7, 0, 0, 0, 1, 0);
    outcome(FormRow.STATE_SECRET, 1, 0, 0, 0, 0, 0);
    outcome(FormRow.THIRD_PARTY_RIGHTS, 0, 3, 0, 0, 0, 0);
    outcome(FormRow.INTERNAL_AFFAIRS, 2, 0, 0, 0, 0, 0);
    outcome(FormRow.ADMINISTRATIVE_INQUIRY, 5, 0, 0, 0, 0, 0);
    outcome(FormRow.NOT_HELD, 1021, 4, 0, 0, 0, 2);
    outcome(FormRow.REQUIRES_CREATION, 3, 0, 0, 0, 0, 0);
    outcome(FormRow.PETITION_OR_COMPLAINT, 14, 0, 0, 0, 0, 0);
    outcome(FormRow.DUPLICATE_APPLICATION, 0, 1, 0, 0, 0, 0);
    outcome(FormRow.CORRECTION_OVERDUE, 6, 0, 0, 0, 0, 0);
    outcome(FormRow.OTHER_HANDLING, 9, 1, 0, 0, 0, 0);
    int[] concluded = FIGURES[FormRow.CONCLUDED.ordinal()];
    for (FormRow row : FormRow.outcomeRows()) {
      for (int i = 0; i < 7; i++) {
        concluded[i] += FIGURES[row.ordinal()][i];
      }
    }
    outcome(FormRow.CARRIED_OUT, 4, 1, 0, 0, 0, 0);
    outcome(FormRow.CARRIED_IN, 8, 0, 0, 0, 0, 1);
    for (int i = 0; i < 7; i++) {
      FIGURES[FormRow.NEWLY_RECEIVED.ordinal()][i] =
          concluded[i]
              + FIGURES[FormRow.CARRIED_OUT.ordinal()][i]
              - FIGURES[FormRow.CARRIED_IN.ordinal()][i];
    }
  }

  private Seed() {}

  private static void outcome(FormRow row, int... counts) {
    int[] cells = FIGURES[row.ordinal()];
    for (int i = 0; i < 6; i++) {
      cells[i] = counts[i];
      cells[6] += counts[i];
    }
  }

  /** The cells that stand before the figures: what is merged over rows, and the label. */
  static String label(FormRow row) {
    if (row.outcome().isEmpty()) {
      return row == FormRow.CONCLUDED ? "（七）总计" : row.number() + "、" + row.label();
    }
    Outcome outcome = row.outcome().get();
    return outcome.ordinalInCategory() == 0
        ? outcome.category().number() + outcome.label()
        : outcome.ordinalInCategory() + "." + outcome.label();
  }

  /** What a page prints, row by row: the groups' cells as {@code rows*text}. */
  static List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      List<String> cells = new ArrayList<>();
      if (row == FormRow.DISCLOSED) {
        cells.add("22*三、本年度办理结果");
      }
      row.outcome()
          .filter(outcome -> outcome.ordinalInCategory() == 1)
          .ifPresent(
              outcome ->
                  cells.add(
                      size(outcome.category())
                          + "*"
                          + outcome.category().number()
                          + outcome.category().label()));
      cells.add(label(row));
      for (int figure : FIGURES[row.ordinal()]) {
        cells.add(Integer.toString(figure));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static long size(OutcomeCategory category) {
    return FormRow.outcomeRows().stream()
        .filter(row -> row.outcome().orElseThrow().category() == category)
        .count();
  }

  static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (ApplicantType type : ApplicantType.values()) {
      columns.add(type.label());
    }
    columns.add("总计");
    return columns;
  }
}
