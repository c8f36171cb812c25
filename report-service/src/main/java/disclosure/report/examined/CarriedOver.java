package disclosure.report.examined;

import disclosure.edge.Text;
import disclosure.report.examination.Examination;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.text.Simplified;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
      Column column,
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
          column.label(),
          carriedOut.toPlainString(),
          year,
          carriedIn.toPlainString());
    }
  }

  /** All differences, in the order of the later reports. */
  static List<Difference> of(List<Examined> examined) {
    List<Difference> differences = new ArrayList<>();
    for (Examined later : examined) {
      for (Examined earlier : examined) {
        if (later.examination().isPresent()
            && earlier.examination().isPresent()
            && follows(later.examination().get(), earlier.examination().get())) {
          compare(earlier, later, differences);
        }
      }
    }
    return differences;
  }

  private static boolean follows(Examination later, Examination earlier) {
    return later.origin().organ().isPresent()
        && later
            .origin()
            .organ()
            .map(Simplified::of)
            .equals(earlier.origin().organ().map(Simplified::of))
        && later.origin().year().isPresent()
        && earlier.origin().year().isPresent()
        && later.origin().year().getAsInt() == earlier.origin().year().getAsInt() + 1;
  }

  private static void compare(Examined earlier, Examined later, List<Difference> differences) {
    Examination read = later.examination().orElseThrow();
    for (Column column : Column.values()) {
      Optional<BigDecimal> out =
          sure(earlier.examination().orElseThrow(), FormRow.CARRIED_OUT, column);
      Optional<BigDecimal> in = sure(read, FormRow.CARRIED_IN, column);
      if (out.isPresent() && in.isPresent() && out.get().compareTo(in.get()) != 0) {
        differences.add(
            new Difference(
                read.origin().organ().orElseThrow(),
                read.origin().year().getAsInt(),
                column,
                earlier.file(),
                out.get(),
                later.file(),
                in.get()));
      }
    }
  }

  private static Optional<BigDecimal> sure(Examination read, FormRow row, Column column) {
    return read.applications()
        .row(row)
        .map(found -> found.cell(column))
        .filter(cell -> cell.confidence() == Confidence.SURE)
        .flatMap(Reading::value);
  }
}
