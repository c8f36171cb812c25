package disclosure.statistics.rollup;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.count.PeriodTotals;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTree.Difference;
import disclosure.statistics.rollup.Span.Range;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
   * The table of the organ and all below it, by the hierarchy valid on the period's last day; empty
   * when there are no sums over the subtree now.
   *
   * @param connection of a repeatable read
   */
  public static Optional<List<MatrixRow>> find(
      Connection connection, OrganTree tree, String organ, Period period) throws SQLException {
    if (!isRoot(connection, organ)) {
      return Optional.empty();
    }
    Difference difference = tree.difference(organ, period.to());
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
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM subtree_root WHERE organ_code = ?")) {
      select.setString(1, organ);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Adds what was counted on all days before each of two, as far as it is in the sums. */
  private static void addSums(
      Connection connection, String organ, Period period, PackedCells before, PackedCells until)
      throws SQLException {
    List<Range> earlier = Span.before(period.from());
    List<Range> all = new ArrayList<>(earlier);
    all.addAll(Span.before(period.to().plusDays(1)));
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT place, cells
            FROM unnest(?, ?, ?) WITH ORDINALITY AS range (span, first_day, end_day, place)
            JOIN subtree_count USING (span)
            WHERE organ_code = ? AND starts_on >= first_day AND starts_on < end_day
            """)) {
      select.setArray(1, array(connection, "text", all, range -> range.span().name()));
      select.setArray(2, array(connection, "date", all, range -> range.from().toString()));
      select.setArray(3, array(connection, "date", all, range -> range.until().toString()));
      select.setString(4, organ);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          (row.getInt(1) <= earlier.size() ? before : until).add(row.getBytes(2), 1);
        }
      }
    }
  }

  private static Array array(
      Connection connection, String type, List<Range> ranges, Function<Range, String> text)
      throws SQLException {
    return connection.createArrayOf(type, ranges.stream().map(text).toArray());
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
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT place, coalesce(sum(n) FILTER (WHERE day < ?), 0), sum(n)
            FROM daily_count WHERE organ_code = ANY (?) AND day <= ?
            GROUP BY place
            """)) {
      select.setObject(1, period.from());
      select.setArray(2, connection.createArrayOf("text", organs.toArray()));
      select.setObject(3, period.to());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          before.add(row.getInt(1), factor * row.getLong(2));
          until.add(row.getInt(1), factor * row.getLong(3));
        }
      }
    }
  }
}
