package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.statistics.figures.Comparison;
import disclosure.statistics.figures.Counted;
import disclosure.statistics.figures.OpenApplications;
import disclosure.statistics.figures.Overview;
import disclosure.statistics.figures.Timeliness;
import disclosure.statistics.figures.Trend;
import disclosure.statistics.page.chart.BarChart;
import disclosure.statistics.page.chart.Chart;
import disclosure.statistics.page.chart.Chart.Sign;
import disclosure.statistics.page.chart.Chart.Table;
import disclosure.statistics.page.chart.ColumnChart;
import disclosure.statistics.page.chart.ColumnChart.Series;
import disclosure.statistics.page.chart.Drawings;
import disclosure.statistics.page.chart.ShareChart;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Which charts there are of the figures of an organ and a period. */
final class Charts {

  static final String YEARS = "years";

  private static final String RECEIVED = "received";
  private static final String CONCLUDED = "concluded";
  private static final String LATE = "late";
  private static final String ON_TIME = "on-time";
  private static final String UNTOLD = "untold";
  private static final List<String> TIMED =
      List.of("范围", "办结", "按时", "逾期", "期限未定", "曾延长", "按时办结率（%）", "用时中位数（工作日）", "九成不超过（工作日）");
  private static final List<String> MONTHLY = List.of("收到", "办结");
  private static final List<String> MONTHLY_BEFORE = List.of("上年同期收到", "上年同期办结");
  private static final List<String> NOW = List.of("本期");
  private static final List<String> COMPARED = List.of("上年同期", "增减", "增减比例（%）");

  /** What the figures call the parts of what is open, and what people do. */
  private static final Map<String, String> DUE =
      Map.of(
          "OVERDUE", "已逾期",
          "DUE_TODAY", "当日到期",
          "DUE_WITHIN_7_DAYS", "7日内到期",
          "DUE_WITHIN_14_DAYS", "8至14日内到期",
          "DUE_LATER", "14日后到期",
          "NO_DUE_DATE", "期限未定");

  /** What people call rows beside charts, where there is little room. */
  private static final Map<FormRow, String> SHORT =
      Map.of(
          FormRow.NEWLY_RECEIVED, "新收",
          FormRow.CARRIED_IN, "上期结转",
          FormRow.CONCLUDED, "办结",
          FormRow.CARRIED_OUT, "结转下期");

  private final Overview overview;
  private final Choice choice;

  private Charts(Overview overview, Choice choice) {
    this.overview = overview;
    this.choice = choice;
  }

  /** All of them, in the order in which they stand on the page. */
  static List<Chart> of(Overview overview, Choice choice) {
    Charts charts = new Charts(overview, choice);
    return List.of(
        charts.months(), charts.years(), charts.timeliness(), charts.due(), charts.outcomes());
  }

  private Chart months() {
    List<Trend.Month> months = overview.trend().figures().months();
    Optional<List<Trend.Month>> before =
        overview
            .trendBefore()
            .filter(counted -> !Tiles.hasNothingBefore(overview.comparison().figures()))
            .map(counted -> counted.figures().months());
    boolean oneYear =
        months.get(0).from().getYear() == months.get(months.size() - 1).from().getYear();
    List<String> places = months.stream().map(month -> place(month, oneYear)).toList();
    Drawings drawings =
        Drawings.columns(
            choice.view() == View.SCREEN ? ColumnChart.BROAD : ColumnChart.WIDTH,
            places,
            List.of(
                series(Wording.of("收到"), RECEIVED, months, before, Trend.Month::received),
                series(Wording.of("办结"), CONCLUDED, months, before, Trend.Month::concluded)));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Trend.Month month = months.get(i);
      List<String> row = new ArrayList<>();
      row.add(month.month());
      row.add(Long.toString(month.received()));
      row.add(Long.toString(month.concluded()));
      int place = i;
      before.ifPresent(
          then -> {
            row.add(Long.toString(then.get(place).received()));
            row.add(Long.toString(then.get(place).concluded()));
          });
      rows.add(row);
    }
    return chart(
        "months",
        Wording.of("每月收到和办结"),
        overview.trend(),
        busiest(months, places),
        with(before, new Sign(RECEIVED, Wording.of("收到")), new Sign(CONCLUDED, Wording.of("办结"))),
        drawings,
        new Table(heads(before, Wording.of("月份"), MONTHLY, MONTHLY_BEFORE), rows));
  }

  private static String place(Trend.Month month, boolean oneYear) {
    YearMonth when = YearMonth.from(month.from());
    return oneYear
        ? month(when)
        : String.format(Locale.ROOT, "%d.%d", when.getYear(), when.getMonthValue());
  }

  private static String month(YearMonth when) {
    return Wording.isEnglish()
        ? when.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        : when.getMonthValue() + "月";
  }

  private static Series series(
      String label,
      String kind,
      List<Trend.Month> months,
      Optional<List<Trend.Month>> before,
      ToLongFunction<Trend.Month> number) {
    return new Series(
        label,
        kind,
        months.stream().map(number::applyAsLong).toList(),
        before.map(then -> then.stream().map(number::applyAsLong).toList()));
  }

  private static String busiest(List<Trend.Month> months, List<String> places) {
    Trend.Month most =
        months.stream().max(Comparator.comparingLong(Trend.Month::received)).orElseThrow();
    long received = months.stream().mapToLong(Trend.Month::received).sum();
    long concluded = months.stream().mapToLong(Trend.Month::concluded).sum();
    return Wording.of(
        "共收到%d件，办结%d件%s。",
        received,
        concluded,
        most.received() == 0
            ? ""
            : Wording.of("；收到最多的是%s（%d件）", places.get(months.indexOf(most)), most.received()));
  }

  private Chart years() {
    List<Comparison.Row> all = overview.comparison().figures().rows();
    List<Comparison.Row> rows =
        Stream.of(
                FormRow.CARRIED_IN, FormRow.NEWLY_RECEIVED, FormRow.CONCLUDED, FormRow.CARRIED_OUT)
            .map(code -> all.get(code.ordinal()))
            .toList();
    Comparison.Row received = all.get(FormRow.NEWLY_RECEIVED.ordinal());
    return chart(
        YEARS,
        Wording.of("与上年同期比较"),
        overview.comparison(),
        Tiles.change(overview.comparison().figures(), received)
            .map(change -> Wording.of("新收%d件（%s）。", received.total(), change))
            .orElseGet(() -> Wording.of("上年同期的数据您无权查看。")),
        with(before(received), new Sign(RECEIVED, Wording.of("本期"))),
        Drawings.bars(
            rows.stream()
                .map(row -> new BarChart.Bar(called(row), RECEIVED, row.total(), before(row)))
                .toList()),
        new Table(
            heads(before(received), Wording.of("项目"), NOW, COMPARED),
            rows.stream().map(this::compared).toList()));
  }

  /** What it was a year before; nothing where nothing at all is known of that. */
  private Optional<Long> before(Comparison.Row row) {
    return row.yearBefore()
        .filter(before -> !Tiles.hasNothingBefore(overview.comparison().figures()));
  }

  private List<String> compared(Comparison.Row row) {
    List<String> cells = new ArrayList<>(List.of(called(row), Long.toString(row.total())));
    before(row)
        .ifPresent(
            before -> {
              cells.add(Long.toString(before));
              cells.add(row.changeOnYear().map(change -> Long.toString(change)).orElse(""));
              cells.add(row.changeOnYearPercent().map(BigDecimal::toPlainString).orElse("—"));
            });
    return cells;
  }

  private static String called(Comparison.Row row) {
    return Wording.of(SHORT.getOrDefault(row.code(), row.label()));
  }

  private Chart outcomes() {
    List<Comparison.Row> rows =
        overview.comparison().figures().rows().stream()
            .filter(row -> row.code().outcome().isPresent())
            .toList();
    Comparison.Row concluded =
        overview.comparison().figures().rows().get(FormRow.CONCLUDED.ordinal());
    long disclosed =
        rows.stream().filter(row -> isDisclosed(row.code())).mapToLong(Comparison.Row::total).sum();
    return chart(
        "outcomes",
        Wording.of("办理结果"),
        overview.timeliness(),
        Wording.of("办结%d件，其中予以公开和部分公开%d件。", concluded.total(), disclosed),
        with(before(concluded), new Sign(CONCLUDED, Wording.of("本期"))),
        Drawings.bars(
            rows.stream()
                .filter(row -> row.total() + row.yearBefore().orElse(0L) > 0)
                .map(
                    row ->
                        new BarChart.Bar(
                            Wording.of(row.label()), CONCLUDED, row.total(), before(row)))
                .toList()),
        new Table(
            heads(before(concluded), Wording.of("办理结果"), NOW, COMPARED),
            rows.stream().map(this::compared).toList()));
  }

  private static boolean isDisclosed(FormRow row) {
    return row.outcome()
        .filter(
            outcome ->
                outcome.category() == OutcomeCategory.DISCLOSED
                    || outcome.category() == OutcomeCategory.PARTIALLY_DISCLOSED)
        .isPresent();
  }

  private Chart timeliness() {
    Timeliness now = overview.timeliness().figures();
    Optional<Timeliness.Figures> before =
        overview
            .timelinessBefore()
            .map(counted -> counted.figures().all())
            .filter(figures -> figures.concluded() > 0);
    List<ShareChart.Whole> wholes = new ArrayList<>();
    wholes.add(whole(Wording.of("本期"), now.all()));
    before.ifPresent(figures -> wholes.add(whole(Wording.of("上年同期"), figures)));
    now.byType().stream()
        .filter(type -> type.figures().concluded() > 0)
        .forEach(type -> wholes.add(whole(Wording.of(type.label()), type.figures())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(timed(Wording.of("本期"), now.all()));
    before.ifPresent(figures -> rows.add(timed(Wording.of("上年同期"), figures)));
    now.byType()
        .forEach(
            type -> rows.add(timed(Wording.of("本期，%s", Wording.of(type.label())), type.figures())));
    now.byOutcome().stream()
        .filter(outcome -> outcome.figures().concluded() > 0)
        .forEach(
            outcome ->
                rows.add(
                    timed(Wording.of("本期，%s", Wording.of(outcome.label())), outcome.figures())));
    return chart(
        "timeliness",
        Wording.of("按时办结"),
        overview.timeliness(),
        Tiles.onTimePercent(now.all())
            .map(
                rate ->
                    Wording.of(
                        "按时办结率%s%%：按时%d件，逾期%d件。", rate, now.all().onTime(), now.all().late()))
            .orElseGet(() -> Wording.of("本期没有可以计算按时办结率的申请。")),
        List.of(
            new Sign(ON_TIME, Wording.of("按时")),
            new Sign(LATE, Wording.of("逾期")),
            new Sign(UNTOLD, Wording.of("期限未定"))),
        Drawings.shares(wholes),
        new Table(TIMED.stream().map(Wording::of).toList(), rows));
  }

  private static ShareChart.Whole whole(String label, Timeliness.Figures figures) {
    return new ShareChart.Whole(
        label,
        List.of(
            new ShareChart.Share(Wording.of("按时"), ON_TIME, figures.onTime()),
            new ShareChart.Share(Wording.of("逾期"), LATE, figures.late()),
            new ShareChart.Share(Wording.of("期限未定"), UNTOLD, figures.untold())),
        Tiles.onTimePercent(figures).map(rate -> rate + "%").orElse("—"));
  }

  private static List<String> timed(String label, Timeliness.Figures figures) {
    return List.of(
        label,
        Long.toString(figures.concluded()),
        Long.toString(figures.onTime()),
        Long.toString(figures.late()),
        Long.toString(figures.untold()),
        Long.toString(figures.extended()),
        Tiles.onTimePercent(figures).map(BigDecimal::toPlainString).orElse("—"),
        figures.medianWorkingDays().map(BigDecimal::toPlainString).orElse("—"),
        figures.ninetiethPercentile().map(days -> Integer.toString(days)).orElse("—"));
  }

  private Chart due() {
    List<OpenApplications.Band> bands = overview.open().figures().byDueDate();
    return chart(
        "due",
        Wording.of("在办申请的到期情况"),
        overview.open(),
        Wording.of(
            "截至%s，在办%d件，其中已逾期%d件。到期按自然日计算。",
            ChineseDates.of(overview.period().to()), overview.open().count(), bands.get(0).count()),
        List.of(),
        Drawings.bars(
            bands.stream()
                .map(
                    band ->
                        new BarChart.Bar(
                            Wording.of(DUE.get(band.code())),
                            band.equals(bands.get(0)) ? LATE : RECEIVED,
                            band.count(),
                            Optional.empty()))
                .toList()),
        new Table(
            List.of(Wording.of("到期情况"), Wording.of("件数")),
            bands.stream()
                .map(band -> List.of(Wording.of(DUE.get(band.code())), Long.toString(band.count())))
                .toList()));
  }

  private Chart chart(
      String id,
      String title,
      Counted<?> counted,
      String summary,
      List<Sign> legend,
      Drawings drawings,
      Table table) {
    return new Chart(
        id,
        title,
        counted.population(Wording.language()).text(),
        summary,
        legend,
        drawings,
        table,
        choice.address("/overview/" + id + ".csv"));
  }

  private static List<Sign> with(Optional<?> before, Sign... signs) {
    List<Sign> legend = new ArrayList<>(List.of(signs));
    before.ifPresent(seen -> legend.add(new Sign("before", Wording.of("上年同期"))));
    return legend;
  }

  private static List<String> heads(
      Optional<?> before, String first, List<String> now, List<String> then) {
    List<String> heads = new ArrayList<>(List.of(first));
    now.forEach(head -> heads.add(Wording.of(head)));
    before.ifPresent(seen -> then.forEach(head -> heads.add(Wording.of(head))));
    return heads;
  }
}
