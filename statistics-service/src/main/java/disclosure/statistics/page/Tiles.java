package disclosure.statistics.page;

import disclosure.requests.contract.FormRow;
import disclosure.statistics.figures.Comparison;
import disclosure.statistics.figures.Overview;
import disclosure.statistics.figures.Timeliness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The numbers that are looked at first. */
final class Tiles {

  private static final String NONE = "—";

  private Tiles() {}

  static List<Tile> of(Overview overview) {
    Timeliness.Figures times = overview.timeliness().figures().all();
    Optional<Timeliness.Figures> then =
        overview.timelinessBefore().map(counted -> counted.figures().all());
    return List.of(
        ofRow(overview, FormRow.NEWLY_RECEIVED, "新收"),
        ofRow(overview, FormRow.CONCLUDED, "办结"),
        ofRow(overview, FormRow.CARRIED_OUT, "在办"),
        new Tile(
            "",
            "按时办结率",
            onTimePercent(times).map(BigDecimal::toPlainString).orElse(NONE),
            "%",
            then.flatMap(Tiles::onTimePercent).map(rate -> "上年同期" + rate + "%").orElse("")),
        new Tile(
            "",
            "办理用时中位数",
            times.medianWorkingDays().map(Tiles::plain).orElse(NONE),
            "个工作日",
            then.flatMap(Timeliness.Figures::medianWorkingDays)
                .map(days -> "上年同期" + plain(days))
                .orElse("")));
  }

  private static Tile ofRow(Overview overview, FormRow code, String label) {
    Comparison.Row row = overview.comparison().figures().rows().get(code.ordinal());
    return new Tile(
        code + "/TOTAL", label, Long.toString(row.total()), "件", change(row).orElse(""));
  }

  /** How much more or less it is than a year before. */
  static Optional<String> change(Comparison.Row row) {
    return row.yearBefore()
        .map(
            before ->
                "上年同期"
                    + before
                    + row.changeOnYearPercent().map(Tiles::signed).map("，"::concat).orElse(""));
  }

  /** +12.5%, −3.0%. */
  static String signed(BigDecimal percent) {
    return switch (percent.signum()) {
      case 1 -> "+" + percent + "%";
      case -1 -> "−" + percent.negate() + "%";
      default -> "持平";
    };
  }

  /** Of those whose due date is told, how many in a hundred were on time; 100 only if all were. */
  static Optional<BigDecimal> onTimePercent(Timeliness.Figures figures) {
    long told = figures.onTime() + figures.late();
    return told == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(figures.onTime())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(told), 1, RoundingMode.DOWN));
  }

  private static String plain(BigDecimal days) {
    return days.stripTrailingZeros().toPlainString();
  }
}
