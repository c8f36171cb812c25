package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.statistics.figures.Overview;
import disclosure.statistics.page.chart.Chart;
import java.util.List;

/**
 * The charts with what is to be known of them.
 *
 * @param period the days, in words
 * @param before the days that they are compared with, in words
 * @param scope which organs are counted, in words
 * @param asOf the moment of the snapshot, in words
 * @param empty whether there is nothing at all in the period
 */
public record OverviewPage(
    String organ,
    String code,
    String period,
    String before,
    String scope,
    String asOf,
    boolean empty,
    List<Tile> tiles,
    List<Chart> charts) {

  static OverviewPage of(Overview overview, Choice choice) {
    return new OverviewPage(
        overview.organName(),
        overview.organ().value(),
        Words.of(overview.period()),
        Words.of(overview.yearBefore()),
        Words.of(overview.scope()),
        ChineseDates.of(overview.asOf()),
        overview.comparison().count() == 0,
        Tiles.of(overview),
        Charts.of(overview, choice));
  }
}
