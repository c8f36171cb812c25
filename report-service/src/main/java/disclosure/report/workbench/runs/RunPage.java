package disclosure.report.workbench.runs;

import java.util.List;

/**
 * How far a run is, and what came of each report.
 *
 * @param what is done with which reports, in words
 * @param runs the address of the others
 * @param state in words
 * @param counts how many reports are how far, in words
 * @param rate how fast it gets on and how long it takes; empty when that isn't known
 * @param problem why it doesn't get on; empty for nothing
 * @param times when it was ordered and finished
 * @param refresh where it is ended or begun that the page looks again by itself; none for a run
 *     that is over
 * @param cancel where it is ended; empty where it can't be
 * @param archive where its documents are; empty until there are any
 * @param failed the address of what failed alone, or of all again
 * @param rows the reports
 * @param next the address of those that follow; empty for none
 */
public record RunPage(
    String what,
    String runs,
    String state,
    String counts,
    String rate,
    String problem,
    String times,
    Link refresh,
    String cancel,
    String archive,
    Link failed,
    List<Row> rows,
    String next) {

  /** Where something else is shown. */
  public record Link(String label, String address) {

    static final Link NONE = new Link("", "");
  }

  /**
   * A report.
   *
   * @param result what came of it, in words
   * @param open whether something is left to be done about it
   * @param checks the checks that stand against it, in words; empty for none
   * @param problem why it can't be done, in Chinese; empty where it can
   */
  public record Row(
      int number,
      String organ,
      String scope,
      String result,
      boolean open,
      String checks,
      String problem,
      String address) {}

  /** A defensive copy is kept. */
  public RunPage {
    rows = List.copyOf(rows);
  }
}
