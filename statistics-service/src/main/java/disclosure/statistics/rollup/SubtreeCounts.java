package disclosure.statistics.rollup;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.count.PeriodTotals;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTree.Difference;
import disclosure.statistics.rollup.Span.Range;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads table three of a subtree from the sums over it. */
public final class SubtreeCounts {

  /** When more than this part of a subtree was elsewhere on the day, counting is quicker. */
  private static final int LEAST_PART_ELSEWHERE = 4;

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
    PackedCells before = sum(connection, organ, period.from());
    PackedCells until = sum(connection, organ, period.to().plusDays(1));
    addChanges(connection, tree, organ, period, before, until);
    addCounts(connection, difference.without(), -1, period, before, until);
    addCounts(connection, difference.with(), 1, period, before, until);
    return Optional.of(rows(before, until));
  }

  private static List<MatrixRow> rows(PackedCells before, PackedCells until) {
    PeriodTotals totals = new PeriodTotals();
    for (FormRow row : countedRows()) {
      for (ApplicantType type : ApplicantType.values()) {
        long earlier = before.get(row, type);
        totals.add(row, type, earlier, until.get(row, type) - earlier);
      }
    }
    return totals.rows();
  }

  private static List<FormRow> countedRows() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(FormRow.NEWLY_RECEIVED), FormRow.outcomeRows().stream())
        .toList();
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

  /** What was counted on all days before the given one and is in the sums. */
  private static PackedCells sum(Connection connection, String organ, LocalDate day)
      throws SQLException {
    PackedCells sum = new PackedCells();
    for (Range range : Span.before(day)) {
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              SELECT cells FROM subtree_count
              WHERE organ_code = ? AND span = ? AND starts_on >= ? AND starts_on < ?
              """)) {
        select.setString(1, organ);
        select.setString(2, range.span().name());
        select.setObject(3, range.from());
        select.setObject(4, range.until());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            sum.add(row.getBytes(1), 1);
          }
        }
      }
    }
    return sum;
  }

  /** Adds what is not in the sums yet. */
  private static void addChanges(
      Connection connection,
      OrganTree tree,
      String organ,
      Period period,
      PackedCells before,
      PackedCells until)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT organ_code, form_row, applicant_type,
                   coalesce(sum(n) FILTER (WHERE day < ?), 0), sum(n)
            FROM daily_change WHERE day <= ? GROUP BY organ_code, form_row, applicant_type
            """)) {
      select.setObject(1, period.from());
      select.setObject(2, period.to());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (tree.line(row.getString(1)).contains(organ)) {
            add(row, 1, before, until);
          }
        }
      }
    }
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
            SELECT organ_code, form_row, applicant_type,
                   coalesce(sum(n) FILTER (WHERE day < ?), 0), sum(n)
            FROM daily_count WHERE organ_code = ANY (?) AND day <= ?
            GROUP BY organ_code, form_row, applicant_type
            """)) {
      select.setObject(1, period.from());
      select.setArray(2, connection.createArrayOf("text", organs.toArray()));
      select.setObject(3, period.to());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          add(row, factor, before, until);
        }
      }
    }
  }

  private static void add(ResultSet row, int factor, PackedCells before, PackedCells until)
      throws SQLException {
    FormRow formRow = FormRow.valueOf(row.getString(2));
    ApplicantType type = ApplicantType.valueOf(row.getString(3));
    before.add(formRow, type, factor * row.getLong(4));
    until.add(formRow, type, factor * row.getLong(5));
  }
}
