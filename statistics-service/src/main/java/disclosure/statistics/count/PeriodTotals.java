package disclosure.statistics.count;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.MatrixRow;
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
   * @throws IllegalArgumentException when more is concluded than was received
   */
  public List<MatrixRow> rows() {
    Counts received = Counts.of(sums(within, FormRow.NEWLY_RECEIVED));
    Counts carriedIn = Counts.of(sums(before, FormRow.NEWLY_RECEIVED)).minus(outcomes(before));
    Counts concluded = outcomes(within);
    List<MatrixRow> rows = new ArrayList<>();
    rows.add(MatrixRow.of(FormRow.NEWLY_RECEIVED, received));
    rows.add(MatrixRow.of(FormRow.CARRIED_IN, carriedIn));
    FormRow.outcomeRows().forEach(row -> rows.add(MatrixRow.of(row, Counts.of(sums(within, row)))));
    rows.add(MatrixRow.of(FormRow.CONCLUDED, concluded));
    rows.add(MatrixRow.of(FormRow.CARRIED_OUT, carriedIn.plus(received).minus(concluded)));
    return rows;
  }

  private static Counts outcomes(Map<FormRow, long[]> sums) {
    return FormRow.outcomeRows().stream()
        .map(row -> Counts.of(sums(sums, row)))
        .reduce(Counts.ZERO, Counts::plus);
  }

  private static long[] sums(Map<FormRow, long[]> sums, FormRow row) {
    return sums.computeIfAbsent(row, absent -> new long[ApplicantType.values().length]);
  }
}
