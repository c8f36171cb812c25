package disclosure.report.workbench;

import java.util.List;

/**
 * Reports to choose from.
 *
 * @param title of whom
 * @param organs the organs that the person acts for; empty once one is chosen
 * @param years the reports by years
 * @param notice what is wrong or missing; empty for nothing
 * @param address the organ's; empty while none is chosen
 * @param boards how the reports stand that are due now and added up
 * @param examines whether the person may have published reports examined
 */
public record Shelf(
    String title,
    List<Link> organs,
    List<Year> years,
    String notice,
    String address,
    List<Link> boards,
    boolean examines) {

  /** An organ. */
  public record Link(String name, String address) {}

  /** The reports on a year. */
  public record Year(int year, List<Report> reports) {

    /** A defensive copy is kept. */
    public Year {
      reports = List.copyOf(reports);
    }
  }

  /**
   * A report.
   *
   * @param collection how the reports stand that it adds up; empty where it is no sum
   */
  public record Report(String scope, Standing standing, String address, String collection) {}

  /** Defensive copies are kept. */
  public Shelf {
    organs = List.copyOf(organs);
    years = List.copyOf(years);
    boards = List.copyOf(boards);
  }
}
