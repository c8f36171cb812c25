package disclosure.report.workbench.board;

import java.util.List;

/**
 * How the reports stand that a sum adds up.
 *
 * @param title of the sum
 * @param address its page
 * @param scopes over which organs it can be; without an address the one that is shown
 * @param wrong why nothing was done; empty for nothing
 * @param counts how many are how far, in words
 * @param stale whether a report was corrected since the sum was published
 * @param more that there are more than are listed; empty for none
 * @param most how many reports a form may name
 * @param steps what the reader may do with the reports that he marks
 * @param choices to mark those of a state
 * @param rows the reports, the late ones first
 */
public record BoardPage(
    String title,
    String address,
    List<Link> scopes,
    String wrong,
    String counts,
    boolean stale,
    String more,
    int most,
    List<Link> steps,
    List<Link> choices,
    List<Row> rows) {

  /** Where something is done. */
  public record Link(String label, String address) {}

  /**
   * A report.
   *
   * @param due the day that it is due
   * @param late whether that is over without it, or it came after it
   * @param note why it stands so, or that it was corrected since; empty for nothing
   * @param choice what stands for it and the version of its draft in a form
   * @param chosen whether it is marked already
   * @param corrections where it is corrected, or what was
   */
  public record Row(
      String organ,
      String state,
      String due,
      boolean late,
      String published,
      String note,
      String address,
      String choice,
      boolean chosen,
      List<Link> corrections) {

    /** A defensive copy is kept. */
    public Row {
      corrections = List.copyOf(corrections);
    }
  }

  /** Where the form is sent; each button says where else. */
  public String action() {
    return steps.isEmpty() ? address : steps.get(0).address();
  }

  /** Defensive copies are kept. */
  public BoardPage {
    scopes = List.copyOf(scopes);
    steps = List.copyOf(steps);
    choices = List.copyOf(choices);
    rows = List.copyOf(rows);
  }
}
