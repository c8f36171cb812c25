package disclosure.statistics.rollup;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.organ.OrganTree;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Withdraws sums that a change of the hierarchy makes wrong; they are made anew later. */
public final class SubtreeRoots {

  private SubtreeRoots() {}

  /**
   * Those of the organs that stand below another one in the new tree and anything counted below.
   */
  public static List<OrganCode> moved(
      Connection connection, OrganTree before, OrganTree after, Collection<OrganCode> organs)
      throws SQLException {
    List<OrganCode> moved =
        organs.stream().filter(organ -> !above(before, organ).equals(above(after, organ))).toList();
    Set<String> below = new HashSet<>();
    moved.forEach(organ -> below.addAll(after.subtree(organ.value())));
    Set<String> counted = counted(connection, below);
    return moved.stream()
        .filter(organ -> after.subtree(organ.value()).stream().anyMatch(counted::contains))
        .toList();
  }

  /** Withdraws the sums over all subtrees that the organs are in, in this tree. */
  public static void withdraw(Connection connection, OrganTree tree, Collection<OrganCode> organs)
      throws SQLException {
    Set<String> above = new HashSet<>();
    organs.forEach(organ -> above.addAll(tree.line(organ.value())));
    delete(connection, above);
  }

  static void delete(Connection connection, Collection<String> roots) throws SQLException {
    Sql.of(connection, "DELETE FROM subtree_root WHERE organ_code = ANY (:roots)")
        .array("roots", "text", roots)
        .update();
  }

  private static List<String> above(OrganTree tree, OrganCode organ) {
    return tree.line(organ.value()).stream().skip(1).limit(1).toList();
  }

  /**
   * Those of the organs that have any count. Each is looked up in the index, whatever the planner
   * knows of the table: many organs may come at once, and most of them before their first count.
   */
  private static Set<String> counted(Connection connection, Collection<String> organs)
      throws SQLException {
    return new HashSet<>(
        Sql.of(
                connection,
                """
                SELECT asked.organ_code
                FROM unnest(:organs) AS asked (organ_code), LATERAL (
                  SELECT FROM daily_count held
                  WHERE held.organ_code = asked.organ_code ORDER BY held.day LIMIT 1
                ) AS first
                """)
            .array("organs", "text", organs)
            .list(String.class));
  }
}
