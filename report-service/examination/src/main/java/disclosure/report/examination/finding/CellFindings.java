package disclosure.report.examination.finding;

import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cells that aren't filled in, couldn't be read, or hold what can't be. */
final class CellFindings {

  private final List<Finding> findings = new ArrayList<>();

  private CellFindings() {}

  /** Table by table, what isn't there first. */
  static List<Finding> of(ReadTables tables) {
    List<NamedCell> applications = NamedCell.of(tables.applications());
    List<NamedCell> disputes = NamedCell.of(tables.disputes());
    List<NamedCell> proactive = NamedCell.of(tables.proactive());
    CellFindings cells = new CellFindings();
    cells.filling("表三", applications);
    cells.filling("表四", disputes);
    cells.filling("表二", proactive);
    cells.figures("表三", applications, true);
    cells.figures("表四", disputes, true);
    cells.figures("表二", proactive, false);
    return cells.findings;
  }

  private void filling(String table, List<NamedCell> cells) {
    some(
        cells,
        cell -> cell.kind() == Reading.Kind.BLANK,
        Finding.Kind.CELLS_UNFILLED,
        Severity.LOOK,
        table + "有%d个单元格空白（空白不等于0，没有发生的应填0）：%s。",
        table + ": %d cells are blank, which isn't zero: %s.");
    some(
        cells,
        cell -> cell.kind() == Reading.Kind.MARK,
        Finding.Kind.CELLS_UNFILLED,
        Severity.LOOK,
        table + "有%d个单元格填写“/”“-”等符号（不等于0，没有发生的应填0）：%s。",
        table + ": %d cells have a mark such as / or -, which isn't zero: %s.");
    some(
        cells,
        cell -> cell.kind() == Reading.Kind.MISSING,
        Finding.Kind.CELLS_MISSING,
        Severity.WRONG,
        table + "缺少%d个单元格：%s。",
        table + ": %d cells are missing: %s.");
    some(
        cells,
        cell -> cell.kind() == Reading.Kind.UNREAD,
        Finding.Kind.CELLS_UNREAD,
        Severity.LOOK,
        table + "有%d个单元格无法识别，请核对原文：%s。",
        table + ": %d cells couldn't be read: %s.");
    some(
        cells,
        cell -> cell.isValue() && cell.confidence() == Confidence.DOUBTFUL,
        Finding.Kind.CELLS_DOUBTFUL,
        Severity.LOOK,
        table + "有%d个数据识别时有疑问，请核对原文：%s。",
        table + ": %d figures were read with doubt: %s.");
  }

  private void some(
      List<NamedCell> cells,
      Predicate<Reading> which,
      Finding.Kind kind,
      Severity severity,
      String chinese,
      String english) {
    List<NamedCell> some = cells.stream().filter(cell -> which.test(cell.reading())).toList();
    if (!some.isEmpty()) {
      String names = Filled.names(some.stream().map(NamedCell::name).toList());
      findings.add(
          Finding.of(
              kind,
              severity,
              some.get(0).reading().place(),
              Filled.of(chinese, some.size(), names),
              Filled.of(english, some.size(), names)));
    }
  }

  private void figures(String table, List<NamedCell> cells, boolean whole) {
    for (NamedCell cell : cells) {
      Reading reading = cell.reading();
      if (reading.value().isEmpty()) {
        continue;
      }
      boolean mayBeBelow = cell.name().contains("增/减");
      boolean money = cell.name().contains("金额");
      boolean below = reading.value().get().signum() < 0 && !mayBeBelow;
      boolean broken = reading.value().get().stripTrailingZeros().scale() > 0 && (whole || !money);
      if (below || broken) {
        findings.add(
            Finding.of(
                Finding.Kind.IMPOSSIBLE_FIGURE,
                reading.confidence() == Confidence.DOUBTFUL ? Severity.LOOK : Severity.WRONG,
                reading.place(),
                Filled.of(
                    "%s%s为%s，应为不小于0的整数。",
                    table, cell.name(), reading.value().get().toPlainString()),
                Filled.of(
                    "%s %s is %s; it should be a whole number of at least 0.",
                    table, cell.name(), reading.value().get().toPlainString())));
      }
    }
  }
}
