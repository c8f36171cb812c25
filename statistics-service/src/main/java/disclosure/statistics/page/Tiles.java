package disclosure.statistics.page;

import disclosure.edge.look.Wording;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.figures.Comparison;
import disclosure.statistics.figures.Overview;
import disclosure.statistics.figures.Timeliness;
import disclosure.statistics.page.wording.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The numbers that are looked at first. */
final class Tiles {

  static final String NOTHING_BEFORE = "上年无数据";

  private static final String NONE = "—";

  /** A percentage beyond it tells of the smallness of what was before, and of nothing else. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1000);

  private Tiles() {}

  static List<Tile> of(Overview overview) {
    Timeliness.Figures times = overview.timeliness().figures().all();
    Optional<Timeliness.Figures> then =
        overview.timelinessBefore().map(counted -> counted.figures().all());
    return List.of(
        ofRow(overview, FormRow.NEWLY_RECEIVED, Wording.of("新收")),
        ofRow(overview, FormRow.CONCLUDED, Wording.of("办结")),
        ofRow(overview, FormRow.CARRIED_OUT, Wording.of("在办")),
        new Tile(
            "",
            Wording.of("按时办结率"),
            onTimePercent(times).map(BigDecimal::toPlainString).orElse(NONE),
            "%",
            then.flatMap(Tiles::onTimePercent)
                .map(rate -> Wording.of("上年同期%s%%", rate))
                .orElse("")),
        new Tile(
            "",
            Wording.of("办理用时中位数"),
            times.medianWorkingDays().map(Tiles::plain).orElse(NONE),
            Wording.of("个工作日"),
            then.flatMap(Timeliness.Figures::medianWorkingDays)
                .map(days -> Wording.of("上年同期%s", plain(days)))
                .orElse("")));
  }

  private static Tile ofRow(Overview overview, FormRow code, String label) {
    Comparison.Row row = overview.comparison().figures().rows().get(code.ordinal());
    return new Tile(
        code + "/TOTAL",
        label,
        Long.toString(row.total()),
        Wording.of("件"),
        change(overview.comparison().figures(), row).orElse(""));
  }

  /** How much more or less it is than a year before; what was nothing then has no percentage. */
  static Optional<String> change(Comparison comparison, Comparison.Row row) {
    if (hasNothingBefore(comparison)) {
      return Optional.of(Wording.of(NOTHING_BEFORE));
    }
    return row.yearBefore()
        .map(
            before ->
                percent(row)
                    .map(change -> Wording.of("上年同期%d，%s", before, change))
                    .orElseGet(() -> Wording.of("上年同期%d", before)));
  }

  /** Whether nothing at all was handled in the year before: no figure of it tells anything. */
  static boolean hasNothingBefore(Comparison comparison) {
    return comparison.yearBeforePopulation().equals(Optional.of(0L));
  }

  private static Optional<String> percent(Comparison.Row row) {
    return row.changeOnYearPercent().map(Tiles::signed);
  }

  /** +12.5%, −3.0%. */
  static String signed(BigDecimal percent) {
    if (percent.compareTo(MOST) > 0) {
      return Wording.of("增长超过10倍");
    }
    return switch (percent.signum()) {
      case 1 -> "+" + percent + "%";
      case -1 -> "−" + percent.negate() + "%";
      default -> Wording.of("持平");
    };
  }

  /** Of those whose due date is told, how many in a hundred were on time; 100 only if all were. */
  static Optional<BigDecimal> onTimePercent(Timeliness.Figures figures) {
    return Rate.of(figures.onTime(), figures.onTime() + figures.late());
  }

  private static String plain(BigDecimal days) {
    return days.stripTrailingZeros().toPlainString();
  }
}
