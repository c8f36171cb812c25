package disclosure.report.check;

import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.time.Month;

/** The last day for a report, wherever it is looked for (Article 49). */
public final class DueDay {

  private static final int LAST = 31;

  private DueDay() {}

  /**
   * Governments have until 31 March, all others until 31 January.
   *
   * @param year the year reported on
   */
  public static LocalDate of(int year, OrganKind kind) {
    return switch (kind) {
      case GOVERNMENT -> LocalDate.of(year + 1, Month.MARCH, LAST);
      case DEPARTMENT, TOWNSHIP, OTHER -> LocalDate.of(year + 1, Month.JANUARY, LAST);
    };
  }
}
