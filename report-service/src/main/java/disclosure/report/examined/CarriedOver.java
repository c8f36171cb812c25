package disclosure.report.examined;

import disclosure.edge.Text;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.text.Simplified;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of one organ on two years in a row: what the one hands on, the other takes over. */
final class CarriedOver {

  private CarriedOver() {}

  /**
   * A column of table three in which 上年结转 isn't the 结转下年 of the report on the year before. Both
   * were read surely.
   *
   * @param year of the later report
   * @param before what the earlier report is called
   * @param file what the later one is called
   */
  record Difference(
      String organName,
      int year,
      String column,
      String before,
      BigDecimal carriedOut,
      String file,
      BigDecimal carriedIn) {

    /** What to ask the organ. */
    Text sentence() {
      return Text.of(
          "%s%d年度报告“结转下年度继续办理”“%s”列为%s，%d年度报告“上年结转政府信息公开申请数量”该列为%s，两者不一致，请核对。",
          "%1$s: the report on %2$d carries over %4$s (%3$s), that on %5$d has %6$s carried in; they"
              + " differ, please look.",
          organName,
          year - 1,
          column,
          carriedOut.toPlainString(),
          year,
          carriedIn.toPlainString());
    }
  }

  /**
   * What a report takes over and hands on, by the headings of the columns, as far as it was read
   * surely.
   */
  record Carried(
      String organName,
      int year,
      String file,
      Map<String, BigDecimal> in,
      Map<String, BigDecimal> out) {}

  /** Of a file that says whose it is and on which year. */
  static Optional<Carried> carried(ReadFile file) {
    return file.report()
        .filter(report -> report.organName().isPresent() && report.year().isPresent())
        .map(
            report ->
                new Carried(
                    file.organ(),
                    file.year(),
                    file.file(),
                    sure(report, FormRow.CARRIED_IN),
                    sure(report, FormRow.CARRIED_OUT)));
  }

  private static Map<String, BigDecimal> sure(ExaminedReport report, FormRow row) {
    Map<String, BigDecimal> sure = new LinkedHashMap<>();
    report.applications().stream()
        .filter(found -> found.row().equals(row.name()))
        .flatMap(found -> found.cells().stream())
        .filter(ExaminedReport.Cell::isSure)
        .forEach(cell -> sure.put(cell.column(), cell.value().orElseThrow()));
    return sure;
  }

  /** All differences between examined files, in the order of the later reports. */
  static List<Difference> of(List<Examined> examined) {
    return between(
        examined.stream().map(ReadFile::of).flatMap(file -> carried(file).stream()).toList());
  }

  private record OrganYear(String organName, int year) {}

  /**
   * All differences, in the order of the later reports. Each is held against one report on the year
   * before, the last that there is.
   */
  static List<Difference> between(List<Carried> reports) {
    Map<OrganYear, Carried> last = new HashMap<>();
    reports.forEach(
        one -> last.put(new OrganYear(Simplified.of(one.organName()), one.year()), one));
    List<Difference> differences = new ArrayList<>();
    for (Carried later : reports) {
      Optional.ofNullable(
              last.get(new OrganYear(Simplified.of(later.organName()), later.year() - 1)))
          .ifPresent(earlier -> compare(earlier, later, differences));
    }
    return differences;
  }

  private static void compare(Carried earlier, Carried later, List<Difference> differences) {
    later
        .in()
        .forEach(
            (column, in) -> {
              BigDecimal out = earlier.out().get(column);
              if (out != null && out.compareTo(in) != 0) {
                differences.add(
                    new Difference(
                        later.organName(),
                        later.year(),
                        column,
                        earlier.file(),
                        out,
                        later.file(),
                        in));
              }
            });
  }
}
