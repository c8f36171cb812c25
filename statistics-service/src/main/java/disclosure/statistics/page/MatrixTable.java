package disclosure.statistics.page;

import disclosure.edge.look.Wording;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.page.wording.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Table three as the form draws it: heads of several rows and columns, each named by the cells
 * below it, so that a screen reader says of a number what it counts.
 *
 * @param organizations the columns under 法人或其他组织
 * @param rows the 25 rows
 */
public record MatrixTable(List<Column> organizations, List<Row> rows) {

  private static final String RESULTS = "results";
  private static final String TOTAL = "TOTAL";

  /** The number of the sum within 三, behind those of the categories. */
  private static final String SUM = "（七）";

  /** 21 outcomes and their sum. */
  private static final int RESULT_ROWS = Outcome.values().length + 1;

  /**
   * A column's head.
   *
   * @param id of its element
   * @param label as the form prints it
   */
  public record Column(String id, String label) {}

  /**
   * A head at the left.
   *
   * @param id of its element
   * @param scope as HTML calls what it heads: {@code row} or {@code rowgroup}
   */
  public record Head(String id, String label, String scope, int rows, int columns) {}

  /**
   * A number.
   *
   * @param row by its code
   * @param column by its code
   * @param headers the ids of all heads that it stands below and beside
   */
  public record Cell(String row, String column, String headers, long count) {

    /** The row and the column. */
    public String name() {
      return row + "/" + column;
    }
  }

  /** One line of the form. */
  public record Row(List<Head> heads, List<Cell> cells) {}

  static MatrixTable of(Matrix matrix) {
    return new MatrixTable(
        Arrays.stream(ApplicantType.values())
            .filter(ApplicantType::isOrganization)
            .map(type -> new Column(column(type), Wording.of(type.label())))
            .toList(),
        matrix.rows().stream()
            .map(row -> row(row, new Period(matrix.from(), matrix.to())))
            .toList());
  }

  /** The same for a spreadsheet: its heads. */
  static List<String> heads() {
    return Stream.of(
            Stream.of(Wording.of("序号"), Wording.of("项目")),
            Arrays.stream(ApplicantType.values()).map(type -> Wording.of(type.label())),
            Stream.of(Wording.of("总计")))
        .flatMap(labels -> labels)
        .toList();
  }

  /** And its lines. */
  static List<List<String>> lines(Matrix matrix) {
    Period period = new Period(matrix.from(), matrix.to());
    return matrix.rows().stream()
        .map(
            row ->
                Stream.of(
                        Stream.of(Words.number(row.number()), Words.of(row.code(), period)),
                        Arrays.stream(ApplicantType.values())
                            .map(type -> Long.toString(row.counts().of(type))),
                        Stream.of(Long.toString(row.total())))
                    .flatMap(cells -> cells)
                    .toList())
        .toList();
  }

  private static Row row(MatrixRow row, Period period) {
    String beside = String.join(" ", allHeads(row.code()));
    List<Cell> cells = new ArrayList<>();
    for (ApplicantType type : ApplicantType.values()) {
      String above =
          type.isOrganization()
              ? "applicants organizations " + column(type)
              : "applicants " + column(type);
      cells.add(
          new Cell(row.code().name(), type.name(), beside + " " + above, row.counts().of(type)));
    }
    cells.add(
        new Cell(row.code().name(), TOTAL, beside + " applicants column-" + TOTAL, row.total()));
    return new Row(heads(row.code(), period), cells);
  }

  /** What begins in this row. */
  private static List<Head> heads(FormRow row, Period period) {
    if (row.outcome().isPresent()) {
      return ofOutcome(row.outcome().get(), period);
    }
    return row == FormRow.CONCLUDED
        ? List.of(new Head(id(row), Words.numbered(SUM, Wording.of(row.label())), "row", 1, 2))
        : List.of(
            new Head(id(row), Words.numbered(row.number(), Words.of(row, period)), "row", 1, 3));
  }

  private static List<Head> ofOutcome(Outcome outcome, Period period) {
    List<Head> heads = new ArrayList<>();
    OutcomeCategory category = outcome.category();
    if (outcome.ordinal() == 0) {
      heads.add(new Head(RESULTS, Words.results(period), "rowgroup", RESULT_ROWS, 1));
    }
    if (outcome.ordinalInCategory() == 1) {
      int rows =
          (int) Arrays.stream(Outcome.values()).filter(one -> one.category() == category).count();
      heads.add(
          new Head(
              id(category),
              Words.numbered(category.number(), Wording.of(category.label())),
              "rowgroup",
              rows,
              1));
    }
    heads.add(
        outcome.ordinalInCategory() == 0
            ? new Head(
                id(FormRow.of(outcome)),
                Words.numbered(category.number(), Wording.of(outcome.label())),
                "row",
                1,
                2)
            : new Head(
                id(FormRow.of(outcome)),
                Words.numbered(
                    Integer.toString(outcome.ordinalInCategory()), Wording.of(outcome.label())),
                "row",
                1,
                1));
    return heads;
  }

  /** The ids of all heads that stand beside the numbers of this row. */
  private static List<String> allHeads(FormRow row) {
    List<String> heads = new ArrayList<>();
    if (row.outcome().isPresent() || row == FormRow.CONCLUDED) {
      heads.add(RESULTS);
    }
    row.outcome()
        .filter(outcome -> outcome.ordinalInCategory() > 0)
        .ifPresent(outcome -> heads.add(id(outcome.category())));
    heads.add(id(row));
    return heads;
  }

  private static String column(ApplicantType type) {
    return "column-" + type;
  }

  private static String id(FormRow row) {
    return "row-" + row;
  }

  private static String id(OutcomeCategory category) {
    return "group-" + category;
  }
}
