package disclosure.report.page;

import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import java.util.List;

/**
 * Published reports to choose from.
 *
 * @param title what they are the reports of
 * @param year and find the fields of the form
 * @param errors what is wrong with it
 * @param rows the reports
 * @param first whether the list begins here
 * @param next where it goes on; empty on its last page
 * @param feed where what is new is told
 */
public record ReportList(
    String title,
    Field year,
    Field find,
    Errors errors,
    List<Row> rows,
    boolean first,
    String next,
    String feed) {

  /**
   * A report.
   *
   * @param organ whose
   * @param title its title
   * @param address its page
   * @param scope over which organs, in words
   * @param published the day that it was published first
   * @param corrected which correction is in force, and since when; empty for none
   */
  public record Row(
      String organ,
      String title,
      String address,
      String scope,
      String published,
      String corrected) {}

  /** Whether nothing at all is published yet, so that there is nothing to look for either. */
  public boolean none() {
    return !errors.any() && year.groups().stream().allMatch(group -> group.options().isEmpty());
  }

  /** A defensive copy is kept. */
  public ReportList {
    rows = List.copyOf(rows);
  }
}
