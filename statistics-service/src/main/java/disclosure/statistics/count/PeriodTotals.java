package disclosure.statistics.count;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.NegativeCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Daily counts summed over a set of organs: what lies before a period, and what lies within it. The
 * table follows so that 第一项加第二项之和等于第三项加第四项之和 in every column.
 */
public final class PeriodTotals {

  private final Map<FormRow, long[]> before = new EnumMap<>(FormRow.class);
  private final Map<FormRow, long[]> within = new EnumMap<>(FormRow.class);

  /** Adds sums for a row and column: on the days before the period, and on its own days. */
  public void add(FormRow row, ApplicantType type, long beforePeriod, long withinPeriod) {
    sums(before, row)[type.ordinal()] += beforePeriod;
    sums(within, row)[type.ordinal()] += withinPeriod;
  }

  /**
   * All 25 rows in the order of the form.
   *
   * @throws NegativeCount when a number is below zero, also because more is concluded than was
   *     received
   */
  public List<MatrixRow> rows() {
    Counts received = Counts.of(sums(within, FormRow.NEWLY_RECEIVED));
    Counts concluded = Counts.of(outcomes(within));
    Counts carriedIn =
        Counts.of(sums(before, FormRow.NEWLY_RECEIVED)).minus(Counts.of(outcomes(before)));
    List<MatrixRow> rows = new ArrayList<>();
    rows.add(MatrixRow.of(FormRow.NEWLY_RECEIVED, received));
    rows.add(MatrixRow.of(FormRow.CARRIED_IN, carriedIn));
    FormRow.outcomeRows().forEach(row -> rows.add(MatrixRow.of(row, Counts.of(sums(within, row)))));
    rows.add(MatrixRow.of(FormRow.CONCLUDED, concluded));
    rows.add(MatrixRow.of(FormRow.CARRIED_OUT, carriedIn.plus(received).minus(concluded)));
    return rows;
  }

  private static long[] outcomes(Map<FormRow, long[]> sums) {
    long[] total = new long[ApplicantType.values().length];
    for (FormRow row : FormRow.outcomeRows()) {
      long[] one = sums(sums, row);
      for (int column = 0; column < total.length; column++) {
        if (one[column] < 0) {
          throw new NegativeCount("a negative count in " + row);
        }
        total[column] = Math.addExact(total[column], one[column]);
      }
    }
    return total;
  }

  private static long[] sums(Map<FormRow, long[]> sums, FormRow row) {
    return sums.computeIfAbsent(row, absent -> new long[ApplicantType.values().length]);
  }
}
