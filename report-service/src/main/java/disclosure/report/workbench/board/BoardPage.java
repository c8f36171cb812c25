package disclosure.report.workbench.board;

import java.util.List;

/**
 * How the reports stand that a sum adds up.
 *
 * @param title of the sum
 * @param address its page
 * @param counts how many are how far, in words
 * @param stale whether a report was corrected since the sum was published
 * @param more that there are more than are listed; empty for none
 * @param rows the reports, the late ones first
 */
public record BoardPage(
    String title, String address, String counts, boolean stale, String more, List<Row> rows) {

  /**
   * A report.
   *
   * @param due the day that it is due
   * @param late whether that is over without it, or it came after it
   * @param note why it was given back, or that it was corrected since; empty for nothing
   */
  public record Row(
      String organ,
      String state,
      String due,
      boolean late,
      String published,
      String note,
      String address) {}

  /** A defensive copy is kept. */
  public BoardPage {
    rows = List.copyOf(rows);
  }
}
