package disclosure.report.examination.finding;

import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The equations of tables three and four. An equation with a cell that wasn't read is not looked
 * at; cells that weren't filled in count for nothing, and the sentence says so. A side without any
 * number isn't zero, and equals nothing: that its cells aren't filled in is a finding of its own.
 */
final class Sums {

  private static final String UNFILLED = "（未填写的单元格未计入）";
  private static final String UNFILLED_ENGLISH = " (cells not filled in count for nothing)";
  private static final String DOUBTFUL = "（相关数据识别可能有误，请核对原文）";
  private static final String DOUBTFUL_ENGLISH = " (the figures may have been misread)";

  private Sums() {}

  /** One side of an equation. */
  private record Side(List<Reading> cells) {

    /** Whether every cell is a number, or nothing was filled in. */
    boolean isKnown() {
      return cells.stream().allMatch(cell -> cell.isValue() || cell.isUnfilled());
    }

    boolean hasNumbers() {
      return cells.stream().anyMatch(Reading::isValue);
    }

    boolean hasUnfilled() {
      return cells.stream().anyMatch(Reading::isUnfilled);
    }

    boolean isDoubtful() {
      return cells.stream().anyMatch(cell -> cell.confidence() == Confidence.DOUBTFUL);
    }

    BigDecimal sum() {
      return cells.stream()
          .flatMap(cell -> cell.value().stream())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  static List<Finding> of(ApplicationsFigures table) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : Column.values()) {
      inEqualsOut(table, column).ifPresent(findings::add);
      concludedIsSum(table, column).ifPresent(findings::add);
    }
    for (FormRow row : FormRow.values()) {
      table
          .row(row)
          .flatMap(reading -> totalIsSum(reading, Filled.of("%s %s", row.number(), row.label())))
          .ifPresent(findings::add);
    }
    table
        .otherHandlingInOne()
        .flatMap(reading -> totalIsSum(reading, "三（六） 其他处理"))
        .ifPresent(findings::add);
    return findings;
  }

  private static Optional<Finding> inEqualsOut(ApplicationsFigures table, Column column) {
    Optional<Side> in = cells(table, column, FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN);
    Optional<Side> out = cells(table, column, FormRow.CONCLUDED, FormRow.CARRIED_OUT);
    if (in.isEmpty() || out.isEmpty()) {
      return Optional.empty();
    }
    return compare(
        Finding.Kind.IN_EQUALS_OUT,
        in.get(),
        out.get(),
        Filled.of("表三“%s”列：“一”加“二”为%%s，“三（七）总计”加“四”为%%s，两者应当相等", column.label()),
        Filled.of(
            "Table three, column %s: rows 一 and 二 give %%s, rows 三（七） and 四 give %%s",
            column.label()));
  }

  private static Optional<Finding> concludedIsSum(ApplicationsFigures table, Column column) {
    Optional<RowReading> concluded = table.row(FormRow.CONCLUDED);
    if (concluded.isEmpty()) {
      return Optional.empty();
    }
    List<Reading> outcomes = new ArrayList<>();
    boolean whole = true;
    for (FormRow row : FormRow.outcomeRows()) {
      Optional<RowReading> reading = table.row(row);
      reading.ifPresent(one -> outcomes.add(one.cell(column)));
      boolean inOne = table.otherHandlingInOne().isPresent() && isOtherHandling(row);
      whole &= reading.isPresent() || inOne;
    }
    table.otherHandlingInOne().ifPresent(one -> outcomes.add(one.cell(column)));
    Side sum = new Side(outcomes);
    Side total = new Side(List.of(concluded.get().cell(column)));
    if (outcomes.isEmpty() || !whole && sum.sum().compareTo(total.sum()) <= 0) {
      return Optional.empty();
    }
    return compare(
        Finding.Kind.CONCLUDED_IS_SUM,
        sum,
        total,
        Filled.of("表三“%s”列：各项办理结果之和为%%s，“三（七）总计”为%%s，两者应当相等", column.label()),
        Filled.of(
            "Table three, column %s: the outcomes add up to %%s, row 三（七） says %%s",
            column.label()));
  }

  /** One of the three rows that were one before. */
  static boolean isOtherHandling(FormRow row) {
    return row.ordinal() >= FormRow.CORRECTION_OVERDUE.ordinal()
        && row.ordinal() <= FormRow.OTHER_HANDLING.ordinal();
  }

  private static Optional<Finding> totalIsSum(RowReading row, String name) {
    return compare(
        Finding.Kind.TOTAL_IS_SUM,
        new Side(row.cells().subList(0, Column.TOTAL.ordinal())),
        new Side(List.of(row.cell(Column.TOTAL))),
        Filled.of("表三“%s”行：各类申请人之和为%%s，“总计”为%%s，两者应当相等", name),
        Filled.of(
            "Table three, row %s: the applicant types add up to %%s, the total says %%s", name));
  }

  private static Optional<Side> cells(ApplicationsFigures table, Column column, FormRow... rows) {
    List<Reading> cells = new ArrayList<>();
    for (FormRow row : rows) {
      table.row(row).ifPresent(one -> cells.add(one.cell(column)));
    }
    return cells.size() == rows.length ? Optional.of(new Side(cells)) : Optional.empty();
  }

  static List<Finding> of(DisputesFigures table) {
    List<Finding> findings = new ArrayList<>();
    for (DisputeKind kind : DisputeKind.values()) {
      Optional<List<Reading>> cells = table.group(kind);
      if (cells.isPresent()) {
        int total = cells.get().size() - 1;
        compare(
                Finding.Kind.DISPUTES_ADD_UP,
                new Side(cells.get().subList(0, total)),
                new Side(List.of(cells.get().get(total))),
                Filled.of("表四“%s”：维持、纠正、其他结果、尚未审结之和为%%s，“总计”为%%s，两者应当相等", kind.label()),
                Filled.of(
                    "Table four, %s: the four results add up to %%s, the total says %%s",
                    kind.label()))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> compare(
      Finding.Kind kind, Side left, Side right, String chinese, String english) {
    if (!left.isKnown() || !right.isKnown() || !left.hasNumbers() || !right.hasNumbers()) {
      return Optional.empty();
    }
    BigDecimal expected = left.sum();
    BigDecimal found = right.sum();
    if (expected.compareTo(found) == 0) {
      return Optional.empty();
    }
    boolean unfilled = left.hasUnfilled() || right.hasUnfilled();
    boolean doubtful = left.isDoubtful() || right.isDoubtful();
    return Optional.of(
        new Finding(
            kind,
            doubtful ? Severity.LOOK : Severity.WRONG,
            right.cells().get(0).place(),
            left.cells().get(0).place(),
            Optional.of(new Finding.Numbers(found, expected)),
            Filled.of(chinese, expected.toPlainString(), found.toPlainString())
                + (unfilled ? UNFILLED : "")
                + (doubtful ? DOUBTFUL : "")
                + "。",
            Filled.of(english, expected.toPlainString(), found.toPlainString())
                + (unfilled ? UNFILLED_ENGLISH : "")
                + (doubtful ? DOUBTFUL_ENGLISH : "")
                + "."));
  }
}
