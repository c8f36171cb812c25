package disclosure.statistics.page.chart;

import java.util.List;

/**
 * A chart with all that is told beside it.
 *
 * @param id of its element, and its name in addresses
 * @param title what it is about
 * @param population what is counted
 * @param summary what it shows, in a sentence
 * @param legend what its colours and marks mean
 * @param table the same numbers
 * @param csv where the table is to be had for a spreadsheet
 */
public record Chart(
    String id,
    String title,
    String population,
    String summary,
    List<Sign> legend,
    Drawings drawings,
    Table table,
    String csv) {

  /** What something that is drawn means. */
  public record Sign(String kind, String meaning) {}

  /**
   * Numbers in rows, the first of each row being what it is about.
   *
   * @param heads of the columns
   */
  public record Table(List<String> heads, List<List<String>> rows) {

    /** The heads beside that of the first column. */
    public List<String> numbers() {
      return heads.subList(1, heads.size());
    }
  }

  /** Whether there is nothing to be drawn. */
  public boolean isEmpty() {
    return drawings.broad().boxes().stream().allMatch(box -> box.width() * box.height() == 0);
  }
}
