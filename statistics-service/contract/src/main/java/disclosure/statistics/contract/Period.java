package disclosure.statistics.contract;

import java.time.LocalDate;

/**
 * A range of local dates in Asia/Shanghai, both ends included. A year of the annual report is one.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

  /**
   * @throws IllegalArgumentException when {@code to} is before {@code from}
   */
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends before it begins");
    }
  }

  /** The statistical period of an annual report: 1 January to 31 December. */
  public static Period ofYear(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
