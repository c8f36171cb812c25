package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.figures.RankedOrgans;
import disclosure.statistics.figures.Ranking;
import disclosure.statistics.figures.Ranking.By;
import disclosure.statistics.figures.Ranking.Item;
import disclosure.statistics.page.wording.Rate;
import disclosure.statistics.page.wording.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The organs of a scope in their order.
 *
 * @param columns of figures, each of which may be what the order is by
 * @param more how many organs are not listed
 */
public record RankingPage(
    String organ,
    String period,
    String before,
    String scope,
    String asOf,
    List<Column> columns,
    List<Row> rows,
    long more,
    String csv) {

  private static final String NONE = "—";

  /**
   * A column.
   *
   * @param address where the order is by it
   * @param chosen whether it is
   */
  public record Column(String label, String address, boolean chosen) {}

  /**
   * An organ.
   *
   * @param place its rank; empty where it has none
   * @param address of its own charts
   */
  public record Row(String place, String name, String address, List<Cell> cells) {}

  /** A figure, and what it was a year before; empty where that isn't known. */
  public record Cell(String now, String before) {}

  static RankingPage of(
      RankedOrgans ranked, Choice choice, Optional<OrganKind> kind, LocalDate today) {
    Ranking ranking = ranked.ranking().figures();
    return new RankingPage(
        ranked.organName(),
        Words.of(ranked.period()),
        Words.of(ranked.yearBefore()),
        Words.of(ranked.scope(), kind),
        ChineseDates.of(ranked.asOf()),
        Arrays.stream(By.values())
            .map(by -> new Column(called(by), address(choice, "", by), by == ranking.by()))
            .toList(),
        ranking.items().stream()
            .map(
                item ->
                    row(
                        item,
                        Optional.ofNullable(ranked.before().get(item.organ().value())),
                        choice,
                        today))
            .toList(),
        ranked.ranking().count() - ranking.items().size(),
        address(choice, ".csv", ranking.by()));
  }

  private static String address(Choice choice, String ending, By by) {
    return choice.address(View.RANKING.below() + ending) + "&by=" + by;
  }

  private static Row row(Item item, Optional<Item> before, Choice choice, LocalDate today) {
    return new Row(
        item.rank().map(place -> Integer.toString(place)).orElse(NONE),
        item.organName(),
        own(choice, item.organ(), today).address(),
        Arrays.stream(By.values())
            .map(by -> new Cell(said(by, item), before.map(then -> said(by, then)).orElse("")))
            .toList());
  }

  private static Choice own(Choice choice, OrganCode organ, LocalDate today) {
    return choice.as(View.OVERVIEW).of(organ, today).alone();
  }

  private static String called(By by) {
    return switch (by) {
      case NEWLY_RECEIVED -> Wording.of("新收");
      case CONCLUDED -> Wording.of("办结");
      case CARRIED_OUT -> Wording.of("在办");
      case LATE -> Wording.of("逾期办结");
      case LATE_PERCENT -> Wording.of("逾期率（%）");
      case MEDIAN_WORKING_DAYS -> Wording.of("用时中位数（工作日）");
    };
  }

  private static String said(By by, Item item) {
    return switch (by) {
      case NEWLY_RECEIVED -> Long.toString(item.received());
      case CONCLUDED -> Long.toString(item.concluded());
      case CARRIED_OUT -> Long.toString(item.carriedOut());
      case LATE -> Long.toString(item.late());
      case LATE_PERCENT ->
          Rate.ofRest(item.timed() - item.late(), item.timed())
              .map(BigDecimal::toPlainString)
              .orElse(NONE);
      case MEDIAN_WORKING_DAYS ->
          item.medianWorkingDays()
              .map(BigDecimal::stripTrailingZeros)
              .map(BigDecimal::toPlainString)
              .orElse(NONE);
    };
  }

  /** The heads and rows for a spreadsheet. */
  List<String> heads() {
    List<String> heads = new ArrayList<>(List.of(Wording.of("名次"), Wording.of("行政机关")));
    columns.forEach(
        column -> heads.addAll(List.of(column.label(), Wording.of("上年同期%s", column.label()))));
    return heads;
  }

  List<List<String>> lines() {
    return rows.stream()
        .map(
            row -> {
              List<String> line = new ArrayList<>(List.of(row.place(), row.name()));
              row.cells().forEach(cell -> line.addAll(List.of(cell.now(), cell.before())));
              return line;
            })
        .toList();
  }
}
