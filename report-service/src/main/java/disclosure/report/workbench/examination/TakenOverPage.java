package disclosure.report.workbench.examination;

import java.util.List;

/**
 * The reports of an organ that were taken over.
 *
 * @param organ its name
 * @param address its other reports
 * @param examines whether the person may have other reports examined
 * @param rows by their years
 */
public record TakenOverPage(String organ, String address, boolean examines, List<Row> rows) {

  /** A defensive copy is kept. */
  public TakenOverPage {
    rows = List.copyOf(rows);
  }

  /**
   * A report.
   *
   * @param figures 本年新收、上年结转、办结、结转下年
   * @param origin which file it was, who took it over and when
   * @param reason why it replaced another; empty for the first
   */
  public record Row(
      int year,
      String scope,
      int revision,
      List<Long> figures,
      int confirmed,
      String origin,
      String reason) {

    /** A defensive copy is kept. */
    public Row {
      figures = List.copyOf(figures);
    }
  }
}
