package disclosure.report.examined.carried;

import disclosure.edge.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports of one organ on two years in a row: what the one hands on, the other takes over. */
public final class CarriedOver {

  private CarriedOver() {}

  /**
   * A column of table three in which 上年结转 isn't the 结转下年 of the report on the year before. Both
   * were read surely.
   *
   * @param year of the later report
   * @param before what the earlier report is called, the last of several
   * @param file what the later one is called
   */
  public record Difference(
      String organName,
      int year,
      String column,
      String before,
      BigDecimal carriedOut,
      String file,
      BigDecimal carriedIn) {

    /** What to ask the organ. */
    public Text sentence() {
      return Text.of(
          "%s%d年度报告“结转下年度继续办理”“%s”列为%s，%d年度报告“上年结转政府信息公开申请数量”该列为%s，两者不一致，请核对。",
          "%1$s: the report on %2$d carries over %4$s (%3$s), that on %5$d has %6$s carried in;"
              + " they differ, please look.",
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
   *
   * @param signedBy who signed it; empty when nobody is named
   */
  public record Carried(
      String organName,
      String signedBy,
      int year,
      String file,
      Map<String, BigDecimal> in,
      Map<String, BigDecimal> out) {

    /** Defensive copies are kept, in their order. */
    public Carried {
      in = Collections.unmodifiableMap(new LinkedHashMap<>(in));
      out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
    }
  }

  private record OrganYear(String organ, int year) {}

  /**
   * All differences, in the order of the later reports. There is none where any of the reports of
   * the same organ on the year before fits, or may: which of several versions counts, the files
   * don't say.
   */
  public static List<Difference> between(List<Carried> reports) {
    SameOrgans organs = SameOrgans.among(reports);
    Map<OrganYear, List<Carried>> earlier = new HashMap<>();
    for (Carried one : reports) {
      organs
          .of(one)
          .ifPresent(
              organ ->
                  earlier
                      .computeIfAbsent(new OrganYear(organ, one.year()), any -> new ArrayList<>())
                      .add(one));
    }
    List<Difference> differences = new ArrayList<>();
    for (Carried later : reports) {
      List<Carried> before =
          organs
              .of(later)
              .map(organ -> earlier.get(new OrganYear(organ, later.year() - 1)))
              .orElse(List.of());
      if (!before.isEmpty()) {
        compare(before, later, differences);
      }
    }
    return differences;
  }

  private static void compare(List<Carried> before, Carried later, List<Difference> differences) {
    Carried last = before.get(before.size() - 1);
    later
        .in()
        .forEach(
            (column, in) -> {
              if (before.stream().noneMatch(one -> mayFit(one, column, in))) {
                differences.add(
                    new Difference(
                        later.organName(),
                        later.year(),
                        column,
                        last.file(),
                        last.out().get(column),
                        later.file(),
                        in));
              }
            });
  }

  private static boolean mayFit(Carried earlier, String column, BigDecimal in) {
    BigDecimal out = earlier.out().get(column);
    return out == null || out.compareTo(in) == 0;
  }
}
