package disclosure.report.examination.finding;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.line.CellText;
import disclosure.report.examination.line.FigureText;
import disclosure.report.examination.table.Remark;
import disclosure.report.examination.text.Headings;
import disclosure.report.examination.text.Origin;
import disclosure.report.examination.text.Section;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gathers what is to be said of a report that was read. */
public final class Findings {

  private static final int MAX_NAMED = 6;

  private final List<Finding> findings = new ArrayList<>();

  private Findings() {}

  /**
   * The findings, the worst first.
   *
   * @param edition the edition that the tables are made by
   * @param tablesAlone whether the document is of a kind that holds tables and no texts
   */
  public static List<Finding> of(
      Origin origin,
      Headings headings,
      ProactiveFigures proactive,
      ApplicationsFigures applications,
      DisputesFigures disputes,
      List<Remark> remarks,
      Edition edition,
      boolean tablesAlone) {
    Findings gathered = new Findings();
    gathered.findings.addAll(Sums.of(applications));
    gathered.findings.addAll(Sums.of(disputes));
    gathered.edition(origin, proactive, applications, edition);
    gathered.sections(headings, proactive, applications, disputes, tablesAlone);
    gathered.missing(proactive, applications, disputes, edition);
    gathered.cells("表三", Sums.cells(applications).toList());
    gathered.cells("表四", cells(disputes));
    gathered.cells("表二", cells(proactive));
    gathered.figures("表三", Sums.cells(applications).toList(), true);
    gathered.figures("表四", cells(disputes), true);
    gathered.figures("表二", cells(proactive), false);
    gathered.unit(proactive);
    gathered.origin(origin);
    remarks.forEach(gathered::remark);
    return Finding.worstFirst(gathered.findings);
  }

  private void add(Finding.Kind kind, Severity severity, Place place, String zh, String en) {
    findings.add(Finding.of(kind, severity, place, zh, en));
  }

  private void edition(
      Origin origin, ProactiveFigures proactive, ApplicationsFigures applications, Edition made) {
    if (origin.year().isEmpty()) {
      return;
    }
    int year = origin.year().getAsInt();
    Edition due = Edition.of(year);
    if (proactive.isThere() && proactive.edition() != due) {
      add(
          Finding.Kind.EDITION,
          Severity.WRONG,
          proactive.rows().values().iterator().next().get(0).place(),
          Filled.of("%d年度报告的第二部分用的是%s，应当用%s。", year, proactive.edition().label(), due.label()),
          Filled.of(
              "Section two of the report on %d is in the form of %s; it should be in that of %s.",
              year, code(proactive.edition()), code(due)));
    }
    if (applications.otherHandlingInOne().isPresent() && due == Edition.FORM_2021) {
      add(
          Finding.Kind.EDITION,
          Severity.WRONG,
          applications.otherHandlingInOne().get().place(),
          Filled.of("表三“（六）其他处理”只有一行，%d年度报告应当用%s，分为三行。", year, due.label()),
          Filled.of("Table three has 其他处理 as one row; the form for %d has three.", year));
    } else if (due == Edition.FORM_2019
        && made == Edition.FORM_2021
        && applications.row(FormRow.CORRECTION_OVERDUE).isPresent()) {
      add(
          Finding.Kind.EDITION,
          Severity.LOOK,
          applications.row(FormRow.CORRECTION_OVERDUE).get().place(),
          Filled.of("表三“（六）其他处理”分为三行，%d年度报告的格式（2019年）为一行。", year),
          Filled.of("Table three has 其他处理 in three rows; the form for %d has one.", year));
    }
  }

  private static String code(Edition edition) {
    return edition.name().substring(edition.name().length() - 4);
  }

  private void sections(
      Headings headings,
      ProactiveFigures proactive,
      ApplicationsFigures applications,
      DisputesFigures disputes,
      boolean tablesAlone) {
    boolean anyTable = isAny(proactive, applications, disputes);
    for (Section section : Section.values()) {
      boolean tableThere =
          switch (section) {
            case PROACTIVE -> proactive.isThere();
            case APPLICATIONS -> applications.isThere();
            case DISPUTES -> disputes.isThere();
            case OVERVIEW, PROBLEMS, OTHER_MATTERS -> false;
          };
      if (!headings.has(section) && !headings.lines().isEmpty()) {
        add(
            Finding.Kind.SECTION_MISSING,
            tableThere || tablesAlone || !anyTable ? Severity.LOOK : Severity.WRONG,
            Place.NONE,
            Filled.of("没有找到“%s、%s”的标题。", section.number(), section.heading()),
            Filled.of("No heading “%s、%s” was found.", section.number(), section.heading()));
      }
    }
  }

  private void missing(
      ProactiveFigures proactive,
      ApplicationsFigures applications,
      DisputesFigures disputes,
      Edition edition) {
    Severity severity = isAny(proactive, applications, disputes) ? Severity.WRONG : Severity.LOOK;
    table(proactive.isThere(), severity, "二", "第二部分的表格");
    table(applications.isThere(), severity, "三", "第三部分的表格");
    table(disputes.isThere(), severity, "四", "第四部分的表格");
    rows(applications, edition);
    for (DisputeKind kind : DisputeKind.values()) {
      if (disputes.isThere() && disputes.group(kind).isEmpty()) {
        add(
            Finding.Kind.ROWS_MISSING,
            Severity.WRONG,
            Place.NONE,
            Filled.of("表四没有找到“%s”的数据。", kind.label()),
            Filled.of("Table four has no figures of %s.", kind.label()));
      }
    }
    if (proactive.isThere()) {
      List<String> rows = new ArrayList<>();
      for (ProactiveRow row : ProactiveRow.values()) {
        if (row.label(proactive.edition()).isPresent() && proactive.row(row).isEmpty()) {
          rows.add("“" + row.label(proactive.edition()).get() + "”");
        }
      }
      if (!rows.isEmpty()) {
        add(
            Finding.Kind.ROWS_MISSING,
            Severity.WRONG,
            Place.NONE,
            Filled.of("表二没有找到%s行。", String.join("、", rows)),
            Filled.of("Table two has no rows %s.", String.join(", ", rows)));
      }
    }
  }

  /** Where no table was found at all, they may be pictures. */
  private static boolean isAny(
      ProactiveFigures proactive, ApplicationsFigures applications, DisputesFigures disputes) {
    return proactive.isThere() || applications.isThere() || disputes.isThere();
  }

  private void table(boolean there, Severity severity, String number, String name) {
    if (!there) {
      add(
          Finding.Kind.TABLE_MISSING,
          severity,
          Place.NONE,
          "没有找到" + name + "，或者无法识别。",
          "The table of section " + number + " was not found, or can't be read.");
    }
  }

  private void rows(ApplicationsFigures applications, Edition edition) {
    if (!applications.isThere()) {
      return;
    }
    List<String> missing = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      boolean otherHandling =
          row.ordinal() >= FormRow.CORRECTION_OVERDUE.ordinal()
              && row.ordinal() <= FormRow.OTHER_HANDLING.ordinal();
      boolean asked =
          !otherHandling
              || edition == Edition.FORM_2021 && applications.otherHandlingInOne().isEmpty();
      if (asked && applications.row(row).isEmpty()) {
        missing.add("“" + row.number() + " " + row.label() + "”");
      }
    }
    boolean noOther =
        edition == Edition.FORM_2019
            && applications.otherHandlingInOne().isEmpty()
            && applications.row(FormRow.OTHER_HANDLING).isEmpty();
    if (noOther) {
      missing.add("“三（六） 其他处理”");
    }
    if (!missing.isEmpty()) {
      add(
          Finding.Kind.ROWS_MISSING,
          Severity.WRONG,
          Place.NONE,
          Filled.of("表三没有找到%s行。", named(missing)),
          Filled.of("Table three has no rows %s.", named(missing)));
    }
  }

  private static List<Map.Entry<String, Reading>> cells(DisputesFigures table) {
    List<Map.Entry<String, Reading>> cells = new ArrayList<>();
    for (DisputeKind kind : DisputeKind.values()) {
      List<Reading> group = table.group(kind).orElse(List.of());
      for (int i = 0; i < group.size(); i++) {
        cells.add(
            Map.entry(
                "“" + kind.label() + "”“" + DisputesFigures.RESULTS.get(i) + "”", group.get(i)));
      }
    }
    return cells;
  }

  private static List<Map.Entry<String, Reading>> cells(ProactiveFigures tables) {
    List<Map.Entry<String, Reading>> cells = new ArrayList<>();
    for (ProactiveRow row : ProactiveRow.values()) {
      List<Reading> readings = tables.row(row).orElse(List.of());
      for (int i = 0; i < readings.size(); i++) {
        cells.add(
            Map.entry(
                "“"
                    + row.label(tables.edition()).orElse("")
                    + "”“"
                    + row.headings(tables.edition()).get(i)
                    + "”",
                readings.get(i)));
      }
    }
    return cells;
  }

  private void cells(String table, List<Map.Entry<String, Reading>> cells) {
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
      List<Map.Entry<String, Reading>> cells,
      Predicate<Reading> which,
      Finding.Kind kind,
      Severity severity,
      String chinese,
      String english) {
    List<Map.Entry<String, Reading>> some =
        cells.stream().filter(cell -> which.test(cell.getValue())).toList();
    if (!some.isEmpty()) {
      String names = named(some.stream().map(Map.Entry::getKey).toList());
      add(
          kind,
          severity,
          some.get(0).getValue().place(),
          Filled.of(chinese, some.size(), names),
          Filled.of(english, some.size(), names));
    }
  }

  private static String named(List<String> names) {
    String some = names.stream().limit(MAX_NAMED).collect(Collectors.joining("、"));
    return names.size() > MAX_NAMED ? some + "等" : some;
  }

  private void figures(String table, List<Map.Entry<String, Reading>> cells, boolean whole) {
    for (Map.Entry<String, Reading> cell : cells) {
      Reading reading = cell.getValue();
      if (reading.value().isEmpty()) {
        continue;
      }
      boolean mayBeBelow = cell.getKey().contains("增/减");
      boolean money = cell.getKey().contains("金额");
      boolean below = reading.value().get().signum() < 0 && !mayBeBelow;
      boolean broken = reading.value().get().stripTrailingZeros().scale() > 0 && (whole || !money);
      if (below || broken) {
        add(
            Finding.Kind.IMPOSSIBLE_FIGURE,
            reading.confidence() == Confidence.DOUBTFUL ? Severity.LOOK : Severity.WRONG,
            reading.place(),
            Filled.of(
                "%s%s为%s，应为不小于0的整数。", table, cell.getKey(), reading.value().get().toPlainString()),
            Filled.of(
                "%s %s is %s; it should be a whole number of at least 0.",
                table, cell.getKey(), reading.value().get().toPlainString()));
      }
    }
  }

  private void unit(ProactiveFigures proactive) {
    if (proactive.edition() == Edition.FORM_2021
        && proactive.feeUnit().isPresent()
        && !proactive.feeUnit().get().equals("万元")) {
      add(
          Finding.Kind.UNIT,
          Severity.WRONG,
          proactive.row(ProactiveRow.FEES).map(row -> row.get(0).place()).orElse(Place.NONE),
          Filled.of("表二“行政事业性收费”的单位为“%s”，应为“万元”。", proactive.feeUnit().get()),
          Filled.of(
              "The fees of table two are in %s; the form wants 万元.", proactive.feeUnit().get()));
    }
    Optional<String> unit =
        proactive
            .feeUnit()
            .or(
                () ->
                    proactive.edition() == Edition.FORM_2021
                        ? Optional.of("万元")
                        : Optional.empty());
    for (Map.Entry<String, Reading> cell : cells(proactive)) {
      if (unit.isPresent() && cell.getKey().contains("金额")) {
        amount(cell.getKey(), cell.getValue(), unit.get());
      }
    }
  }

  /** An amount with another unit than its column's: it was read as the same amount in that. */
  private void amount(String name, Reading cell, String unit) {
    if (cell.isValue()
        && FigureText.read(cell.text()) instanceof CellText.Amount amount
        && !unit.equals(amount.unit())
        && !unit.equals(amount.unit() + "元")) {
      String same = cell.value().get().toPlainString();
      add(
          Finding.Kind.UNIT,
          Severity.WRONG,
          cell.place(),
          Filled.of("表二%s填写为“%s”，该列单位为“%s”，应填写%s。", name, cell.text(), unit, same),
          Filled.of(
              "Table two, %s: “%s” stands in a column in %s; it should be %s.",
              name, cell.text(), unit, same));
    }
  }

  private void origin(Origin origin) {
    if (origin.year().isEmpty()) {
      add(
          Finding.Kind.YEAR,
          Severity.LOOK,
          Place.NONE,
          "没有找到报告的年度。",
          "The year of the report was not found.");
    } else if (origin.periodYears().stream().anyMatch(year -> year != origin.year().getAsInt())) {
      String years =
          new TreeSet<>(origin.periodYears())
              .stream().map(year -> year + "年").collect(Collectors.joining("、"));
      add(
          Finding.Kind.YEAR,
          Severity.WRONG,
          Place.NONE,
          Filled.of(
              "%s为%d年，统计期限写作%s。",
              origin.title().isEmpty() ? "报告正文" : "标题", origin.year().getAsInt(), years),
          Filled.of(
              "The %s says %d, the period %s.",
              origin.title().isEmpty() ? "text" : "title", origin.year().getAsInt(), years));
    }
  }

  private void remark(Remark remark) {
    String place = remark.place().chinese();
    String sentence =
        switch (remark.kind()) {
          case BY_POSITION -> "表三“%s”行的名称无法识别（%s“%s”），按位置读取，请核对。";
          case RUN_TOGETHER -> "表三“%s”行的数字连在一起（%s“%s”），按能够相加的唯一读法拆分，请核对。";
          case ORDER_BY_SUM -> "表三各列的顺序没有写明%s（%s）%s，按能够相加的顺序读取，请核对。";
          case TWICE -> "表三“%s”行出现两次，数据不同（%s“%s”），读取的是第一次出现的。";
          case JOINED -> "表三“%s”行有换行的数字（%s“%s”），合起来才能相加，按合起来读取，请核对。";
          case NO_HEADING -> "表四%s中有数据未对应列名（%s“%s”），未读取，请核对。";
        };
    String english =
        switch (remark.kind()) {
          case BY_POSITION -> "Table three: row %s was read by its position (%s, “%s”).";
          case RUN_TOGETHER ->
              "Table three, row %s: digits run together (%s, “%s”), read in the only way that adds"
                  + " up.";
          case ORDER_BY_SUM ->
              "Table three: the order of the columns isn't told%s (%s)%s; that which adds up was"
                  + " taken.";
          case TWICE -> "Table three: row %s stands there twice with other figures (%s, “%s”).";
          case NO_HEADING ->
              "Table four%s has figures below no heading (%s, “%s”), which were not read.";
          case JOINED ->
              "Table three, row %s: numbers broken over lines (%s, “%s”) were joined, since the row"
                  + " adds up then.";
        };
    add(
        Finding.Kind.READING,
        Severity.LOOK,
        remark.place(),
        Filled.of(sentence, remark.row(), place, remark.text()),
        Filled.of(english, remark.row(), remark.place().english(), remark.text()));
  }
}
