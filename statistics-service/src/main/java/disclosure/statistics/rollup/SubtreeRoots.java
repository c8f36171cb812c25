package disclosure.statistics.rollup;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.organ.OrganTree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
    List<OrganCode> moved = new ArrayList<>();
    for (OrganCode organ : organs) {
      if (!above(before, organ).equals(above(after, organ))
          && isCounted(connection, after.subtree(organ.value()))) {
        moved.add(organ);
      }
    }
    return moved;
  }

  /** Withdraws the sums over all subtrees that the organs are in, in this tree. */
  public static void withdraw(Connection connection, OrganTree tree, Collection<OrganCode> organs)
      throws SQLException {
    Set<String> above = new HashSet<>();
    organs.forEach(organ -> above.addAll(tree.line(organ.value())));
    delete(connection, above);
  }

  static void delete(Connection connection, Collection<String> roots) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM subtree_root WHERE organ_code = ANY (?)")) {
      delete.setArray(1, connection.createArrayOf("text", roots.toArray()));
      delete.executeUpdate();
    }
  }

  private static List<String> above(OrganTree tree, OrganCode organ) {
    return tree.line(organ.value()).stream().skip(1).limit(1).toList();
  }

  private static boolean isCounted(Connection connection, List<String> organs) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM daily_count WHERE organ_code = ANY (?))")) {
      select.setArray(1, connection.createArrayOf("text", organs.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
