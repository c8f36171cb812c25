package disclosure.statistics.rollup;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.count.PeriodTotals;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTree.Difference;
import disclosure.statistics.rollup.Span.Range;
import disclosure.storage.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads table three of a subtree from the sums over it. */
public final class SubtreeCounts {

  /** When more than this part of a subtree was elsewhere on the day, counting is quicker. */
  private static final int LEAST_PART_ELSEWHERE = 4;

  private static final List<FormRow> COUNTED =
      Stream.concat(Stream.of(FormRow.NEWLY_RECEIVED), FormRow.outcomeRows().stream()).toList();

  private SubtreeCounts() {}

  /**
   * The table of the organ and all that stood below it on a day; empty when there are no sums over
   * the subtree now.
   *
   * @param connection of a repeatable read
   */
  public static Optional<List<MatrixRow>> find(
      Connection connection, OrganTree tree, String organ, Period period, LocalDate day)
      throws SQLException {
    if (!isRoot(connection, organ)) {
      return Optional.empty();
    }
    Difference difference = tree.difference(organ, day);
    int elsewhere = difference.without().size() + difference.with().size();
    if (elsewhere * LEAST_PART_ELSEWHERE > tree.sizes().getOrDefault(organ, 0)) {
      return Optional.empty();
    }
    PackedCells before = new PackedCells();
    PackedCells until = new PackedCells();
    addSums(connection, organ, period, before, until);
    addChanges(connection, tree, organ, period, before, until);
    addCounts(connection, difference.without(), -1, period, before, until);
    addCounts(connection, difference.with(), 1, period, before, until);
    return Optional.of(rows(before, until));
  }

  private static List<MatrixRow> rows(PackedCells before, PackedCells until) {
    PeriodTotals totals = new PeriodTotals();
    for (FormRow row : COUNTED) {
      for (ApplicantType type : ApplicantType.values()) {
        long earlier = before.get(row, type);
        totals.add(row, type, earlier, until.get(row, type) - earlier);
      }
    }
    return totals.rows();
  }

  private static boolean isRoot(Connection connection, String organ) throws SQLException {
    return Sql.of(connection, "SELECT FROM subtree_root WHERE organ_code = :organ")
        .with("organ", organ)
        .exists();
  }

  /** Adds what was counted on all days before each of two, as far as it is in the sums. */
  private static void addSums(
      Connection connection, String organ, Period period, PackedCells before, PackedCells until)
      throws SQLException {
    List<Range> earlier = Span.before(period.from());
    List<Range> all = new ArrayList<>(earlier);
    all.addAll(Span.before(period.to().plusDays(1)));
    Sql.of(
            connection,
            """
            SELECT place, cells
            FROM unnest(:spans, :firstDays, :endDays)
                   WITH ORDINALITY AS range (span, first_day, end_day, place)
            JOIN subtree_count USING (span)
            WHERE organ_code = :organ AND starts_on >= first_day AND starts_on < end_day
            """)
        .array("spans", "text", all.stream().map(range -> range.span().name()).toList())
        .with("firstDays", days(connection, all, Range::from))
        .with("endDays", days(connection, all, Range::until))
        .with("organ", organ)
        .forEach(
            row ->
                (row.getInt("place") <= earlier.size() ? before : until)
                    .add(row.getBytes("cells"), 1));
  }

  private static Array days(
      Connection connection, List<Range> ranges, Function<Range, LocalDate> day)
      throws SQLException {
    return connection.createArrayOf(
        "date", ranges.stream().map(day).map(LocalDate::toString).toArray());
  }

  /** Adds what is not in the sums yet. */
  private static void addChanges(
      Connection connection,
      OrganTree tree,
      String root,
      Period period,
      PackedCells before,
      PackedCells until)
      throws SQLException {
    DailyChanges.visit(
        connection,
        (organ, day, place, n) -> {
          if (!day.isAfter(period.to()) && tree.line(organ).contains(root)) {
            until.add(place, n);
            if (day.isBefore(period.from())) {
              before.add(place, n);
            }
          }
        });
  }

  private static void addCounts(
      Connection connection,
      Set<String> organs,
      int factor,
      Period period,
      PackedCells before,
      PackedCells until)
      throws SQLException {
    if (organs.isEmpty()) {
      return;
    }
    Sql.of(
            connection,
            """
            SELECT place, coalesce(sum(n) FILTER (WHERE day < :from), 0) AS before_period,
                   sum(n) AS until_end
            FROM daily_count WHERE organ_code = ANY (:organs) AND day <= :to
            GROUP BY place
            """)
        .with("from", period.from())
        .with("to", period.to())
        .array("organs", "text", organs)
        .forEach(
            row -> {
              int place = row.getInt("place");
              before.add(place, factor * row.getLong("before_period"));
              until.add(place, factor * row.getLong("until_end"));
            });
  }
}
