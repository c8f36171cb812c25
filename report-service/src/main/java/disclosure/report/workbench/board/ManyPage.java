package disclosure.report.workbench.board;

import disclosure.report.workbench.Place;
import java.util.List;

/**
 * What came of several reports.
 *
 * @param title of the sum
 * @param address the board
 * @param what was to be done, in words
 * @param counts how many were done, in words
 */
public record ManyPage(
    String title, String address, String what, String counts, List<Outcome> outcomes) {

  /**
   * What came of one.
   *
   * @param done whether it is as it should be now
   * @param told what was done, or what stands against it
   * @param address the report's page
   */
  public record Outcome(String organ, boolean done, String told, String address) {

    static Outcome done(MarkedReports.Marked report, String told) {
      return new Outcome(report.organ(), true, told, Place.of(report.id()));
    }

    static Outcome refused(MarkedReports.Marked report, String told) {
      return new Outcome(report.organ(), false, told, Place.of(report.id()));
    }
  }

  /** A defensive copy is kept. */
  public ManyPage {
    outcomes = List.copyOf(outcomes);
  }
}
