package disclosure.statistics.rollup;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves changes of the daily counts into the sums. */
final class Folding {

  /** Of some hundred changes each while many come in. */
  private static final int MOST_BATCHES = 20;

  private Folding() {}

  /**
   * Moves the changes of some transactions.
   *
   * @return whether there may be more
   */
  static boolean fold(Connection connection) throws SQLException {
    OrganTree tree = OrganTrees.lock(connection);
    Set<String> roots = roots(connection);
    Map<String, List<String>> rootsOf = new HashMap<>();
    SumTable sums = new SumTable();
    boolean any = false;
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            WITH taken AS (
              DELETE FROM daily_change
              WHERE ctid = ANY (ARRAY(SELECT ctid FROM daily_change LIMIT ?))
              RETURNING *
            )
            SELECT organ_code, day, form_row, applicant_type, sum(n)
            FROM taken, unnest(organ_codes, days, form_rows, applicant_types, ns)
              AS change (organ_code, day, form_row, applicant_type, n)
            GROUP BY organ_code, day, form_row, applicant_type
            """)) {
      delete.setInt(1, MOST_BATCHES);
      try (ResultSet row = delete.executeQuery()) {
        while (row.next()) {
          any = true;
          FormRow formRow = FormRow.valueOf(row.getString(3));
          ApplicantType type = ApplicantType.valueOf(row.getString(4));
          LocalDate day = row.getObject(2, LocalDate.class);
          long n = row.getLong(5);
          for (String root :
              rootsOf.computeIfAbsent(row.getString(1), organ -> above(tree, organ, roots))) {
            for (Span span : Span.values()) {
              sums.at(root, span, day).add(formRow, type, n);
            }
          }
        }
      }
    }
    sums.store(connection);
    return any;
  }

  private static List<String> above(OrganTree tree, String organ, Set<String> roots) {
    List<String> above = new ArrayList<>(tree.line(organ));
    above.retainAll(roots);
    return above;
  }

  static boolean isNeeded(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM daily_change)");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Organs over whose subtrees there are sums. */
  static Set<String> roots(Connection connection) throws SQLException {
    Set<String> roots = new HashSet<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT organ_code FROM subtree_root");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        roots.add(row.getString(1));
      }
    }
    return roots;
  }
}
