package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.figures.Overview;
import disclosure.statistics.page.chart.Chart;
import disclosure.statistics.page.wording.Words;
import java.util.List;
import java.util.Optional;

/**
 * The charts with what is to be known of them.
 *
 * @param period the days, in words
 * @param before the days that they are compared with, in words
 * @param scope which organs are counted, in words
 * @param asOf the moment of the snapshot, in words
 * @param live where changes of table three of the same days are told
 * @param back the same charts with everything around them
 * @param empty whether there is nothing at all in the period
 */
public record OverviewPage(
    String organ,
    String code,
    String period,
    String before,
    String scope,
    String asOf,
    String live,
    String back,
    boolean empty,
    List<Tile> tiles,
    List<Chart> charts) {

  /** What a large screen has room for. */
  public List<Chart> large() {
    return charts.stream().filter(chart -> !chart.id().equals(Charts.YEARS)).toList();
  }

  static OverviewPage of(Overview overview, Choice choice, Optional<OrganKind> kind) {
    return new OverviewPage(
        overview.organName(),
        overview.organ().value(),
        Words.of(overview.period()),
        Words.of(overview.yearBefore()),
        Words.of(overview.scope(), kind),
        ChineseDates.of(overview.asOf()),
        choice.address("/live"),
        choice.as(View.OVERVIEW).address(),
        overview.comparison().count() == 0,
        Tiles.of(overview),
        Charts.of(overview, choice));
  }
}
